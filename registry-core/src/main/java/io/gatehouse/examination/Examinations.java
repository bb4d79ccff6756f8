package io.gatehouse.examination;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.examination.Examination.State;
import io.gatehouse.examination.ExaminationRows.Head;
import io.gatehouse.examination.ExaminationRows.Promotion;
import io.gatehouse.house.HouseDays;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.work.AskedWork;
import io.gatehouse.work.Jobs;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws samples of executed promotions and has their evaluations judged again. Every verb needs the right to examine. */
@Component
public class Examinations {
    static final String KIND = "examine";

    /** As many as somebody will look at, and as one job should judge. */
    public static final int LARGEST = 200;

    private static final int SHOWN = 50;

    private final ExaminationRows rows;
    private final Jobs jobs;
    private final Ids ids;
    private final AuditTrail audit;
    private final Clock clock;

    Examinations(ExaminationRows rows, Jobs jobs, Ids ids, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.jobs = jobs;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What to draw.
     *
     * @param from first day of the period, as the installation counts days
     * @param to last day of it
     * @param size at most so many promotions
     * @param seed decides which; the same seed, period and size draw the same
     */
    public record Draw(LocalDate from, LocalDate to, int size, long seed) {
        Instant fromMoment() {
            return HouseDays.endOf(from.minusDays(1)).plusMillis(1);
        }

        Instant toMoment() {
            return HouseDays.endOf(to);
        }
    }

    /** Draws, and starts judging again in the background. */
    @Transactional
    public Outcome<Examination> draw(Actor actor, Draw draw) {
        Permissions.require(actor, Action.EXAMINE);
        if (draw.to().isBefore(draw.from())) {
            return Outcome.refused(Refusal.invalid("examination.period"));
        }
        if (draw.size() < 1 || draw.size() > LARGEST) {
            return Outcome.refused(Refusal.invalid("examination.size", "largest", LARGEST));
        }
        Map<Long, Promotion> executed = rows.executed(draw.fromMoment(), draw.toMoment()).stream()
                .collect(Collectors.toMap(Promotion::request, Function.identity()));
        if (executed.isEmpty()) {
            return Outcome.refused(Refusal.invalid("examination.nothing"));
        }
        List<Promotion> drawn = Sample.draw(List.copyOf(executed.keySet()), draw.seed(), draw.size()).stream()
                .map(executed::get)
                .toList();
        long number = rows.nextNumber();
        UUID id = ids.next();
        UUID job = jobs.enqueue(
                KIND,
                Map.of("examination", number),
                new AskedWork(
                        actor.person().id(),
                        Sentences.say("work.examination", "number", number, "size", drawn.size()),
                        "examinations/EX-" + number));
        rows.add(id, number, actor.person().id(), clock.instant(), draw, executed.size(), job);
        rows.addItems(id, drawn);
        audit.append(
                actor,
                "examination.drawn",
                "examination/EX-" + number,
                Map.of(
                        "from", draw.from().toString(),
                        "to", draw.to().toString(),
                        "size", draw.size(),
                        "seed", Long.toString(draw.seed()),
                        "population", executed.size(),
                        "drawn",
                                drawn.stream()
                                        .map(each -> "PR-" + each.request())
                                        .toList()));
        return rows.find(number).<Outcome<Examination>>map(Outcome::done).orElseThrow();
    }

    /** What was judged again by then stays; the rest is left. */
    @Transactional
    public Outcome<Examination> cancel(Actor actor, long number) {
        Permissions.require(actor, Action.EXAMINE);
        Optional<Head> head = rows.lock(number);
        if (head.isEmpty()) {
            return Outcome.refused(Refusal.unknown("examination.unknown", "number", "EX-" + number));
        }
        if (head.get().state() != State.RUNNING) {
            return Outcome.refused(Refusal.invalid("examination.over", "number", "EX-" + number));
        }
        rows.finish(head.get().id(), State.CANCELLED, clock.instant());
        audit.append(actor, "examination.cancelled", "examination/EX-" + number, Map.of());
        return rows.find(number).<Outcome<Examination>>map(Outcome::done).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Examination> find(Actor actor, long number) {
        Permissions.require(actor, Action.EXAMINE);
        return rows.find(number);
    }

    /** The newest first, at most fifty. */
    @Transactional(readOnly = true)
    public List<Examination> newest(Actor actor) {
        Permissions.require(actor, Action.EXAMINE);
        return rows.newest(SHOWN);
    }
}
