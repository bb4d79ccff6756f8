package io.gatehouse.promotion;

import io.gatehouse.people.Actor;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of requests when the champion that one of them brought is taken back. */
@Component
public class TakenBack {
    private final PromotionRequests requests;
    private final PromotionSteps steps;

    TakenBack(PromotionRequests requests, PromotionSteps steps) {
        this.requests = requests;
        this.steps = steps;
    }

    /**
     * Marks the request that brought the champion as rolled back; open ones were judged against that champion, so they are outdated. The
     * caller holds the lock of the model. A request that is not on record leaves nothing to mark.
     *
     * @param sentence what happened
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rolledBack(Actor actor, UUID requestId, Sentence sentence) {
        requests.byId(requestId).ifPresent(request -> {
            if (request.state() == RequestState.EXECUTED) {
                request.rolledBack();
                steps.tell(actor, request, "promotion.rolled_back", sentence, Map.of());
            }
            for (PromotionRequest other : requests.openBeside(request)) {
                other.outdated(steps.now());
                steps.tell(
                        actor,
                        other,
                        "promotion.outdated",
                        Sentences.say("promotion.outdated.champion"),
                        Map.of("by", request.number()));
            }
        });
    }
}
