package io.gatehouse.portal.ui.print;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.Champions;
import io.gatehouse.overrides.Overrides;
import io.gatehouse.policy.ProposalDesk;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.home.Administration;
import io.gatehouse.portal.ui.home.HomeView;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.rollback.Rollbacks;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** The first screen on paper. */
@Route(value = "print/home", autoLayout = false)
@PermitAll
public class PrintedHome extends HomeView {
    private final transient PrintFrame frame;

    PrintedHome(
            CurrentPerson current,
            Champions champions,
            PromotionDossiers dossiers,
            RiskLists riskLists,
            Rollbacks rollbacks,
            ProposalDesk proposals,
            Overrides overrides,
            Administration administration,
            WorkbookDownloads downloads,
            Clock clock,
            PrintFrame frame) {
        super(
                current,
                champions,
                dossiers,
                riskLists,
                rollbacks,
                proposals,
                overrides,
                administration,
                downloads,
                clock);
        this.frame = frame;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        frame.around(this, event.getLocation());
    }
}
