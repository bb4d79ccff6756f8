package io.gatehouse.portal.ui.print;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.Champions;
import io.gatehouse.overrides.Overrides;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.models.ModelView;
import io.gatehouse.promotion.Promotions;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.rollback.Rollbacks;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** One model on paper: how its version in use does, and all that it rests on. */
@Route(value = "print/models/:name", autoLayout = false)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class PrintedModel extends ModelView {
    private final transient PrintFrame frame;

    PrintedModel(
            CurrentPerson current,
            Champions champions,
            WorkbookDownloads downloads,
            Rollbacks rollbacks,
            Overrides overrides,
            Promotions promotions,
            RiskLists riskLists,
            Clock clock,
            PrintFrame frame) {
        super(current, champions, downloads, rollbacks, overrides, promotions, riskLists, clock);
        this.frame = frame;
    }

    @Override
    protected boolean forPaper() {
        return true;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        frame.around(this, event.getLocation());
    }
}
