package io.gatehouse.portal.ui.print;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.QuarterInReview.ModelQuarter;
import io.gatehouse.champions.QuarterReviews;
import io.gatehouse.portal.downloads.TimeDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.RowsTable;
import io.gatehouse.portal.ui.downloads.InBackground;
import io.gatehouse.portal.ui.time.QuarterView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** A quarter of all models on paper. */
@Route(value = "print/quarters", autoLayout = false)
@PermitAll
public class PrintedQuarter extends QuarterView {
    private final transient PrintFrame frame;

    PrintedQuarter(
            CurrentPerson current,
            QuarterReviews reviews,
            TimeDownloads downloads,
            InBackground background,
            Clock clock,
            PrintFrame frame) {
        super(current, reviews, downloads, background, clock);
        this.frame = frame;
    }

    @Override
    protected RowsTable<ModelQuarter> table(Supplier<List<ModelQuarter>> models, Location at) {
        return super.table(models, at).whole();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        frame.around(this, event.getLocation());
    }
}
