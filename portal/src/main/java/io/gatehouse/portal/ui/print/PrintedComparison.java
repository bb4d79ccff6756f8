package io.gatehouse.portal.ui.print;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.Champions;
import io.gatehouse.comparison.Comparisons;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.comparison.ComparisonView;
import jakarta.annotation.security.PermitAll;

/** Versions side by side on paper. */
@Route(value = "print/compare", autoLayout = false)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class PrintedComparison extends ComparisonView {
    private final transient PrintFrame frame;

    PrintedComparison(
            CurrentPerson current,
            Comparisons comparisons,
            Champions champions,
            WorkbookDownloads downloads,
            PrintFrame frame) {
        super(current, comparisons, champions, downloads);
        this.frame = frame;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        frame.around(this, event.getLocation());
    }
}
