package io.gatehouse.portal.ui.risklist;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.PersonTag;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Previous;
import io.gatehouse.risklist.RiskLists;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** All risk lists, newest first. */
@Route(value = "risk-lists", layout = MainLayout.class)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class RiskListsView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient RiskLists lists;

    RiskListsView(CurrentPerson current, RiskLists lists) {
        this.current = current;
        this.lists = lists;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        setPageTitle(text("menu.risk-lists"));
        List<Header> headers = lists.all(current.actor());
        PageHeader header = new PageHeader(text("menu.risk-lists")).explained(Term.RISK_LIST);
        add(header);
        if (headers.isEmpty()) {
            add(new EmptyState(text("risklist.none"), text("risklist.none.hint")));
            return;
        }
        Header newest = headers.getFirst();
        header.verdict(text(
                "risklist.newest", Figures.whole(newest.listed()), newest.population(), Figures.date(newest.asOf())));
        Table table = new Table(text("risklist.all"))
                .column(text("risklist.list"))
                .column(text("risklist.model"))
                .numberColumn(text("risklist.listed"))
                .numberColumn(text("risklist.scored"))
                .numberColumn(text("risklist.value"))
                .column(text("risklist.since-last"))
                .column(text("risklist.posted-by"));
        headers.forEach(list -> addRow(table, list));
        add(table);
    }

    private static void addRow(Table table, Header list) {
        Anchor link = Places.link(Places.riskList(list.number()), Figures.date(list.asOf()) + " · RL-" + list.number());
        table.row(
                link,
                new Span(list.model() + " · " + text("version", list.version())),
                new Span(Figures.whole(list.listed())),
                new Span(Figures.whole(list.scored())),
                new Span(list.valueAtRisk() == null ? Figures.notKnown() : Figures.money(list.valueAtRisk())),
                new Span(change(list)),
                new PersonTag(list.postedBy()));
    }

    static String change(Header list) {
        Previous previous = list.previous();
        return previous == null
                ? text("risklist.first")
                : text("risklist.moved", Figures.whole(previous.joined()), Figures.whole(previous.left()));
    }
}
