package io.gatehouse.portal.ui.print;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.gatehouse.checks.CheckName;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.review.CheckPage;
import io.gatehouse.promotion.PromotionDossiers;
import jakarta.annotation.security.PermitAll;

/** ROI of the version that a promotion request is about, on paper. */
@Route(value = "print/promotions/:number/roi", autoLayout = false)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class PrintedRoi extends CheckPage {
    private final transient PrintFrame frame;

    PrintedRoi(CurrentPerson current, PromotionDossiers dossiers, PrintFrame frame) {
        super(current, dossiers, CheckName.VALUE);
        this.frame = frame;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        String page = event.getLocation().getPath();
        frame.around(this, page.substring("print/".length(), page.length() - "/roi".length()) + "#roi");
    }
}
