package io.gatehouse.promotion;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.Promotions.Asked;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.PromotionDoor;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.sentences.Sentences;
import org.springframework.stereotype.Component;

/** Turns the wish of a client that sets the protected alias into a promotion request, for the use in which a person decides. */
@Component
class PromotionDoorway implements PromotionDoor {
    private final PromotionOpening opening;

    PromotionDoorway(PromotionOpening opening) {
        this.opening = opening;
    }

    @Override
    public Answer ask(Actor actor, RegisteredModel model, ModelVersion version, String alias) {
        if (Permissions.check(actor, Action.REQUEST_PROMOTION) instanceof Permissions.Decision.Denied denied) {
            return new Answer.Closed(denied.sentence());
        }
        return switch (opening.open(actor, model, version, Use.HUMAN_REVIEWED, "")) {
            case Asked.Open(long number, boolean opened) ->
                new Answer.Open(
                        Sentences.say(
                                opened ? "promotion.door.opened" : "promotion.door.found", "request", "PR-" + number),
                        number,
                        "/promotions/PR-" + number);
            case Asked.Refused refused -> new Answer.Closed(refused.sentence());
        };
    }
}
