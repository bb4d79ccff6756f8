package io.gatehouse.portal.api;

import io.gatehouse.cardfacts.CardMarkdown;
import io.gatehouse.cardfacts.FilledCards;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.packs.CardBody;
import io.gatehouse.portal.packs.CardFiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Model cards for programs: what is known and said of a version, and answers to its fields. */
@RestController
@RequestMapping("/api/gatehouse/v1/models/{name}/versions/{version}")
class CardController {
    private final FilledCards filled;
    private final ModelCards cards;
    private final CardFiles files;

    CardController(FilledCards filled, ModelCards cards, CardFiles files) {
        this.filled = filled;
        this.cards = cards;
        this.files = files;
    }

    /**
     * @param baseRevision that the answers were written on; 0, or absent, where the card had none
     * @param answers by field. Fields that are left out stay as they are; empty text takes an answer away; the words of an answer that
     *     is carried over confirm it
     */
    record Wanted(@Nullable Integer baseRevision, @Nullable Map<String, @Nullable String> answers) {}

    @GetMapping("/card")
    CardBody card(Actor actor, @PathVariable String name, @PathVariable int version) {
        return filled.of(actor, name, version).map(CardBody::of).orElseThrow(() -> unknown(name, version));
    }

    /** Answers fields of the card, and gives back the whole. */
    @PutMapping("/card")
    CardBody answer(Actor actor, @PathVariable String name, @PathVariable int version, @RequestBody Wanted wanted) {
        int base = wanted.baseRevision == null ? 0 : wanted.baseRevision;
        if (cards.save(actor, name, version, base, answers(wanted)) instanceof ModelCards.Saved.Refused refused) {
            throw refused.code().equals("CHANGED_SINCE")
                    ? new ApiRefusal(
                            HttpStatus.CONFLICT,
                            refused.code(),
                            "base_revision",
                            refused.sentence().english(),
                            "GET the card, look at what stands there now, and PUT with its revision.")
                    : ProblemCode.refusal(refused.code(), refused.sentence().english());
        }
        return card(actor, name, version);
    }

    @GetMapping(path = "/card.md", produces = CardMarkdown.TYPE)
    ResponseEntity<InputStreamResource> markdown(Actor actor, @PathVariable String name, @PathVariable int version)
            throws IOException {
        return FileAnswers.of(files.markdown(actor, name, version).orElseThrow(() -> unknown(name, version)));
    }

    private static Map<CardField, String> answers(Wanted wanted) {
        Map<CardField, String> answers = new EnumMap<>(CardField.class);
        RequestFields.needed("answers", wanted.answers).forEach((key, words) -> {
            CardField field = CardField.of(key)
                    .orElseThrow(() -> new UnfitFieldException(
                            "answers." + RequestFields.excerpt(key),
                            "A model card has no field '" + RequestFields.excerpt(key) + "'. Its fields are "
                                    + Arrays.stream(CardField.values())
                                            .map(CardField::key)
                                            .collect(Collectors.joining(", "))
                                    + "."));
            answers.put(field, words == null ? "" : words);
        });
        return answers;
    }

    private static ApiRefusal unknown(String name, int version) {
        return ProblemCode.refusal("UNKNOWN_VERSION", "There is no version " + version + " of " + name + ".");
    }
}
