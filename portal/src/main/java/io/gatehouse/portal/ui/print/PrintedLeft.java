package io.gatehouse.portal.ui.print;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.risklist.LeftView;
import io.gatehouse.portal.ui.risklist.RiskListTable;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Left;
import io.gatehouse.risklist.RiskListPage.Previous;
import io.gatehouse.risklist.RiskLists;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Who is no longer on a risk list, on paper: as many as anybody would carry. */
@Route(value = "print/risk-lists/:number/left", autoLayout = false)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class PrintedLeft extends LeftView {
    private final transient PrintFrame frame;

    PrintedLeft(CurrentPerson current, RiskLists lists, PrintFrame frame) {
        super(current, lists);
        this.frame = frame;
    }

    @Override
    protected int most() {
        return RiskListTable.MOST_ON_PAPER;
    }

    @Override
    protected Component others(Header list, Previous previous, List<Left> shown, int after, boolean more) {
        return more
                ? new Paragraph(
                        text("risklist.left.print.cut", Figures.whole(shown.size()), Figures.whole(previous.left())))
                : new Div();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        frame.around(this, event.getLocation());
    }
}
