package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.RequestState;

/** What the request needs, and from whom, in one line that nobody overlooks. */
class StatusNotice extends Notice {
    /** Where the keyboard goes once something was decided. */
    static final String ID = "status";

    /** @param again has the checks run again; offered where something that they rest on changed */
    StatusNotice(PromotionDossier dossier, Runnable again) {
        super(
                dossier.changes().isEmpty() ? tone(dossier.state()) : Tone.WATCH,
                new Paragraph(dossier.statusLine().in(Reader.language())));
        setId(ID);
        announced().addClassName("gh-status-line");
        if (!dossier.changes().isEmpty() && dossier.yourVote().mayEvaluateAgain()) {
            add(new Button(I18NProvider.translate("review.again"), click -> again.run()));
        }
    }

    private static Tone tone(RequestState state) {
        return switch (state) {
            case CHANGES_REQUESTED, OUTDATED, EXPIRED, ROLLED_BACK -> Tone.WATCH;
            case REJECTED -> Tone.ACT;
            case EXECUTED -> Tone.OK;
            case DRAFT, EVALUATING, AWAITING_REVIEW, APPROVED, WITHDRAWN -> Tone.INFO;
        };
    }
}
