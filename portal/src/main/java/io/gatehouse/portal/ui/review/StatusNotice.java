package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.RequestState;

/** What the request needs, and from whom, in one line that nobody overlooks. */
class StatusNotice extends Div {
    StatusNotice(PromotionDossier dossier) {
        addClassNames("gh-notice", "gh-status-line");
        getElement().setAttribute("role", "status");
        String tone = tone(dossier.state());
        if (!tone.isEmpty()) {
            addClassName(tone);
        }
        add(new Paragraph(dossier.statusLine().english()));
    }

    private static String tone(RequestState state) {
        return switch (state) {
            case CHANGES_REQUESTED, OUTDATED, EXPIRED, ROLLED_BACK -> "is-watch";
            case REJECTED -> "is-act";
            case EXECUTED, APPROVED -> "is-ok";
            case DRAFT, EVALUATING, AWAITING_REVIEW, WITHDRAWN -> "";
        };
    }
}
