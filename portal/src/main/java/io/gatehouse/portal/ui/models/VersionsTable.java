package io.gatehouse.portal.ui.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.champions.ModelPage;
import io.gatehouse.champions.ModelPage.VersionRow;
import io.gatehouse.comparison.Comparisons;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.AliasChip;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.InsteadOfGrid;
import io.gatehouse.portal.ui.components.NarrowGrid;
import io.gatehouse.portal.ui.components.PersonTag;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.TermHelp;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.promotion.RequestState;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** All versions of a model, of which two to five can be laid side by side. */
class VersionsTable {
    private static final String NAME = "name";
    private static final int NARROW = 640;
    private static final int MOST_AT_FULL_HEIGHT = 15;
    /** A request that ended so says nothing against another one. */
    private static final Set<RequestState> AGAIN =
            EnumSet.of(RequestState.REJECTED, RequestState.WITHDRAWN, RequestState.EXPIRED, RequestState.OUTDATED);

    private final ModelPage page;
    private final @Nullable IntConsumer ask;
    private final boolean requests;
    private final boolean runs;
    private final Grid<VersionRow> grid = new Grid<>();
    private final Button compare = new Button();
    private final Span hint = new Span();

    /**
     * @param ask for the promotion of a version; absent if the reader may not
     * @param requests whether the reader may open them
     * @param runs likewise
     */
    VersionsTable(ModelPage page, @Nullable IntConsumer ask, boolean requests, boolean runs) {
        this.requests = requests;
        this.runs = runs;
        this.page = page;
        this.ask = ask;
        grid.getElement().setAttribute("aria-label", text("models.versions"));
        grid.addThemeVariants(GridVariant.NO_BORDER);
        columns();
        grid.setItems(page.versions());
        grid.setAllRowsVisible(page.versions().size() <= MOST_AT_FULL_HEIGHT);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addSelectionListener(event -> chosen(event.getAllSelectedItems()));
        compare.addThemeVariants(ButtonVariant.PRIMARY);
        compare.addClickListener(event -> event.getSource()
                .getUI()
                .ifPresent(ui -> Places.go(
                        ui,
                        ModelView.comparison(
                                page.model(),
                                grid.getSelectedItems().stream()
                                        .map(VersionRow::version)
                                        .toList()))));
        hint.addClassName("gh-caption");
        hint.getElement().setAttribute("role", "status");
        chosen(Set.of());
    }

    Section section() {
        Section section = titled();
        if (page.versions().isEmpty()) {
            return section;
        }
        Div bar = new Div(hint, compare);
        bar.addClassName("gh-toolbar");
        bar.addClassName("is-end");
        Div box = new Div(grid, InsteadOfGrid.of(grid, Places.model(page.model())));
        box.addClassName("gh-grid-box");
        section.add(box);
        // One alone has nothing to be laid beside.
        if (page.versions().size() > 1) {
            section.add(bar);
        }
        return section;
    }

    /** All versions as plain rows, for paper: there nothing is chosen, and the name of a version leads to its card. */
    Section onPaper() {
        Section section = titled();
        if (page.versions().isEmpty()) {
            return section;
        }
        Table table = new Table(text("models.versions"))
                .untitled()
                .column(text("models.column.version"))
                .column(text("models.column.review"))
                .numberColumn(text("models.column.auc"))
                .column(text("models.column.created"))
                .column(text("models.column.by"))
                .column(text("models.column.run"));
        page.versions()
                .forEach(row -> table.row(
                        named(
                                Places.link(Places.card(page.model(), row.version()), text("version", row.version())),
                                row),
                        review(row),
                        new Span(auc(row)),
                        new Span(Figures.date(row.createdAt())),
                        new PersonTag(row.createdBy()),
                        run(row)));
        section.add(table);
        return section;
    }

    private Section titled() {
        Section section = new Section(new H2(text("models.versions")));
        section.addClassName("gh-section");
        if (page.versions().isEmpty()) {
            section.add(new EmptyState(text("models.versions.empty"), text("models.versions.empty.hint")));
            return section;
        }
        Paragraph intro = new Paragraph(text("models.versions.intro"));
        intro.addClassName("gh-section-intro");
        section.add(intro);
        return section;
    }

