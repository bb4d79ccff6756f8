package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.Draft;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.Promotions;
import io.gatehouse.promotion.RequestState;

/** Who asked can take it back, or have the checks run again once something was supplied. */
class OwnVerbs extends Div {
    OwnVerbs(PromotionDossier dossier, Draft draft, CurrentPerson current, Promotions promotions, Runnable refresh) {
        addClassName("gh-rail-say");
        if ((dossier.state() == RequestState.CHANGES_REQUESTED || dossier.evaluationProblem() != null)
                && !dossier.versionGone()) {
            add(new Button(I18NProvider.translate("review.again"), click -> {
                Promotions.Outcome outcome = promotions.evaluateAgain(current.actor(), dossier.number());
                if (outcome instanceof Promotions.Outcome.Refused refused) {
                    add(DecisionRail.reason(refused.sentence(), "review.again"));
                } else {
                    refresh.run();
                }
            }));
        }
        Button withdraw = new Button(
                I18NProvider.translate("review.withdraw"),
                click -> new DecisionDialog(
                                dossier,
                                null,
                                draft,
                                (why, digest) -> promotions.withdraw(current.actor(), dossier.number(), why),
                                refresh)
                        .open());
        withdraw.addThemeVariants(ButtonVariant.TERTIARY);
        add(withdraw);
    }
}
