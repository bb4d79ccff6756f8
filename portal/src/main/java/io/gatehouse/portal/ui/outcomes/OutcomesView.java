package io.gatehouse.portal.ui.outcomes;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.dom.Style;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.InUse;
import io.gatehouse.outcomes.FiguresInUse;
import io.gatehouse.outcomes.Intake;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.outcomes.Outcomes;
import io.gatehouse.people.Action;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.PortalAddress;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Snippet;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.WhileUnderWay;
import io.gatehouse.work.Jobs;
import io.gatehouse.work.WorkInHand;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What became of the customers of one model: taken in here, and listed with what it says of its versions. */
@Route("models/:name/outcomes")
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class OutcomesView extends Page implements BeforeEnterObserver {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final transient CurrentPerson current;
    private final transient Outcomes outcomes;
    private final transient FiguresInUse inUse;
    private final transient Jobs jobs;
    private final transient Clock clock;
    private final Div head = new Div();
    private final Div known = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final WhileUnderWay following = new WhileUnderWay(this, EVERY, this::computing, this::look);
    private String model = "";
    private transient List<WorkInHand> computing = List.of();

    OutcomesView(CurrentPerson current, Outcomes outcomes, FiguresInUse inUse, Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.current = current;
        this.outcomes = outcomes;
        this.inUse = inUse;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        model = event.getRouteParameters().get("name").orElse("");
        if (outcomes.known(current.actor(), model, clock.instant()).isEmpty()) {
            throw new NotFoundException(text("models.unknown", model));
        }
        setPageTitle(text("outcomes.title"), model, text("menu.models"));
        removeAll();
        add(head);
        if (current.may(Action.POST_OUTCOMES)) {
            add(send());
        }
        show();
        add(known);
        if (current.may(Action.POST_OUTCOMES)) {
            add(section(
                    text("outcomes.program"),
                    text("outcomes.program.intro"),
                    new Snippet(text("outcomes.program"), command())));
        }
    }

    private PageHeader header(Outcomes.Known all) {
        boolean nothing = all.leavers() + all.stayers() == 0;
        return new PageHeader(text("outcomes.heading", model))
                .explained(Term.OUTCOME)
                .trail(new Breadcrumbs().to(Places.MODELS, text("menu.models")).to(Places.model(model), model))
                .verdict(
                        nothing
                                ? text("outcomes.none")
                                : text("outcomes.known", Figures.whole(all.leavers()), Figures.whole(all.stayers())));
    }

    private Section send() {
        Paragraph stayed = new Paragraph(text("outcomes.send.stayed"));
        stayed.addClassName("gh-section-intro");
        Section section = section(
                text("outcomes.send"),
                text("outcomes.send.intro"),
                stayed,
                new OutcomesUpload(current, outcomes, model, this::show));
        section.setId("send");
        return section;
    }

    private boolean computing() {
        return !computing.isEmpty();
    }

    /** The bar moves alone; the rest is shown anew once there are other figures. */
    private void look() {
        int before = computing.size();
        computing = jobs.underWay(Places.outcomes(model));
        if (computing.size() < before) {
            show();
        } else {
            bar.setValue(share());
        }
    }

    private double share() {
        return computing.isEmpty() ? 1 : computing.getFirst().percent() / 100.0;
    }

    private void show() {
        computing = jobs.underWay(Places.outcomes(model));
        head.removeAll();
        outcomes.known(current.actor(), model, clock.instant()).ifPresent(all -> head.add(header(all)));
        known.removeAll();
        Section versions = versions();
        if (computing()) {
            bar.setValue(share());
            bar.getElement().setAttribute("aria-label", text("outcomes.figures.soon"));
            Paragraph soon = new Paragraph(text("outcomes.figures.soon"));
            soon.getElement().setAttribute("role", "status");
            versions.add(soon, bar);
        }
        known.add(versions, intakes());
        following.check();
    }

    private Section versions() {
        Instant now = clock.instant();
        List<LiveFigures> all = inUse.ofModel(current.actor(), model, now);
        if (all.isEmpty()) {
            return section(text("outcomes.versions"), text("outcomes.none"));
        }
        Table table = new Table(text("outcomes.versions"))
                .untitled()
                .column(text("outcomes.versions.version"))
                .numberColumn(text("outcomes.versions.figure"))
                .numberColumn(text("outcomes.versions.customers"))
                .column(text("outcomes.versions.words"))
                .column(text("outcomes.versions.lists"));
        all.forEach(live -> table.row(
                unbroken(text("version", live.version())),
                new Span(
                        live.auc() == null || live.auc().estimate() == null
                                ? Figures.notKnown()
                                : Figures.index(live.auc().estimate())),
                new Span(Figures.whole(live.customers())),
                new Span(InUse.sentence(live).in(Reader.language())),
                lists(live)));
        return section(
                text("outcomes.versions"),
                text("outcomes.versions.intro"),
                table,
                new Paragraph(Places.link(Places.model(model) + "#claimed", text("outcomes.versions.champion"))));
    }

    /** Lists name subscribers, so that only who may read them is led there. */
    private Span lists(LiveFigures live) {
        if (!current.may(Action.READ_RISK_LIST)) {
            return new Span(live.lists().stream().map(list -> "RL-" + list).collect(Collectors.joining(", ")));
        }
        Span links = new Span();
        links.addClassName("gh-chips");
        live.lists().forEach(list -> links.add(Places.link(Places.riskList(list), "RL-" + list)));
        return links;
    }

    private Section intakes() {
        List<Intake> all = outcomes.intakes(current.actor(), model);
        if (all.isEmpty()) {
            return section(
                    text("outcomes.intakes"),
                    new EmptyState(text("outcomes.intakes.none"), text("outcomes.intakes.none.hint")));
        }
        Table table = new Table(text("outcomes.intakes"))
                .untitled()
                .column(text("outcomes.intake"))
                .column(text("outcomes.intake.said"))
                .column(text("outcomes.intake.before"))
                .numberColumn(text("outcomes.intake.stranger"))
                .column(text("outcomes.intake.days"))
                .column(text("outcomes.intake.by"));
        all.forEach(each -> table.row(
                unbroken(each.name()),
                new Span(text(
                        "outcomes.intake.said.words",
                        Figures.whole(each.customers()),
                        Figures.whole(each.leavers()),
                        Figures.whole(each.stayers()))),
                new Span(text(
                        "outcomes.intake.before.words",
                        Figures.whole(each.added()),
                        Figures.whole(each.corrected()),
                        Figures.whole(each.unchanged() + each.moved()))),
                new Span(Figures.whole(each.notScored())),
                new Span(days(each)),
                new Span(text("outcomes.intake.by.at", each.takenInBy(), Figures.dateTime(each.takenInAt())))));
        return section(text("outcomes.intakes"), table);
    }

    /** A name that no narrow column breaks in two. */
    private static Span unbroken(String name) {
        Span span = new Span(name);
        span.getStyle().setWhiteSpace(Style.WhiteSpace.NOWRAP);
        return span;
    }

    private static String days(Intake intake) {
        return intake.observedFrom().equals(intake.observedTo())
                ? Figures.date(intake.observedTo())
                : text(
                        "outcomes.intake.days.words",
                        Figures.date(intake.observedFrom()),
                        Figures.date(intake.observedTo()));
    }

    private String command() {
        return "curl -H \"Authorization: Bearer $MLFLOW_TRACKING_TOKEN\" \\\n"
                + "  -H 'Content-Type: text/csv' --data-binary @outcomes.csv \\\n"
                + "  " + PortalAddress.current() + "/api/gatehouse/v1/" + Places.outcomes(model);
    }
}
