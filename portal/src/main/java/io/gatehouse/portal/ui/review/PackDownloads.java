package io.gatehouse.portal.ui.review;

import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.Recomputations;
import io.gatehouse.portal.packs.EvidencePacks;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.promotion.PromotionDossier;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Offers all that judging a request's evaluation again elsewhere takes. */
@Component
class PackDownloads {
    private final CurrentPerson current;
    private final Recomputations recomputations;
    private final EvidencePacks packs;

    PackDownloads(CurrentPerson current, Recomputations recomputations, EvidencePacks packs) {
        this.current = current;
        this.recomputations = recomputations;
        this.packs = packs;
    }

    /** Empty where nothing was judged, or the case was not kept. */
    Optional<DownloadButton> button(PromotionDossier dossier) {
        Evaluation evaluation = dossier.evaluation();
        return evaluation == null
                ? Optional.empty()
                : recomputations
                        .pack(current.actor(), evaluation.id())
                        .map(pack -> new DownloadButton(
                                I18NProvider.translate("review.origin.pack"),
                                EvidencePacks.fileName(evaluation.number()),
                                EvidencePacks.TYPE,
                                out -> packs.write(pack, out)));
    }
}
