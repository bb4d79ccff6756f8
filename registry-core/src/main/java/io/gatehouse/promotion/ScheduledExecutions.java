package io.gatehouse.promotion;

import io.gatehouse.people.Actor;
import io.gatehouse.promotion.Promotions.Outcome;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.work.JobHandler;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Executes what was approved for a later moment, once that has come and everything still holds. Each in a transaction of its own and
 * under the lock of its model, so that two portals execute once, and whoever withdraws first wins.
 */
@Component
class ScheduledExecutions implements JobHandler {
    private final PromotionRequests requests;
    private final PromotionExecutor executor;
    private final ExecutionSchedule schedule;
    private final GivenApprovals approvals;
    private final VoteRules rules;
    private final PromotionOpening opening;
    private final PromotionSteps steps;
    private final TransactionTemplate transaction;

    ScheduledExecutions(
            PromotionRequests requests,
            PromotionExecutor executor,
            ExecutionSchedule schedule,
            GivenApprovals approvals,
            VoteRules rules,
            PromotionOpening opening,
            PromotionSteps steps,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.executor = executor;
        this.schedule = schedule;
        this.approvals = approvals;
        this.rules = rules;
        this.opening = opening;
        this.steps = steps;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return Promotions.EXECUTE_SCHEDULED;
    }

    @Override
    public void run(Map<String, Object> payload, Progress progress) {
        List<Long> due = Objects.requireNonNull(transaction.execute(status -> requests.scheduledBy(steps.now())));
        due.forEach(number ->
                transaction.executeWithoutResult(status -> requests.lock(number).ifPresent(this::look)));
    }

    private void look(PromotionRequests.Locked locked) {
        PromotionRequest request = locked.request();
        if (!request.momentCame(steps.now())) {
            return;
        }
        Actor house = onTheWordOf(request);
        Optional<RegisteredModel> model = locked.model();
        if (model.isEmpty()) {
            request.outdated(steps.now());
            steps.tell(house, request, "promotion.outdated", Sentences.say(EvaluationProblem.VERSION_GONE), Map.of());
            return;
        }
        Optional<Sentence> objection = objection(house, request, model);
        if (objection.isPresent()) {
            checkAgain(house, locked, objection.get());
        } else if (!schedule.missed(house, request, model.get())) {
            executor.execute(house, request, model.get());
        }
    }

    /** Why the approvals no longer carry it. */
    private Optional<Sentence> objection(Actor house, PromotionRequest request, Optional<RegisteredModel> model) {
        return approvals.hold(request)
                ? rules.objectionToApproving(house, request, model).map(Outcome.Refused::sentence)
                : Optional.of(Sentences.say("promotion.voided.approver"));
    }

    private void checkAgain(Actor house, PromotionRequests.Locked locked, Sentence why) {
        PromotionRequest request = locked.request();
        request.evaluateAgain(opening.enqueueNext(request.requestedBy(), locked), false);
        steps.tell(
                house,
                request,
                "promotion.voided",
                Sentences.say("promotion.voided", "why", why.english()),
                Map.of("code", why.code(), "round", request.round()));
    }

    /** The house executes, and it is put down to whoever gave the last approval. */
    private Actor onTheWordOf(PromotionRequest request) {
        return new Actor(approvals.last(request), Actor.Via.SYSTEM, "PR-" + request.number());
    }
}
