package io.gatehouse.portal.ui.risklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.risklist.RiskListPage;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Row;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.sentences.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The customers of a list with all that the workbook has of each, as plain rows for paper. */
public final class RiskListTable {
    /** About a hundred pages. */
    public static final int MOST_ON_PAPER = 2_000;

    private RiskListTable() {}

    /** The customers that a filter leaves; where they are too many for paper, a line says where all are. */
    public static Component of(RiskLists lists, Actor actor, Header list, Filter filter) {
        List<Row> rows = lists.after(actor, list.number(), filter, 0, MOST_ON_PAPER);
        Table table = new Table(text("risklist.grid"))
                .untitled()
                .numberColumn("#")
                .column(text("risklist.col.customer"))
                .numberColumn(text("risklist.col.score"))
                .column(text("risklist.col.risk"))
                .column(text("risklist.col.moved"));
        list.segmentNames().forEach(name -> table.column(Reader.attribute(name)));
        table.numberColumn(text("risklist.col.value"))
                .column(text("risklist.col.reasons"))
                .compact();
        rows.forEach(row -> table.row(cells(list, row)));
        Div all = new Div(table);
        long matching = lists.page(actor, list.number(), filter, 0, 0)
                .map(RiskListPage::matching)
                .orElse(0L);
        if (matching > rows.size()) {
            all.addComponentAsFirst(
                    new Paragraph(text("risklist.print.cut", Figures.whole(rows.size()), Figures.whole(matching))));
        }
        return all;
    }

    private static Component[] cells(Header list, Row row) {
        List<Component> cells = new ArrayList<>(List.of(
                new Span(Integer.toString(row.rank())),
                new Span(row.customer()),
                new Span(Figures.percentFine(row.probability())),
                RiskListGrid.badge(row.band()),
                new Span(RiskListGrid.moved(row))));
        list.segmentNames().forEach(name -> cells.add(new Span(row.segments().getOrDefault(name, Figures.notKnown()))));
        cells.add(new Span(row.value() == null ? Figures.notKnown() : Figures.money(row.value())));
        cells.add(new Span(
                row.reasons().isEmpty()
                        ? text("risklist.no-reasons")
                        : row.reasons().stream().map(RiskListTable::said).collect(Collectors.joining("; "))));
        return cells.toArray(Component[]::new);
    }

    private static String said(Sentence reason) {
        return reason.in(Reader.language());
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
