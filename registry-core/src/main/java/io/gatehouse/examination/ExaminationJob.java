package io.gatehouse.examination;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.evaluation.Recomputations;
import io.gatehouse.examination.Examination.Outcome;
import io.gatehouse.examination.Examination.State;
import io.gatehouse.examination.ExaminationRows.Head;
import io.gatehouse.examination.ExaminationRows.Waiting;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.work.JobHandler;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Judges again what was drawn, one after the other. Called again after a crash, it goes on where it was. */
@Component
class ExaminationJob implements JobHandler {
    private static final int ALL = 100;
    private static final int LONGEST = 2_000;

    private final ExaminationRows rows;
    private final Recomputations recomputations;
    private final People people;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExaminationJob(
            ExaminationRows rows,
            Recomputations recomputations,
            People people,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.recomputations = recomputations;
        this.people = people;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Examinations.KIND;
    }

    @Override
    public void run(Map<String, Object> payload, Progress progress) {
        long number = number(payload);
        Optional<Head> running = running(number);
        if (running.isEmpty()) {
            return;
        }
        Actor actor = inTheNameOf(running.get(), number);
        List<Waiting> waiting = rows.waiting(running.get().id());
        int judged = 0;
        for (Waiting item : waiting) {
            if (running(number).isEmpty()) {
                return;
            }
            progress.at(ALL * judged / waiting.size(), "Judging again " + (judged + 1) + " of " + waiting.size());
            judge(actor, running.get(), item);
            judged++;
        }
        transaction.executeWithoutResult(status -> finish(actor, number, State.DONE));
    }

    @Override
    public void gaveUp(Map<String, Object> payload, String why) {
        long number = number(payload);
        running(number).ifPresent(head -> finish(inTheNameOf(head, number), number, State.FAILED));
    }

    private void judge(Actor actor, Head head, Waiting item) {
        Optional<Recomputations.Result> result =
                Optional.ofNullable(item.evaluation()).flatMap(id -> recomputations.judgeAgain(actor, id));
        transaction.executeWithoutResult(status -> {
            switch (result.orElseGet(() -> new Recomputations.Result.Impossible(say("examination.no_evaluation")))) {
                case Recomputations.Result.Same same -> checked(head, item, Outcome.IDENTICAL, "");
                case Recomputations.Result.Different different ->
                    checked(head, item, Outcome.DIFFERENT, different.sentence().english());
                case Recomputations.Result.Impossible(Sentence sentence) ->
                    checked(head, item, Outcome.IMPOSSIBLE, sentence.english());
            }
        });
    }

    private void checked(Head head, Waiting item, Outcome outcome, String detail) {
        rows.checked(
                head.id(),
                item.place(),
                outcome,
                detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST),
                clock.instant());
    }

    private void finish(Actor actor, long number, State state) {
        rows.lock(number).filter(head -> head.state() == State.RUNNING).ifPresent(head -> {
            rows.finish(head.id(), state, clock.instant());
            Map<String, Object> details = new TreeMap<>();
            details.put("state", state.name());
            Map<Outcome, Integer> counts = rows.outcomes(head.id());
            for (Outcome outcome : Outcome.values()) {
                details.put(outcome.name(), counts.getOrDefault(outcome, 0));
            }
            String object = "examination/EX-" + number;
            if (state == State.DONE) {
                audit.append(actor, "examination.finished", object, details);
            } else {
                audit.append(actor, "examination.broke_off", object, details);
            }
        });
    }

    private Optional<Head> running(long number) {
        return Optional.ofNullable(transaction.execute(status -> rows.lock(number)))
                .flatMap(head -> head)
                .filter(head -> head.state() == State.RUNNING);
    }

    private static long number(Map<String, Object> payload) {
        if (payload.get("examination") instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("The job names no examination: " + payload);
    }

    /** The house works, and what it does is put down to whoever drew. */
    private Actor inTheNameOf(Head head, long number) {
        return new Actor(people.byId(head.drawnBy()).orElseThrow(), Actor.Via.SYSTEM, "EX-" + number);
    }
}
