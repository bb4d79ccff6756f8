package io.gatehouse.portal.bench;

import io.gatehouse.people.Actor;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.PromotionDoor;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.sentences.Sentence;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Fallback;

/** Opens PR-42 for everything, where no other door is built in. */
@TestComponent
@Fallback
class OpenDoor implements PromotionDoor {
    @Override
    public Answer ask(Actor actor, RegisteredModel model, ModelVersion version, String alias) {
        Sentence sentence = new Sentence("test", Map.of(), "Promotion request PR-42 was opened.");
        return new Answer.Open(sentence, 42, "/promotions/PR-42");
    }
}
