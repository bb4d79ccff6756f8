package io.gatehouse.portal.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.shared.Registration;
import io.gatehouse.people.Action;
import io.gatehouse.promotion.PromotionDossiers;
import org.jspecify.annotations.Nullable;

/** How many requests wait for a decision that the reader may take; nothing while there is none. */
class WaitingReviews extends Span {
    private static final int MOST_SHOWN = 99;

    private final transient CurrentPerson current;
    private final transient PromotionDossiers dossiers;
    private @Nullable Registration changes;

    WaitingReviews(CurrentPerson current, PromotionDossiers dossiers) {
        this.current = current;
        this.dossiers = dossiers;
        addClassName("gh-count");
        getElement().setAttribute("role", "img");
        setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        changes = ComponentUtil.addListener(event.getUI(), ReviewsChanged.class, changed -> refresh());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (changes != null) {
            changes.remove();
        }
    }

    /** What was sent back waits for the one who asked, whose home says so; what is approved waits for its moment. */
    void refresh() {
        // The role may have been taken away since the frame was made.
        int waiting = current.may(Action.READ_PROMOTION)
                ? dossiers.waitingFor(current.actor(), 0, MOST_SHOWN + 1).count()
                : 0;
        String shown = waiting > MOST_SHOWN ? MOST_SHOWN + "+" : Integer.toString(waiting);
        setText(shown);
        setVisible(waiting > 0);
        getElement().setAttribute("aria-label", I18NProvider.translate("menu.reviews.waiting", shown));
    }
}
