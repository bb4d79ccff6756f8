package io.gatehouse.portal.packs;

import io.gatehouse.cardfacts.CardMarkdown;
import io.gatehouse.cardfacts.FilledCard;
import io.gatehouse.cardfacts.FilledCards;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.downloads.Download;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.RequestState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Model cards as files, the same through every door. */
@Component
public class CardFiles {
    private final FilledCards cards;

    CardFiles(FilledCards cards) {
        this.cards = cards;
    }

    /** Such as {@code model-card-churn-4.md}. Empty if there is no such version. */
    public Optional<Download> markdown(Actor actor, String model, int version) {
        return cards.of(actor, model, version)
                .map(card -> new Download(
                        "model-card-" + model.replaceAll("[^\\w.-]", "_") + "-" + version + ".md",
                        CardMarkdown.TYPE,
                        out -> out.write(CardMarkdown.of(card).getBytes(StandardCharsets.UTF_8))));
    }

    /** The card that a promotion was decided on, or is being decided on. Empty if the version is gone or was not judged. */
    Optional<FilledCard> of(Actor actor, PromotionDossier dossier) {
        return Optional.ofNullable(dossier.evaluation())
                .flatMap(evaluation ->
                        cards.at(actor, dossier.model(), dossier.version(), decided(dossier), evaluation));
    }

    private static Instant decided(PromotionDossier dossier) {
        RequestState state = dossier.state();
        if (state.open()) {
            return Instant.parse("9999-12-31T00:00:00Z");
        }
        boolean voted =
                state == RequestState.EXECUTED || state == RequestState.ROLLED_BACK || state == RequestState.REJECTED;
        return voted && !dossier.votes().isEmpty()
                ? dossier.votes().getLast().at()
                : dossier.history().getLast().at();
    }
}
