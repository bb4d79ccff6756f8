package io.gatehouse.portal.ui.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.Champions;
import io.gatehouse.champions.ClaimedFigure;
import io.gatehouse.champions.ModelPage;
import io.gatehouse.comparison.Comparisons.VersionRef;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.overrides.Overrides;
import io.gatehouse.people.Action;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.downloads.WorkbookDownloads.Matter;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.Draft;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.HealthBadge;
import io.gatehouse.portal.ui.components.MoreWays;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.ProvenanceLine;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.TenureTimeline;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.overrides.OverrideCards;
import io.gatehouse.promotion.PromotionRow;
import io.gatehouse.promotion.Promotions;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.rollback.Rollbacks;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One model: how its version in use does, who was in use when, all versions, all requests. */
@Route("models/:name")
@PermitAll
public class ModelView extends Page implements BeforeEnterObserver {
    private static final int MOST_OVERRIDES = 5;
    /** The alias that is asked for, as by the API where it names none. */
    private static final String PROTECTED = "champion";

    private final transient CurrentPerson current;
    private final transient Champions champions;
    private final transient WorkbookDownloads downloads;
    private final transient Rollbacks rollbacks;
    private final transient Overrides overrides;
    private final transient Promotions promotions;
    private final transient RiskLists riskLists;
    private final transient Clock clock;

    protected ModelView(
            CurrentPerson current,
            Champions champions,
            WorkbookDownloads downloads,
            Rollbacks rollbacks,
            Overrides overrides,
            Promotions promotions,
            RiskLists riskLists,
            Clock clock) {
        this.riskLists = riskLists;
        this.overrides = overrides;
        this.promotions = promotions;
        this.current = current;
        this.champions = champions;
        this.downloads = downloads;
        this.rollbacks = rollbacks;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String name = event.getRouteParameters().get("name").orElse("");
        ModelPage page = champions
                .page(current.actor(), name)
                .orElseThrow(() -> new NotFoundException(text("models.unknown", name)));
        setPageTitle(page.model(), text("menu.models"));
        show(page);
    }

    private void show(ModelPage page) {
        removeAll();
        RollbackSection back = new RollbackSection(
                current,
                rollbacks,
                clock.instant(),
                () -> champions.page(current.actor(), page.model()).ifPresent(this::show));
        add(header(page, back));
        ChampionSummary champion = page.champion();
        back.unsent(page.model(), champion.version()).ifPresent(this::add);
        if (champion.version() != null) {
            Div figures = ChampionFigures.of(champion);
            figures.addClassName("gh-panel");
            Section results = section(text("models.results"), text("models.results.intro"), figures);
            ChampionFigures.list(
                            champion,
                            riskLists
                                    .ofVersionsInUse(current.actor(), List.of(page.model()))
                                    .get(page.model()))
                    .ifPresent(results::add);
            add(results);
            KeyResults.of(page, current.may(Action.READ_PROMOTION)).ifPresent(this::add);
            ClaimedFigure claimed = champion.claimed();
            if (claimed != null) {
                add(ClaimedSection.of(page.model(), claimed, current.may(Action.POST_OUTCOMES)));
            }
        }
        add(tenures(page));
        back.of(page.model()).ifPresent(this::add);
        overridden(page.model()).ifPresent(this::add);
        add(versions(page));
        if (current.may(Action.READ_PROMOTION)) {
            add(requests(page));
        }
        add(about(page));
        add(new ProvenanceLine(
                champion.policy().isEmpty() ? "" : text("provenance.policy", champion.policy()),
                evidence(champion).isEmpty() ? "" : text("provenance.evidence", evidence(champion))));
    }

    private Section versions(ModelPage page) {
        boolean asks = current.may(Action.REQUEST_PROMOTION) && !forPaper();
        VersionsTable versions = new VersionsTable(
                page,
                asks ? version -> ask(page.model(), version) : null,
                current.may(Action.READ_PROMOTION),
                current.may(Action.READ_TRACKING));
        return forPaper() ? versions.onPaper() : versions.section();
    }

    /** Whether nobody can press, choose or scroll. */
    protected boolean forPaper() {
        return false;
    }

    private void ask(String model, int version) {
        Draft draft = Draft.of(current.actor().person().id(), "ask." + model + "." + version);
        new AskDialog(
                        model,
                        version,
                        draft,
                        (use, note) -> promotions.ask(current.actor(), model, version, PROTECTED, use, note))
                .open();
    }

