package io.gatehouse.portal.ui.print;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.gatehouse.checks.CheckName;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.review.CheckPage;
import io.gatehouse.promotion.PromotionDossiers;
import jakarta.annotation.security.PermitAll;

/** Fairness of the version that a promotion request is about, on paper. */
@Route(value = "print/promotions/:number/fairness", autoLayout = false)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class PrintedFairness extends CheckPage {
    private final transient PrintFrame frame;

    PrintedFairness(CurrentPerson current, PromotionDossiers dossiers, PrintFrame frame) {
        super(current, dossiers, CheckName.FAIRNESS);
        this.frame = frame;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        String page = event.getLocation().getPath();
        frame.around(this, page.substring("print/".length(), page.length() - "/fairness".length()) + "#fairness");
    }
}
