package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.RequestState;

/** What the request needs, and from whom, in one line that nobody overlooks. */
class StatusNotice extends Div {
    /** @param again has the checks run again; offered where something that they rest on changed */
    StatusNotice(PromotionDossier dossier, Runnable again) {
        addClassNames("gh-notice", "gh-status-line");
        getElement().setAttribute("role", "status");
        boolean changed = !dossier.changes().isEmpty();
        String tone = changed ? "is-watch" : tone(dossier.state());
        if (!tone.isEmpty()) {
            addClassName(tone);
        }
        add(new Paragraph(dossier.statusLine().in(Reader.language())));
        if (changed && dossier.yourVote().mayEvaluateAgain()) {
            add(new Button(I18NProvider.translate("review.again"), click -> again.run()));
        }
    }

    private static String tone(RequestState state) {
        return switch (state) {
            case CHANGES_REQUESTED, OUTDATED, EXPIRED, ROLLED_BACK -> "is-watch";
            case REJECTED -> "is-act";
            case EXECUTED -> "is-ok";
            case DRAFT, EVALUATING, AWAITING_REVIEW, APPROVED, WITHDRAWN -> "";
        };
    }
}