    private void columns() {
        grid.addComponentColumn(this::nameAndAliases)
                .setKey(NAME)
                .setHeader(text("models.column.version"))
                .setComparator(Comparator.comparingInt(VersionRow::version))
                .setWidth("150px")
                .setFlexGrow(1);
        grid.addComponentColumn(this::review)
                .setHeader(text("models.column.review"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(VersionsTable::auc)
                .setHeader(TermHelp.beside(text("models.column.auc"), Term.AUC))
                .setComparator(Comparator.comparingDouble(VersionsTable::aucOrLowest))
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> Figures.date(row.createdAt()))
                .setHeader(text("models.column.created"))
                .setComparator(Comparator.comparing(VersionRow::createdAt))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(row -> new PersonTag(row.createdBy()))
                .setHeader(text("models.column.by"))
                .setComparator(Comparator.comparing(VersionRow::createdBy))
                .setWidth("135px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::run)
                .setHeader(text("models.column.run"))
                .setWidth("140px")
                .setFlexGrow(1);
        grid.addComponentColumn(this::card)
                .setHeader(text("models.column.card"))
                .setWidth("110px")
                .setFlexGrow(0);
        NarrowGrid.fit(grid, NARROW, Set.of(NAME), Set.of());
    }

    private static double aucOrLowest(VersionRow row) {
        Double auc = row.loggedTestAuc();
        return auc == null ? Double.NEGATIVE_INFINITY : auc;
    }

    private Component card(VersionRow row) {
        return Places.link(Places.card(page.model(), row.version()), text("models.card"));
    }

    private Component nameAndAliases(VersionRow row) {
        return new Div(named(new Span(text("version", row.version())), row), onSmallScreens(row));
    }

    private static Span named(Component name, VersionRow row) {
        Span cell = new Span(name);
        cell.addClassName("gh-chips");
        row.aliases().forEach(alias -> cell.add(new AliasChip(alias)));
        return cell;
    }

    /** What the other columns say, for screens that have no room for them. */
    private Component onSmallScreens(VersionRow row) {
        Div facts = new Div(new Span(text("models.small", auc(row), Figures.date(row.createdAt()), row.createdBy())));
        Div more = new Div(new Div(review(row)), facts, new Div(run(row)), new Div(card(row)));
        more.addClassNames("gh-only-small", "gh-caption", "gh-run-lines");
        return more;
    }

    private static String auc(VersionRow row) {
        Double auc = row.loggedTestAuc();
        return auc == null ? Figures.notKnown() : Figures.index(auc);
    }

    private Component review(VersionRow row) {
        if (row.belowFloor()) {
            return new StatusBadge(Tone.ACT, text("models.below-floor"));
        }
        Long request = row.latestRequest();
        String state = row.latestState();
        if (request == null || state == null) {
            return ask == null ? new StatusBadge(Tone.NONE, text("models.not-asked")) : asking("models.ask", row);
        }
        RequestState stands = RequestState.valueOf(state);
        Span cell =
                new Span(StatusBadge.of(stands), Places.linkIf(requests, Places.promotion(request), "PR-" + request));
        cell.addClassName("gh-chips");
        if (ask != null && AGAIN.contains(stands)) {
            cell.add(asking("models.ask.again", row));
        }
        return cell;
    }

    private Component asking(String words, VersionRow row) {
        Button button =
                new Button(text(words), click -> Objects.requireNonNull(ask).accept(row.version()));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(text("models.ask.version", row.version()));
        return button;
    }

    private Component run(VersionRow row) {
        String run = row.runId();
        if (run == null) {
            return new Span(Figures.notKnown());
        }
        String name = row.runName();
        HtmlContainer link = Places.linkIf(runs, Places.run(run), name == null || name.isEmpty() ? run : name);
        // The column may be narrower than the name.
        link.setTitle(link.getText());
        return link;
    }

    private void chosen(Set<VersionRow> versions) {
        boolean fits = versions.size() >= 2 && versions.size() <= Comparisons.MOST;
        compare.setVisible(fits);
        compare.setText(text("models.compare", versions.size()));
        hint.setText(
                fits ? text("models.compare.chosen", versions.size()) : text("models.compare.hint", Comparisons.MOST));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
