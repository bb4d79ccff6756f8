package io.gatehouse.portal.ui.print;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.gatehouse.cardfacts.FilledCards;
import io.gatehouse.portal.packs.CardFiles;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.card.CardView;
import jakarta.annotation.security.PermitAll;

/** A model card on paper. */
@Route(value = "print/models/:name/versions/:version/card", autoLayout = false)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class PrintedCard extends CardView {
    private final transient PrintFrame frame;

    PrintedCard(CurrentPerson current, FilledCards cards, CardFiles files, PrintFrame frame) {
        super(current, cards, files);
        this.frame = frame;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        frame.around(this, event.getLocation());
    }
}
