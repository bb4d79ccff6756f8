package io.gatehouse.portal.ui.time;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.Quarter;
import io.gatehouse.champions.Quarters;
import io.gatehouse.champions.Quarters.Standing;
import io.gatehouse.champions.Tenure;
import io.gatehouse.champions.TimeMachine;
import io.gatehouse.champions.Timeline;
import io.gatehouse.champions.Timeline.Event;
import io.gatehouse.people.Action;
import io.gatehouse.portal.downloads.TimeDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.RowsTable;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.TenureTimeline;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.Tone;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** One model over time: quarter against quarter, and everything that happened to it and to its rules. */
@Route("models/:name/timeline")
@PermitAll
public class TimelineView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient TimeMachine machine;
    private final transient TimeDownloads downloads;
    private final transient Clock clock;

    protected TimelineView(CurrentPerson current, TimeMachine machine, TimeDownloads downloads, Clock clock) {
        this.current = current;
        this.machine = machine;
        this.downloads = downloads;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String model = event.getRouteParameters().get("name").orElse("");
        Timeline timeline = machine.timeline(current.actor(), model)
                .orElseThrow(() -> new NotFoundException(text("models.unknown", model)));
        AskedQuarters asked = AskedQuarters.of(event.getLocation(), clock.instant());
        Quarter later = asked.later();
        Quarter earlier = asked.earlier();
        setPageTitle(text("timeline.title"), model, text("menu.models"));
        removeAll();
        add(header(model, later, earlier));
        asked.notUnderstood().forEach(word -> add(notice(text("timeline.not-a-quarter", word))));
        if (timeline.tenures().isEmpty()) {
            add(new EmptyState(text("as-of.none"), text("models.tenures.empty.hint")));
            return;
        }
        add(new TenureTimeline(timeline.tenures(), clock.instant(), requests()));
        machine.quarters(current.actor(), model, later, earlier)
                .ifPresent(quarters -> add(quarters(timeline, quarters, later, earlier), changed(quarters)));
        add(section(text("timeline.events"), table(timeline.events(), event.getLocation())));
    }

    private PageHeader header(String model, Quarter later, Quarter earlier) {
        LocalDate today = Figures.day(clock.instant());
        var answers = Places.button(Places.answers(model, today), text("models.answers"));
        String place = Places.timeline(model, later.toString(), earlier.toString());
        return new PageHeader(text("timeline.heading", model))
                .explained(Term.TENURE)
                .trail(new Breadcrumbs().to(Places.MODELS, text("menu.models")).to(Places.model(model), model))
                .actions(
                        answers,
                        new DownloadButton(
                                text("download.excel"),
                                () -> downloads.timeline(current.asker(), model, later, earlier, place)),
                        Places.printLink(place));
    }

    private Section quarters(Timeline timeline, Quarters quarters, Quarter later, Quarter earlier) {
        Paragraph against = new Paragraph(quarters.against().in(Reader.language()));
        against.addClassName("gh-verdict");
        Quarter first =
                Quarter.of(Figures.day(timeline.tenures().getLast().from())).before();
        Quarter last = Quarter.of(Figures.day(clock.instant()));
        String model = timeline.model();
        Div choice = new Div(
                new QuarterChoice(
                        text("timeline.quarter"),
                        first,
                        last,
                        later,
                        chosen -> Places.timeline(model, chosen.toString(), earlier.toString())),
                new QuarterChoice(
                        text("timeline.with"),
                        first,
                        last,
                        earlier,
                        chosen -> Places.timeline(model, later.toString(), chosen.toString())));
        choice.addClassName("gh-chips");
        return section(text("timeline.quarters"), choice, against, beside(quarters));
    }

    /** Facts in rows, quarters in columns, the earlier one first, as time runs. */
    private static Table beside(Quarters quarters) {
        ThenCells earlier = new ThenCells(quarters.earlier().champion());
        ThenCells later = new ThenCells(quarters.later().champion());
        Table table = new Table(text("timeline.quarters"))
                .untitled()
                .column(text("timeline.fact"))
                .column(words(quarters.earlier()))
                .column(words(quarters.later()));
        table.row(
                new Span(text("timeline.version")),
                earlier.version(Figures.day(quarters.earlier().until())),
                later.version(Figures.day(quarters.later().until())));
        table.row(text("timeline.tenures"), versions(quarters.earlier()), versions(quarters.later()));
        table.row(text("as-of.since"), earlier.since(), later.since());
        table.row(text("as-of.approved"), earlier.approved(), later.approved());
        table.row(text("as-of.policy"), earlier.policy(), later.policy());
        table.row(text("as-of.auc"), earlier.auc(), later.auc());
        table.row(text("as-of.claimed"), earlier.claimed(), later.claimed());
        table.row(text("as-of.roi"), earlier.roi(), later.roi());
        table.row(text("as-of.worth"), earlier.worth(), later.worth());
        table.row(new Span(text("as-of.fairness")), earlier.fairness(), later.fairness());
        return table;
    }

    private static String words(Standing standing) {
        return standing.over() ? standing.words() : text("timeline.so-far", standing.words());
    }

    private static String versions(Standing standing) {
        List<Tenure> held = standing.tenures().reversed();
        return held.isEmpty()
                ? text("as-of.version.none")
                : held.stream().map(tenure -> text("version", tenure.version())).collect(Collectors.joining(", "));
    }

    private Section changed(Quarters quarters) {
        String heading = text(
                "timeline.changed", quarters.earlier().words(), quarters.later().words());
        return quarters.changed().isEmpty()
                ? section(heading, new EmptyState(text("timeline.changed.none"), text("timeline.changed.none.hint")))
                : section(heading, events(quarters.changed()));
    }

    private Component events(List<Event> events) {
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        events.forEach(event -> list.add(line(event)));
        return list;
    }

    private RowsTable<Event> table(List<Event> events, Location at) {
        return new RowsTable<>(text("timeline.events"), events, at)
                .column("when", text("audit.when"), event -> new Span(Figures.dateTime(event.at())), Event::at)
                .column("kind", text("timeline.kind"), EventCells::badge, event -> Reader.word(event.kind()))
                .plainColumn(
                        text("timeline.fact"),
                        event -> new Span(event.sentence().in(Reader.language())))
                .plainColumn(text("timeline.cause"), event -> EventCells.cause(event, requests(), policies()))
                .choice("kind", text("timeline.kind"), event -> Reader.word(event.kind()))
                .found(event -> event.sentence().in(Reader.language()) + " "
                        + (event.request() == null ? "" : "PR-" + event.request()) + " "
                        + (event.policy() == null ? "" : event.policy()))
                .shown();
    }

    private ListItem line(Event event) {
        Span words = new Span(new Span(event.sentence().in(Reader.language())));
        words.addClassName("gh-grow");
        Span when = new Span(Figures.dateTime(event.at()));
        when.addClassName("gh-caption");
        ListItem line = new ListItem(EventCells.badge(event), words, when);
        line.add(EventCells.cause(event, requests(), policies()));
        return line;
    }

    private boolean requests() {
        return current.may(Action.READ_PROMOTION);
    }

    private boolean policies() {
        return current.may(Action.READ_POLICY);
    }

    private static Div notice(String words) {
        Div notice = new Notice(Tone.WATCH, new Span(words));
        notice.getElement().setAttribute("role", "status");
        return notice;
    }
}