    /** Its overrides, open and ended, in one line each; empty if there is none, or the reader may not read them. */
    private Optional<Section> overridden(String model) {
        if (!current.may(Action.READ_PROMOTION)) {
            return Optional.empty();
        }
        List<CheckOverride> found = overrides.all(current.actor(), new Overrides.Query(Set.of(), model, null));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        found.stream().limit(MOST_OVERRIDES).forEach(each -> {
            Span words = new Span(
                    Places.link(
                            Places.override(each.number()),
                            text("models.override", each.id(), Reader.word(each.check()), each.version())),
                    new Span(" · " + text("models.override.until", Figures.date(each.until()))));
            words.addClassName("gh-grow");
            list.add(new ListItem(OverrideCards.badge(each.stateAt(now)), words));
        });
        Section section = section(text("overrides.title"), list);
        section.setId("overrides");
        if (found.size() > MOST_OVERRIDES) {
            section.add(Places.link(Places.overrides(model), text("home.overrides.all", found.size())));
        }
        return Optional.of(section);
    }

    private PageHeader header(ModelPage page, RollbackSection back) {
        ChampionSummary champion = page.champion();
        PageHeader header = new PageHeader(page.model())
                .trail(new Breadcrumbs().to(Places.MODELS, text("menu.models")))
                .badge(new HealthBadge(champion.health()))
                .verdict(
                        champion.version() == null
                                ? NextStep.of(page, current.may(Action.READ_PROMOTION))
                                : champion.verdict().in(Reader.language()));
        Instant evaluated = champion.evaluatedAt();
        if (evaluated != null) {
            header.asOf(text("models.as-of", Figures.dateTime(evaluated), evidence(champion)));
        }
        List<Component> actions = new ArrayList<>();
        Integer version = champion.version();
        actions.add(button(Places.answers(page.model(), Figures.day(clock.instant())), "models.answers"));
        actions.add(button(Places.timeline(page.model()), "models.timeline"));
        if (version != null) {
            actions.add(button(Places.card(page.model(), version), "card.title"));
            actions.add(button(Places.lineage("version/" + page.model() + "/" + version), "models.lineage"));
            actions.add(new DownloadButton(
                    text("download.excel"),
                    () -> downloads.champion(current.asker(), page.model(), Places.model(page.model()))));
        }
        MoreWays more = new MoreWays().with(Places.printLink(Places.model(page.model())));
        Long request = champion.requestNumber();
        if (request != null && evaluated != null && current.may(Action.READ_PROMOTION)) {
            for (Matter matter : Matter.values()) {
                more.with(new DownloadButton(
                        text("review.download." + matter),
                        () -> downloads.matter(matter, current.asker(), request, Places.promotion(request))));
            }
        }
        if (current.may(Action.READ_POLICY)) {
            more.with(button(Places.valueAssumptions(page.model()), "assumptions.title"));
        }
        actions.add(more);
        if (version != null) {
            back.button(page.model(), version).ifPresent(actions::add);
        }
        return header.actions(actions.toArray(Component[]::new));
    }

    private static String evidence(ChampionSummary champion) {
        return champion.evidenceFrom().isEmpty() ? "" : text("models.data-of", Figures.told(champion.evidenceFrom()));
    }

    private Section tenures(ModelPage page) {
        return explained(
                section(
                        text("models.tenures"),
                        page.tenures().isEmpty()
                                ? new EmptyState(
                                        text(
                                                "models.tenures.empty",
                                                page.versions().size()),
                                        text("models.tenures.empty.hint"))
                                : new TenureTimeline(
                                        page.tenures(), clock.instant(), current.may(Action.READ_PROMOTION))),
                Term.TENURE);
    }

    private static Section requests(ModelPage page) {
        if (page.requests().isEmpty()) {
            return section(
                    text("models.requests"),
                    new EmptyState(text("models.requests.empty"), text("home.own.empty.hint")));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        page.requests().forEach(request -> list.add(line(request)));
        return explained(section(text("models.requests"), list), Term.PROMOTION_REQUEST);
    }

    private static ListItem line(PromotionRow request) {
        Span words = new Span(
                Places.link(
                        Places.promotion(request.number()),
                        text("models.request", "PR-" + request.number(), request.version())),
                new Span(" " + request.statusLine().in(Reader.language())));
        words.addClassName("gh-grow");
        Instant decided = request.decidedAt();
        Span when = new Span(text("models.request.asked", request.requestedBy(), Figures.date(request.requestedAt()))
                + (decided == null ? "" : " · " + text("reviews.decided.on", Figures.date(decided))));
        when.addClassName("gh-caption");
        return new ListItem(StatusBadge.of(request.state()), words, when);
    }

    private static Section about(ModelPage page) {
        if (page.description().isBlank()) {
            return section(
                    text("models.about"), new EmptyState(text("models.about.empty"), text("models.about.empty.hint")));
        }
        Div card = new Div(new Markdown(page.description()));
        card.addClassName("gh-panel");
        return section(text("models.about"), card);
    }

    private static Anchor button(String place, String key) {
        Anchor button = Places.button(place, text(key));
        return button;
    }

    /** The versions of one model that a reader chose, oldest first, so that the older one is the baseline. */
    static String comparison(String model, List<Integer> versions) {
        return Places.compare(versions.stream()
                .sorted()
                .map(version -> new VersionRef(model, version))
                .toList());
    }
}
