package io.gatehouse.portal.ui.print;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.downloads.InBackground;
import io.gatehouse.portal.ui.risklist.RiskListTable;
import io.gatehouse.portal.ui.risklist.RiskListView;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.savedviews.SavedViews;
import jakarta.annotation.security.PermitAll;

/** A risk list on paper: every customer that the filter leaves, as far as anybody would carry it. */
@Route(value = "print/risk-lists/:number", autoLayout = false)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class PrintedRiskList extends RiskListView {
    private final transient PrintFrame frame;

    PrintedRiskList(
            CurrentPerson current,
            RiskLists lists,
            WorkbookDownloads downloads,
            InBackground background,
            SavedViews views,
            PrintFrame frame) {
        super(current, lists, downloads, background, views);
        this.frame = frame;
    }

    @Override
    protected Component customers(RiskLists lists, Actor actor, Header list, Filter filter) {
        return RiskListTable.of(lists, actor, list, filter);
    }

    @Override
    protected boolean opens() {
        return false;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        frame.around(this, event.getLocation());
    }
}
