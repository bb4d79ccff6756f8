package io.gatehouse.portal.ui.risklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Left;
import io.gatehouse.risklist.RiskListPage.Previous;
import io.gatehouse.risklist.RiskListPage.Row;
import io.gatehouse.risklist.RiskLists;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who was on the list before and is not on this one, page by page, the likeliest to leave of then first. */
@Route(value = "risk-lists/:number/left", layout = MainLayout.class)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class LeftView extends Page implements BeforeEnterObserver {
    static final int PAGE = 100;
    private static final int LONGEST_UNBROKEN = 16;

    private final transient CurrentPerson current;
    private final transient RiskLists lists;

    protected LeftView(CurrentPerson current, RiskLists lists) {
        this.current = current;
        this.lists = lists;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = current.actor();
        Header list = ListAddress.list(event, lists, actor);
        int after = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("after")
                .filter(rank -> rank.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
        removeAll();
        setPageTitle(text("risklist.left.title", Figures.date(list.asOf())), text("menu.risk-lists"));
        Previous previous = list.previous();
        PageHeader header = new PageHeader(text("risklist.left.title", Figures.date(list.asOf())))
                .trail(new Breadcrumbs()
                        .to(Places.RISK_LISTS, text("menu.risk-lists"))
                        .to(Places.riskList(list.number()), text("risklist.title", Figures.date(list.asOf()))));
        add(header);
        if (previous == null) {
            add(new EmptyState(text("risklist.left.first"), text("risklist.left.first.hint")));
            return;
        }
        if (previous.left() > 0) {
            header.verdict(text(
                    previous.left() == 1 ? "risklist.left.headline.one" : "risklist.left.headline",
                    Figures.whole(previous.left()),
                    Figures.whole(previous.listed()),
                    Figures.date(previous.asOf())));
        }
        header.actions(Places.printLink(Places.leftRiskList(list.number(), 0)));
        // It names subscribers: those of the list before, with what this one says of them.
        lists.recordFurtherRead(actor, previous.number(), "looked who left it");
        lists.recordFurtherRead(actor, list.number(), "looked who is no longer on it");
        List<Left> rows = lists.left(actor, list, after, most() + 1);
        if (rows.isEmpty()) {
            add(new EmptyState(
                    text(after == 0 ? "risklist.left.nobody" : "risklist.left.no-more"),
                    text("risklist.left.nobody.hint", Figures.date(previous.asOf())),
                    Places.button(Places.riskList(previous.number()), text("risklist.left.before"))));
            return;
        }
        boolean kept = rows.getFirst().scoresKept();
        Paragraph how = new Paragraph(text("risklist.left.how", Figures.percent(list.threshold())) + " "
                + text(kept ? "risklist.left.unscored" : "risklist.left.unkept"));
        how.addClassName("gh-section-intro");
        // One row more was asked for than is shown, to know whether there are others.
        List<Left> shown = rows.stream().limit(most()).toList();
        add(how, table(list, previous, shown), others(list, previous, shown, after, rows.size() > most()));
    }

    /** Rows of a page. */
    protected int most() {
        return PAGE;
    }

    /** The ways to those who are not on this page. @param shown at least one @param more whether others follow */
    protected Component others(Header list, Previous previous, List<Left> shown, int after, boolean more) {
        Div pages = new Div();
        pages.addClassNames("gh-toolbar", "gh-no-print");
        if (after > 0) {
            pages.add(Places.button(Places.leftRiskList(list.number(), 0), text("risklist.left.top")));
        }
        if (more) {
            int last = shown.getLast().before().rank();
            pages.add(Places.button(Places.leftRiskList(list.number(), last), text("risklist.left.next", PAGE)));
        }
        return pages;
    }

    private static Table table(Header list, Previous previous, List<Left> rows) {
        List<String> groups = list.segmentNames();
        Table table = new Table(text("risklist.left.table"))
                .untitled()
                .column(text("risklist.col.customer"))
                .numberColumn(text("risklist.left.then", Figures.date(previous.asOf())))
                .numberColumn(text("risklist.left.now", Figures.date(list.asOf())));
        groups.forEach(name -> table.column(Reader.attribute(name)));
        table.numberColumn(text("risklist.col.value")).column(text("risklist.left.reasons"));
        rows.forEach(left -> table.row(cells(groups, left)));
        return table;
    }

    private static Component[] cells(List<String> groups, Left left) {
        Row before = left.before();
        Double now = left.score();
        List<Component> cells = new ArrayList<>(List.of(
                new Span(before.customer()),
                new Span(Figures.percent(before.probability())),
                oneLine(
                        now != null
                                ? Figures.percent(now)
                                : left.scoresKept() ? text("risklist.left.not-scored") : Figures.notKnown())));
        groups.forEach(name -> cells.add(group(before.segments().getOrDefault(name, Figures.notKnown()))));
        cells.add(new Span(before.value() == null ? Figures.notKnown() : Figures.money(before.value())));
        cells.add(new Span(
                before.reasons().isEmpty()
                        ? text("risklist.no-reasons")
                        : before.reasons().stream()
                                .map(reason -> reason.in(Reader.language()))
                                .collect(Collectors.joining("; "))));
        return cells.toArray(Component[]::new);
    }

    /** A short name is not broken, a long one must be. */
    private static Span group(String name) {
        return name.length() <= LONGEST_UNBROKEN ? oneLine(name) : new Span(name);
    }

    private static Span oneLine(String words) {
        Span line = new Span(words);
        line.addClassName("gh-one-line");
        return line;
    }
}
