package io.gatehouse.portal.ui.print;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.TimeMachine;
import io.gatehouse.portal.downloads.TimeDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.time.AsOfView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** The versions in use on a day on paper. */
@Route(value = "print/as-of", autoLayout = false)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class PrintedAsOf extends AsOfView {
    private final transient PrintFrame frame;

    PrintedAsOf(CurrentPerson current, TimeMachine machine, TimeDownloads downloads, Clock clock, PrintFrame frame) {
        super(current, machine, downloads, clock);
        this.frame = frame;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        frame.around(this, event.getLocation());
    }
}
