package io.gatehouse.portal.ui.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.ChampionSummary.Fairness;
import io.gatehouse.champions.Champions;
import io.gatehouse.checks.Figure;
import io.gatehouse.inventory.Inventory;
import io.gatehouse.inventory.InventoryEntry;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.people.Action;
import io.gatehouse.portal.downloads.InventoryDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.HealthBadge;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.RowsTable;
import io.gatehouse.portal.ui.components.VerdictBadge;
import io.gatehouse.portal.ui.downloads.InBackground;
import io.gatehouse.portal.ui.savedviews.SavedViewsBar;
import io.gatehouse.savedviews.SavedViews;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All models, those in trouble first; found by words, narrowed down, sorted, and taken away as an inventory. */
@Route(Places.MODELS)
@PermitAll
public class ModelsView extends Page implements BeforeEnterObserver {
    /** Of models without a version. */
    private static final int MOST_NAMED = 10;

    private final transient CurrentPerson current;
    private final transient Inventory inventory;
    private final transient InventoryDownloads downloads;
    private final transient SavedViews views;
    private final transient InBackground background;

    protected ModelsView(
            CurrentPerson current,
            Inventory inventory,
            InventoryDownloads downloads,
            SavedViews views,
            InBackground background) {
        this.background = background;
        this.current = current;
        this.inventory = inventory;
        this.downloads = downloads;
        this.views = views;
        setPageTitle(text("menu.models"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!SavedViewsBar.opens(event, views, current)) {
            SavedViewsBar saved = new SavedViewsBar(views, current, Places.MODELS);
            show(event.getLocation(), table -> {
                add(saved);
                table.choices(saved::show);
            });
        }
    }

    /** @param beforeTable adds what stands before the table, which is not drawn yet */
    protected final void show(Location at, Consumer<RowsTable<InventoryEntry>> beforeTable) {
        removeAll();
        List<InventoryEntry> models = inventory.all(current.actor());
        if (models.isEmpty()) {
            Optional<Paragraph> unversioned = withoutVersion("models.unversioned");
            String none = unversioned.isPresent() ? "home.unversioned" : "home.empty";
            add(new PageHeader(text("menu.models")), new EmptyState(text(none), text(none + ".hint")));
            unversioned.ifPresent(this::add);
            return;
        }
        long inUse = models.stream()
                .filter(model -> model.summary().version() != null)
                .count();
        PageHeader header = new PageHeader(text("menu.models"))
                .verdict(text("models.verdict", models.size(), inUse))
                .actions(new DownloadButton(
                        text("models.inventory"),
                        () -> Optional.of(downloads.inventory(current.asker(), Places.MODELS))))
                .actions(Places.printLink(Places.MODELS));
        int count = models.size();
        if (background.orders().longOfModels(count)) {
            header.actions(
                    background.button(() -> background.orders().inventory(current.asker(), count, Places.MODELS)));
        }
        add(header);
        RowsTable<InventoryEntry> table = table(models, at);
        beforeTable.accept(table);
        add(table.shown());
        withoutVersion("models.no-version").ifPresent(this::add);
    }

    /** Of those there is nothing to tell yet but that they are there. @param key of the words, which say more models where others are above */
    private Optional<Paragraph> withoutVersion(String key) {
        Champions.WithoutVersion found = inventory.withoutVersion(current.actor(), MOST_NAMED);
        if (found.count() == 0) {
            return Optional.empty();
        }
        Paragraph line = new Paragraph(
                new Span(text(found.count() == 1 ? key + ".one" : key, Figures.whole(found.count())) + " "));
        line.addClassName("gh-caption");
        for (int i = 0; i < found.names().size(); i++) {
            String name = found.names().get(i);
            line.add(new Span(i == 0 ? "" : ", "), Places.link(Places.model(name), name));
        }
        long others = found.count() - found.names().size();
        if (others > 0) {
            line.add(new Span(" " + text("models.no-version.others", Figures.whole(others))));
        }
        return Optional.of(line);
    }

    private RowsTable<InventoryEntry> table(List<InventoryEntry> models, Location at) {
        return new RowsTable<>(text("menu.models"), () -> inventory.all(current.actor()), at)
                .known(models)
                .column(
                        "model",
                        text("as-of.model"),
                        ModelsView::name,
                        each -> each.summary().model())
                .column(
                        "status",
                        text("models.column.status"),
                        each -> new HealthBadge(each.summary().health()),
                        each -> each.summary().health())
                .column(
                        "since",
                        text("models.column.in-use"),
                        ModelsView::inUse,
                        each -> each.summary().since())
                .column(
                        "owner",
                        text("models.column.owner"),
                        ModelsView::owner,
                        each -> orNull(each.said(CardField.OWNER)))
                .numberColumn(
                        "found",
                        text("models.column.found"),
                        each -> new Span(found(each.summary())),
                        each -> estimate(each.summary().foundOfHundred()))
                .numberColumn(
                        "worth",
                        text("as-of.worth"),
                        each -> new Span(worth(each.summary())),
                        each -> each.summary().netPerMonth() == null
                                ? null
                                : each.summary().netPerMonth().likely().amount())
                .column(
                        "fairness",
                        text("as-of.fairness"),
                        each -> fairness(each.summary()),
                        each -> each.summary().fairness() == null
                                ? null
                                : each.summary().fairness().verdict())
                .numberColumn(
                        "waiting",
                        text("models.column.waiting"),
                        this::waiting,
                        each -> each.summary().openRequests())
                .choice(
                        "status",
                        text("models.column.status"),
                        each -> Reader.word(each.summary().health()))
                .choice("owner", text("models.column.owner"), each -> each.said(CardField.OWNER))
                .found(each -> String.join(
                        " ",
                        each.summary().model(),
                        each.summary().purpose(),
                        each.summary().verdict().in(Reader.language()),
                        each.summary().policy(),
                        each.said(CardField.OWNER)));
    }

    private static Component name(InventoryEntry each) {
        ChampionSummary model = each.summary();
        Div verdict = new Div(new Span(model.verdict().in(Reader.language())));
        verdict.addClassName("gh-caption");
        return new Div(Places.link(Places.model(model.model()), model.model()), verdict);
    }

    private static Component inUse(InventoryEntry each) {
        Instant since = each.summary().since();
        Integer version = each.summary().version();
        if (since == null || version == null) {
            return new Span(text("as-of.version.none"));
        }
        Anchor link = Places.link(Places.answers(each.summary().model()), text("version", version));
        link.addClassName("gh-one-line");
        Div day = new Div(new Span(text("models.since", Figures.date(since))));
        day.addClassNames("gh-caption", "gh-one-line");
        return new Div(link, day);
    }

    private static Component owner(InventoryEntry each) {
        String owner = each.said(CardField.OWNER);
        Integer version = each.summary().version();
        if (!owner.isEmpty() || version == null) {
            return new Span(owner.isEmpty() ? "–" : owner);
        }
        Anchor card = Places.link(
                Places.card(each.summary().model(), version, CardField.OWNER), text("models.owner.missing"));
        card.addClassName("gh-one-line");
        return card;
    }

    private static String found(ChampionSummary model) {
        Double share = estimate(model.foundOfHundred());
        return share == null ? unknown(model) : Figures.percent(share);
    }

    private static String worth(ChampionSummary model) {
        return model.netPerMonth() == null
                ? unknown(model)
                : Figures.money(model.netPerMonth().likely());
    }

    /** What does not arise, as against what is not known. */
    private static String unknown(ChampionSummary model) {
        return model.version() == null ? "–" : Figures.notKnown();
    }

    private static Component fairness(ChampionSummary model) {
        Fairness fairness = model.fairness();
        return fairness == null ? new Span(unknown(model)) : new VerdictBadge(fairness.verdict());
    }

    private Component waiting(InventoryEntry each) {
        int open = each.summary().openRequests();
        return open > 0 && current.may(Action.READ_PROMOTION)
                ? Places.link(Places.promotions(each.summary().model()), Figures.whole(open))
                : new Span(Figures.whole(open));
    }

    private static @Nullable Double estimate(@Nullable Figure figure) {
        return figure == null ? null : figure.estimate();
    }

    private static @Nullable String orNull(String words) {
        return words.isEmpty() ? null : words;
    }
}
