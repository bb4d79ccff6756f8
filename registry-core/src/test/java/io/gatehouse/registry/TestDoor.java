package io.gatehouse.registry;

import io.gatehouse.people.Actor;
import io.gatehouse.sentences.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** A door that opens PR-42 for everything and remembers who asked. */
@TestComponent
@Primary
class TestDoor implements PromotionDoor {
    final List<String> asked = new ArrayList<>();

    @Override
    public Answer ask(Actor actor, RegisteredModel model, ModelVersion version, String alias) {
        asked.add(actor.person().username() + " " + model.name() + " " + version.version() + " " + alias);
        Sentence sentence = new Sentence("test", Map.of(), "Promotion request PR-42 was opened.");
        return new Answer.Open(sentence, 42, "/promotions/PR-42");
    }
}
