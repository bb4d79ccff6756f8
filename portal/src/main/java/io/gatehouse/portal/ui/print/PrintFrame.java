package io.gatehouse.portal.ui.print;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.Location;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.PortalAddress;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.ProvenanceLine;
import io.gatehouse.portal.ui.components.RowsTable;
import io.gatehouse.portal.ui.components.Table;
import java.time.Clock;

/** What stands around a page on paper: on screen the ways to print it and back, at its end where it was printed from. */
@org.springframework.stereotype.Component
class PrintFrame {
    private static final String PREFIX = "print/";

    /** Columns that an upright page has room for. */
    private static final int MOST_UPRIGHT = 6;

    private final CurrentPerson current;
    private final Clock clock;

    PrintFrame(CurrentPerson current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    /** @param at where the page is, below {@code print/} */
    void around(Page page, Location at) {
        around(page, screen(at));
    }

    /** @param screen address of the same on screen */
    void around(Page page, String screen) {
        unfold(page);
        page.setClassName("is-wide", columns(page) > MOST_UPRIGHT);
        Button print = new Button(
                I18NProvider.translate("print.now"),
                event -> event.getSource().getElement().executeJs("window.print()"));
        print.addThemeVariants(ButtonVariant.PRIMARY);
        Anchor back = new Anchor(screen.isEmpty() ? "." : screen, I18NProvider.translate("print.back"));
        back.addClassName("gh-button");
        Div bar = new Div(print, back);
        bar.addClassNames("gh-toolbar", "gh-no-print");
        ProvenanceLine source = new ProvenanceLine(I18NProvider.translate(
                "print.source",
                PortalAddress.current() + "/" + screen,
                current.actor().person().displayName(),
                Figures.dateTime(clock.instant())));
        page.addClassName("gh-paper");
        page.addComponentAsFirst(bar);
        page.add(source);
    }

    private static int columns(Component part) {
        int own = part instanceof Table table ? table.columns() : 0;
        int folded = part instanceof Details details
                ? details.getContent().mapToInt(PrintFrame::columns).max().orElse(0)
                : 0;
        return Math.max(
                Math.max(own, folded),
                part.getChildren().mapToInt(PrintFrame::columns).max().orElse(0));
    }

    /** On paper nobody opens what is folded away, nor leafs on. */
    private static void unfold(Component part) {
        if (part instanceof Details folded) {
            folded.setOpened(true);
        }
        if (part instanceof RowsTable<?> table) {
            table.whole();
        }
        part.getChildren().forEach(PrintFrame::unfold);
        if (part instanceof Details folded) {
            folded.getContent().forEach(PrintFrame::unfold);
        }
    }

    /** The address of the same page on screen; {@code print/home} stands for the first one. */
    private static String screen(Location at) {
        String address = at.getPathWithQueryParameters().substring(PREFIX.length());
        return address.equals("home") ? "" : address;
    }
}
