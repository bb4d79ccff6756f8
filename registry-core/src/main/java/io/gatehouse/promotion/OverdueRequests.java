package io.gatehouse.promotion;

import io.gatehouse.delegation.Delegations;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.work.JobHandler;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks after requests that wait for people: reminds, announces the end a day before, and ends them. Each in a transaction of its own and
 * under the lock of its model, so that two portals that look at once do everything once, and a vote that comes first wins.
 */
@Component
class OverdueRequests implements JobHandler {
    private final PromotionRequests requests;
    private final PromotionSteps steps;
    private final People people;
    private final Delegations delegations;
    private final TransactionTemplate transaction;

    OverdueRequests(
            PromotionRequests requests,
            PromotionSteps steps,
            People people,
            Delegations delegations,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.steps = steps;
        this.people = people;
        this.delegations = delegations;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return Promotions.LOOK_AFTER_WAITING;
    }

    @Override
    public void run(Map<String, Object> payload, Progress progress) {
        delegations.endThoseOver();
        Objects.requireNonNull(transaction.execute(status -> requests.dueBy(steps.now())))
                .forEach(number -> transaction.executeWithoutResult(
                        status -> requests.lock(number).ifPresent(locked -> lookAfter(locked.request()))));
    }

    private void lookAfter(PromotionRequest request) {
        Actor house = people.system("PR-" + request.number());
        Instant now = steps.now();
        boolean review = request.may(RequestVerb.APPROVE);
        switch (request.due(now)) {
            case NOTHING -> {}
            case REMINDER -> {
                request.reminded(now);
                steps.mention(house, request, "promotion.reminded", reminder(request, review));
            }
            case ANNOUNCEMENT -> {
                request.expiryAnnounced(now);
                steps.mention(
                        house, request, "promotion.expiry_announced", Sentences.say("promotion.expiry_announced"));
            }
            case END -> {
                request.expired(now);
                steps.tell(
                        house,
                        request,
                        "promotion.expired",
                        Sentences.say(
                                review ? "promotion.expired.review" : "promotion.expired.requester",
                                "days",
                                days(request.asked().expiresAfter())),
                        Map.of());
            }
        }
    }

    private Sentence reminder(PromotionRequest request, boolean review) {
        int days = days(request.asked().remindAfter());
        return review
                ? Sentences.say("promotion.reminded.review", "days", days)
                : Sentences.say(
                        "promotion.reminded.requester",
                        "days",
                        days,
                        "person",
                        people.byId(request.requestedBy())
                                .map(Person::displayName)
                                .orElseThrow());
    }

    private static int days(@Nullable Integer days) {
        return Objects.requireNonNull(days);
    }
}
