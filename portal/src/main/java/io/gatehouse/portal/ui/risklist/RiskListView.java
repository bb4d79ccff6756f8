package io.gatehouse.portal.ui.risklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.KeyFigure;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.ProvenanceLine;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.downloads.InBackground;
import io.gatehouse.portal.ui.savedviews.SavedViewsBar;
import io.gatehouse.risklist.ChosenPart;
import io.gatehouse.risklist.RiskListPage;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.savedviews.SavedViews;
import io.gatehouse.sentences.Sentence;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One risk list: what it says as a whole, and each customer with what the score reacted to. */
@Route(value = "risk-lists/:number", layout = MainLayout.class)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class RiskListView extends Page implements BeforeEnterObserver {
    /** Rows that a filter leaves are counted so far, and shown; whoever has more of them narrows down further or takes them away. */
    static final int MOST_COUNTED = 1_000;

    private final transient CurrentPerson current;
    private final transient RiskLists lists;
    private final transient WorkbookDownloads downloads;
    private final transient InBackground background;
    private final transient SavedViews views;
    private final Div head = new Div();
    private final H2 counted = new H2();
    private final Paragraph chosen = new Paragraph();
    private final Div rows = new Div();
    private @Nullable RiskListFilter filters;
    private @Nullable SavedViewsBar saved;
    private long opened = -1;
    private long built = -1;

    protected RiskListView(
            CurrentPerson current,
            RiskLists lists,
            WorkbookDownloads downloads,
            InBackground background,
            SavedViews views) {
        this.background = background;
        this.views = views;
        this.current = current;
        this.lists = lists;
        this.downloads = downloads;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = current.actor();
        Header header = ListAddress.list(event, lists, actor);
        long number = header.number();
        if (built != number
                && event.getLocation().getPath().startsWith(Places.RISK_LISTS)
                && SavedViewsBar.opens(event, views, current, Places.RISK_LISTS)) {
            return;
        }
        if (opened != number) {
            lists.recordRead(actor, number, "opened");
            opened = number;
        }
        Filter filter = RiskListQuery.read(event.getLocation().getQueryParameters(), header);
        long matching = lists.countUpTo(
                actor, number, filter, filter.equals(Filter.ALL) ? Integer.MAX_VALUE : MOST_COUNTED + 1);
        if (built != number) {
            build(actor, header, filter);
            built = number;
        }
        narrowDown(actor, header, filter, matching);
    }

    /** What stays as it is, however the list is filtered: whoever types into a filter keeps their place. */
    private void build(Actor actor, Header list, Filter filter) {
        removeAll();
        setPageTitle(text("risklist.title", Figures.date(list.asOf())), text("menu.risk-lists"));
        add(head, figures(list));
        if (!list.summary().isEmpty()) {
            add(section(text("risklist.changed"), summary(list.summary())));
        }
        filters = new RiskListFilter(list, filter, lists.groups(actor, list.number()));
        Paragraph reasons = new Paragraph(new Span(text("risklist.reasons")));
        reasons.addClassName("gh-section-intro");
        if (opens()) {
            Span more = new Span(" " + text("risklist.reasons.open"));
            more.addClassName("gh-no-print");
            reasons.add(more);
        }
        chosen.addClassName("gh-print-only");
        // Of any week's list: who looks after some customers does so every week.
        SavedViewsBar kept = new SavedViewsBar(views, current, Places.RISK_LISTS, Places.riskList(list.number()));
        saved = kept;
        Div box = new Div(kept, filters, rows);
        Section customers = new Section(counted, chosen, reasons, box);
        customers.addClassName("gh-section");
        add(customers, section(text("risklist.blind"), blindSpots()), provenance(list));
    }

    private void narrowDown(Actor actor, Header list, Filter filter, long matching) {
        head.removeAll();
        head.add(header(list, filter, matching));
        counted.setText(
                beyond(filter, matching)
                        ? text("risklist.customers.more", Figures.whole(MOST_COUNTED), Figures.whole(list.listed()))
                        : text("risklist.customers", Figures.whole(matching), Figures.whole(list.listed())));
        Optional<String> part = ChosenPart.inWords(list, filter, Reader.language());
        chosen.setVisible(part.isPresent());
        chosen.setText(part.orElse(""));
        if (filters != null) {
            filters.show(filter);
        }
        if (saved != null) {
            saved.showPlace(RiskListQuery.place(list.number(), filter));
        }
        rows.removeAll();
        rows.add(matching == 0 ? nothing(list, filter) : customers(lists, actor, list, filter));
    }

    /** The customers that the filter leaves, at least one. */
    protected Component customers(RiskLists lists, Actor actor, Header list, Filter filter) {
        return new RiskListGrid(lists, actor, list, filter);
    }

    /** Whether a row opens to show more. */
    protected boolean opens() {
        return true;
    }

    /** Whether there are more than were counted. */
    static boolean beyond(Filter filter, long matching) {
        return !filter.equals(Filter.ALL) && matching > MOST_COUNTED;
    }

    private PageHeader header(Header list, Filter filter, long matching) {
        return new PageHeader(text("risklist.title", Figures.date(list.asOf())))
                .explained(Term.RISK_LIST)
                .trail(new Breadcrumbs().to(Places.RISK_LISTS, text("menu.risk-lists")))
                .verdict(text(
                        "risklist.headline",
                        Figures.whole(list.listed()),
                        Figures.whole(list.scored()),
                        list.population()))
                .asOf(text(
                        "risklist.by",
                        list.model(),
                        list.version(),
                        text(list.wasChampion() ? "risklist.was-champion" : "risklist.was-not-champion"),
                        Figures.date(list.asOf())))
                .actions(downloads(list, filter, matching))
                .actions(Places.printLink(RiskListQuery.place(list.number(), filter)), outcomes(list), lineage(list));
    }

    private Component[] downloads(Header list, Filter filter, long matching) {
        DownloadButton now = download(list, filter, matching);
        String place = RiskListQuery.place(list.number(), filter);
        return background.orders().longOfRows(matching)
                ? new Component[] {
                    now,
                    background.button(
                            () -> background.orders().riskList(current.asker(), list, filter, matching, place))
                }
                : new Component[] {now};
    }

    private static Anchor outcomes(Header list) {
        Anchor outcomes = Places.button(Places.outcomes(list.model()), text("outcomes.title"));
        return outcomes;
    }

    private static Anchor lineage(Header list) {
        Anchor lineage = Places.button(Places.lineage("risk-list/" + list.number()), text("models.lineage"));
        return lineage;
    }

    /** The rows that the filter leaves, with their count on the button. */
    private DownloadButton download(Header list, Filter filter, long matching) {
        return ListDownload.of(current, downloads, list, filter, matching);
    }

    private static Div figures(Header list) {
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(new KeyFigure(
                text("risklist.on-list"),
                Figures.whole(list.listed()),
                text("risklist.at-or-above", Figures.percent(list.threshold()))));
        if (list.valueAtRisk() != null) {
            figures.add(new KeyFigure(
                    text("risklist.value-at-risk"), Figures.moneyShort(list.valueAtRisk()), text("risklist.a-month")));
        }
        RiskListPage.Previous previous = list.previous();
        if (previous != null) {
            long more = list.listed() - previous.listed();
            KeyFigure since = new KeyFigure(
                    text("risklist.since", Figures.date(previous.asOf())),
                    (more > 0 ? "+" : more < 0 ? "−" : "") + Figures.whole(Math.abs(more)),
                    RiskListsView.change(list));
            if (previous.left() > 0) {
                since.add(Places.link(Places.leftRiskList(list.number(), 0), text("risklist.left.who")));
            }
            figures.add(since);
        }
        Div panel = new Div(KeyFigure.row(figures.toArray(KeyFigure[]::new)));
        panel.addClassName("gh-panel");
        return panel;
    }

    private static UnorderedList summary(List<Sentence> sentences) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("gh-panel", "gh-sentences");
        sentences.forEach(sentence -> list.add(new ListItem(sentence.in(Reader.language()))));
        return list;
    }

    private static UnorderedList blindSpots() {
        return new UnorderedList(
                new ListItem(text("risklist.blind.sure")),
                new ListItem(text("risklist.blind.cause")),
                new ListItem(text("risklist.blind.since")),
                new ListItem(text("risklist.blind.unseen")));
    }

    private static EmptyState nothing(Header list, Filter filter) {
        List<String> set = new ArrayList<>();
        if (!filter.text().isEmpty()) {
            set.add(Reader.quoted(filter.text()));
        }
        set.addAll(filter.segments().values());
        if (filter.band() != null) {
            set.add(RiskListFilter.bandWord(filter.band()));
        }
        if (filter.movement() != null) {
            set.add(Reader.word(filter.movement()));
        }
        Anchor all = Places.button(Places.riskList(list.number()), text("risklist.clear"));
        return set.isEmpty()
                ? new EmptyState(text("risklist.empty"), text("risklist.empty.hint", Figures.percent(list.threshold())))
                : new EmptyState(
                        text("risklist.no-match"),
                        text("risklist.no-match.hint", set.stream().collect(Collectors.joining(", "))),
                        new Span(all));
    }

    private static ProvenanceLine provenance(Header list) {
        return new ProvenanceLine(
                "RL-" + list.number(),
                text("risklist.source.by", list.postedBy(), Figures.dateTime(list.postedAt())),
                text("risklist.source.file", list.fileSha256().substring(0, 12)));
    }
}
