package io.gatehouse.portal.ui.print;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.Champions;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.models.AnswersView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** The three answers about a model on paper. */
@Route(value = "print/models/:name/answers", autoLayout = false)
@PermitAll
public class PrintedAnswers extends AnswersView {
    private final transient PrintFrame frame;

    PrintedAnswers(CurrentPerson current, Champions champions, Clock clock, PrintFrame frame) {
        super(current, champions, clock);
        this.frame = frame;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        frame.around(this, event.getLocation());
    }
}
