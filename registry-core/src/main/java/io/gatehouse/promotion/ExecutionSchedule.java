package io.gatehouse.promotion;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.house.HouseDays;
import io.gatehouse.people.Actor;
import io.gatehouse.policy.Execution;
import io.gatehouse.policy.Policies;
import io.gatehouse.promotion.Promotions.Outcome;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When an approved request is executed, by the policy that it was judged by. */
@Component
class ExecutionSchedule {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMM uuuu 'at' HH:mm", Locale.ENGLISH);

    private final Evaluations evaluations;
    private final Policies policies;
    private final PromotionSteps steps;

    ExecutionSchedule(Evaluations evaluations, Policies policies, PromotionSteps steps) {
        this.evaluations = evaluations;
        this.policies = policies;
        this.steps = steps;
    }

    /** When it would be executed if the last approval were given now; empty if at once. */
    Optional<Instant> ifApprovedNow(Evaluation evaluation) {
        Instant now = steps.now();
        return when(evaluation).map(when -> when.moment(now, HouseDays.zone())).filter(later -> later.isAfter(now));
    }

    /** Puts an approved request off to its moment; empty if it may be executed at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Outcome> later(Actor actor, PromotionRequest request, RegisteredModel model) {
        Instant now = steps.now();
        Optional<Instant> moment = when(actor, request)
                .map(when -> when.moment(now, HouseDays.zone()))
                .filter(later -> later.isAfter(now));
        return moment.map(at -> {
            request.scheduled(at);
            Sentence sentence = sentence("promotion.scheduled", actor, request, model, at);
            steps.tell(actor, request, "promotion.scheduled", sentence, details(at));
            return new Outcome.Done(request.state(), sentence);
        });
    }

    /** Puts it off once more if the time at which it may be executed is over, as after a standstill. @return whether it did */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean missed(Actor actor, PromotionRequest request, RegisteredModel model) {
        Instant now = steps.now();
        Optional<Instant> moment = when(actor, request)
                .map(when -> when.open(now, HouseDays.zone()))
                .filter(later -> later.isAfter(now));
        moment.ifPresent(at -> {
            request.scheduled(at);
            Sentence sentence = sentence("promotion.scheduled.moved", actor, request, model, at);
            steps.tell(actor, request, "promotion.rescheduled", sentence, details(at));
        });
        return moment.isPresent();
    }

    private static Sentence sentence(
            String code, Actor actor, PromotionRequest request, RegisteredModel model, Instant moment) {
        return Sentences.say(
                code,
                "person",
                actor.person().displayName(),
                "version",
                request.version(),
                "model",
                model.name(),
                "alias",
                model.protectedAlias(),
                "moment",
                inWords(moment));
    }

    private static Map<String, String> details(Instant moment) {
        return Map.of("execute_at", moment.toString(), "moment", inWords(moment));
    }

    private Optional<Execution> when(Actor actor, PromotionRequest request) {
        return Optional.ofNullable(request.evaluationId())
                .flatMap(id -> evaluations.find(actor, id))
                .flatMap(this::when);
    }

    private Optional<Execution> when(Evaluation evaluation) {
        return policies.of(evaluation.policy())
                .flatMap(version -> Optional.ofNullable(version.document().execution()));
    }

    /** As people say it, with the zone, since a moment in a mail is read elsewhere. */
    static String inWords(Instant moment) {
        return MOMENT.format(moment.atZone(HouseDays.zone())) + " ("
                + HouseDays.zone().getId() + ")";
    }
}
