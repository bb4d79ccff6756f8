package io.gatehouse.portal.ui.print;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.gatehouse.comparison.Comparisons;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.overrides.Overrides;
import io.gatehouse.policy.Policies;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.packs.PromotionPacks;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.downloads.InBackground;
import io.gatehouse.portal.ui.review.ReviewView;
import io.gatehouse.promotion.Discussions;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.promotion.Promotions;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;

/** A promotion request on paper, with all that it is decided on. */
@Route(value = "print/promotions/:number", autoLayout = false)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class PrintedReview extends ReviewView {
    private final transient PrintFrame frame;

    PrintedReview(
            CurrentPerson current,
            PromotionDossiers dossiers,
            Promotions promotions,
            Discussions discussions,
            ObjectProvider<Comparisons> comparisons,
            WorkbookDownloads downloads,
            PromotionPacks packs,
            ModelCards cards,
            Policies policies,
            Overrides overrides,
            InBackground background,
            Clock clock,
            PrintFrame frame) {
        super(
                current,
                dossiers,
                promotions,
                discussions,
                comparisons,
                downloads,
                packs,
                cards,
                policies,
                overrides,
                background,
                clock);
        this.frame = frame;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        frame.around(this, event.getLocation());
    }
}
