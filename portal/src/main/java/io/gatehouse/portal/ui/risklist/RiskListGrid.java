package io.gatehouse.portal.ui.risklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.ui.components.BadgeCell;
import io.gatehouse.portal.ui.components.Facts;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.InsteadOfGrid;
import io.gatehouse.portal.ui.components.NarrowGrid;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.TermHelp;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Movement;
import io.gatehouse.risklist.RiskListPage.Previous;
import io.gatehouse.risklist.RiskListPage.Row;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.risklist.RiskLists.Filter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of a list, read page by page as they are scrolled to. A row opens to show its facts and reasons. */
class RiskListGrid extends Div {
    private static final int NARROW = 900;
    private static final int MOST_SHOWN_WHOLE = 12;

    private static final String CUSTOMER =
            "<div class=\"gh-risk-customer\"><span class=\"gh-strong\"><span class=\"gh-caret\" aria-hidden=\"true\">"
                    + "${model.detailsOpened ? '▾' : '▸'}</span>${item.customer}</span>"
                    + "<span class=\"gh-caption\">${item.chance}</span></div>";

    private static final String REASONS = "${item.reasons.length"
            + " ? html`<ol class=\"gh-reasons\">${item.reasons.map(reason => html`<li>${reason}</li>`)}</ol>`"
            + " : html`<span>${item.none}</span>`}";

    private final Grid<Row> grid = new Grid<>();

    RiskListGrid(RiskLists lists, Actor actor, Header list, Filter filter) {
        addClassName("gh-risk-grid");
        grid.getElement().setAttribute("aria-label", text("risklist.grid"));
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT, GridVariant.NO_BORDER);
        grid.addColumn(card()).setHeader(text("risklist.col.customer")).setKey("card");
        grid.addColumn(Row::rank).setHeader("#").setKey("rank").setWidth("56px").setFlexGrow(0);
        grid.addColumn(customer(LitRenderer.of(CUSTOMER)))
                .setHeader(text("risklist.col.customer"))
                .setKey("customer")
                .setWidth("128px")
                .setFlexGrow(0);
        grid.addColumn(BadgeCell.of(row -> tone(row.band()), row -> RiskListFilter.bandWord(row.band())))
                .setHeader(text("risklist.col.risk"))
                .setKey("band")
                .setWidth("116px")
                .setFlexGrow(0);
        grid.addColumn(RiskListGrid::moved)
                .setHeader(text("risklist.col.moved"))
                .setKey("moved")
                .setWidth("148px")
                .setFlexGrow(0);
        grid.addColumn(reasons(LitRenderer.of(REASONS)))
                .setHeader(TermHelp.beside(text("risklist.col.reasons"), Term.REASON))
                .setKey("reasons")
                .setFlexGrow(1);
        grid.addColumn(row -> row.value() == null ? Figures.notKnown() : Figures.money(row.value()))
                .setHeader(text("risklist.col.value"))
                .setKey("value")
                .setWidth("104px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        NarrowGrid.fit(grid, NARROW, Set.of("card"), Set.of("card"));
        grid.setItemDetailsRenderer(
                new ComponentRenderer<>(row -> details(row, lists.before(actor, list, row.customer()), list)));
        RowsByRank rows = new RowsByRank(lists, list.number(), filter);
        grid.setItems(
                query -> rows.rows(actor, query.getOffset(), query.getLimit()).stream(),
                query -> Math.toIntExact(lists.countUpTo(
                        actor,
                        list.number(),
                        filter,
                        filter.equals(Filter.ALL) ? Integer.MAX_VALUE : RiskListView.MOST_COUNTED)));
        grid.setAllRowsVisible(list.listed() <= MOST_SHOWN_WHOLE);
        add(grid, InsteadOfGrid.of(grid, RiskListQuery.place(list.number(), filter)));
    }

    static StatusBadge badge(String band) {
        return new StatusBadge(tone(band), RiskListFilter.bandWord(band));
    }

    private static Tone tone(String band) {
        return switch (band) {
            case "very high" -> Tone.ACT;
            case "high" -> Tone.WATCH;
            default -> Tone.INFO;
        };
    }

    /** {@code ▲ up from 41 %}: the shape and the word say the same. */
    static String moved(Row row) {
        Double before = row.previousProbability();
        return row.movement() == Movement.NEW || before == null || before.isNaN()
                ? text("risklist.moved." + row.movement())
                : text("risklist.moved.from." + row.movement(), Figures.percent(before));
    }

    /** On a telephone: what the other columns say, one below the other. */
    private static LitRenderer<Row> card() {
        LitRenderer<Row> card = LitRenderer.<Row>of(
                        "<div class=\"gh-stack\"><div class=\"gh-card-head\">" + CUSTOMER + BadgeCell.TEMPLATE
                                + "</div><span class=\"gh-caption\">${item.moved}</span>" + REASONS + "</div>")
                .withProperty("moved", RiskListGrid::moved);
        return BadgeCell.with(
                reasons(customer(card)), row -> tone(row.band()), row -> RiskListFilter.bandWord(row.band()));
    }

    private static LitRenderer<Row> customer(LitRenderer<Row> renderer) {
        return renderer.withProperty("customer", Row::customer)
                .withProperty("chance", row -> text("risklist.chance", Figures.percent(row.probability())));
    }

    private static LitRenderer<Row> reasons(LitRenderer<Row> renderer) {
        return renderer.withProperty("none", row -> text("risklist.no-reasons"))
                .withProperty(
                        "reasons",
                        row -> row.reasons().stream()
                                .map(reason -> reason.in(Reader.language()))
                                .toList());
    }

    private static Component reasons(Row row) {
        List<ListItem> lines = row.reasons().stream()
                .map(reason -> new ListItem(reason.in(Reader.language())))
                .toList();
        OrderedList list = new OrderedList(lines.toArray(ListItem[]::new));
        list.addClassName("gh-reasons");
        return lines.isEmpty() ? new Span(text("risklist.no-reasons")) : list;
    }

    static Component details(Row row, Optional<Row> before, Header list) {
        Facts facts = new Facts()
                .add(
                        text("risklist.col.risk"),
                        text(
                                "risklist.detail.chance",
                                Figures.percentFine(row.probability()),
                                RiskListFilter.bandWord(row.band())))
                .add(text("risklist.col.moved"), moved(row))
                .add(text("risklist.col.value"), row.value() == null ? Figures.notKnown() : Figures.money(row.value()));
        row.segments().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(segment -> facts.add(Reader.attribute(segment.getKey()), segment.getValue()));
        Div why = new Div(new Paragraph(text("risklist.detail.why")), reasons(row));
        why.addClassName("gh-stack");
        Div columns = new Div(facts, why);
        Previous previous = list.previous();
        if (previous != null) {
            columns.add(earlier(before, previous));
        }
        columns.addClassNames("gh-columns", "gh-risk-details");
        return columns;
    }

    /** The reasons of the list before, beside those of this one. */
    private static Div earlier(Optional<Row> before, Previous previous) {
        String day = Figures.date(previous.asOf());
        Div earlier = before.map(row -> new Div(
                        new Paragraph(text("risklist.detail.before", day, Figures.percent(row.probability()))),
                        reasons(row)))
                .orElseGet(() -> new Div(new Paragraph(text("risklist.detail.before.none", day))));
        earlier.addClassName("gh-stack");
        return earlier;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
