package io.gatehouse.portal.ui.style;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.comparison.Comparison.Change;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.AliasChip;
import io.gatehouse.portal.ui.components.ChangeMark;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Facts;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.HealthBadge;
import io.gatehouse.portal.ui.components.KeyFigure;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.PersonTag;
import io.gatehouse.portal.ui.components.ProvenanceLine;
import io.gatehouse.portal.ui.components.Snippet;
import io.gatehouse.portal.ui.components.Sparkline;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.TenureTimeline;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.portal.ui.components.VerdictBadge;
import io.gatehouse.promotion.RequestState;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The design language, shown with the pieces that the screens are made of and not with pictures of them. The figures are made up. */
@Route(value = "style", layout = MainLayout.class)
@PermitAll
public class StyleView extends Page implements BeforeEnterObserver {
    private final transient Clock clock;

    StyleView(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        setPageTitle(text("style.title"));
        add(new PageHeader(text("style.title")).verdict(text("style.verdict")).asOf(text("style.as-of")));
        add(
                section(text("style.colours"), text("style.colours.intro"), new Colours().table()),
                section(text("style.type"), text("style.type.intro"), scale()),
                section(text("style.status"), text("style.status.intro"), status()),
                section(text("style.figures"), text("style.figures.intro"), figures()),
                section(text("style.intervals"), text("style.intervals.intro"), Specimens.intervals()),
                section(text("style.chart"), text("style.chart.intro"), Specimens.chart()),
                section(
                        text("style.tenures"),
                        text("style.tenures.intro"),
                        new TenureTimeline(Specimens.tenures(clock.instant()), clock.instant(), true)),
                section(text("style.people"), text("style.people.intro"), people()),
                section(text("style.table"), text("style.table.intro"), table()),
                section(text("style.buttons"), text("style.buttons.intro"), buttons()),
                explained(section(text("style.terms"), text("style.terms.intro")), Term.CHAMPION),
                section(text("style.notices"), text("style.notices.intro"), notices()),
                section(text("style.facts"), text("style.facts.intro"), facts()));
        add(new ProvenanceLine(text("style.provenance.one"), text("style.provenance.two")));
    }

    private static Component scale() {
        Div scale = new Div();
        scale.addClassNames("gh-panel", "gh-type-scale");
        for (String size : List.of("figure", "h1", "h2", "h3", "lead", "body", "caption")) {
            Span sample = new Span(text("style.type.sample"));
            sample.getStyle().set("font-size", "var(--gh-size-" + size + ")");
            Span name = new Span(size);
            name.addClassNames("gh-caption", "gh-mono");
            scale.add(new Div(name, sample));
        }
        Div spaces = new Div();
        spaces.addClassNames("gh-panel", "gh-spaces");
        for (int space : new int[] {4, 8, 12, 16, 24, 32, 48}) {
            Div bar = new Div();
            bar.addClassName("gh-space");
            bar.setWidth(space + "px");
            Span name = new Span(space + " px");
            name.addClassName("gh-caption");
            spaces.add(new Div(bar, name));
        }
        return new Div(scale, spaces);
    }

    private static Component status() {
        return stack(
                chips(text("style.status.verdicts"), Stream.of(Verdict.values()).map(VerdictBadge::new)),
                chips(text("style.status.health"), Stream.of(Health.values()).map(HealthBadge::new)),
                chips(
                        text("style.status.requests"),
                        Stream.of(RequestState.values()).map(StatusBadge::of)),
                chips(
                        text("style.status.changes"),
                        Stream.of(Change.BETTER, Change.WORSE, Change.TOO_CLOSE_TO_CALL)
                                .map(ChangeMark::of)),
                chips(text("style.status.aliases"), Stream.of(new AliasChip("champion"), new AliasChip("canary"))));
    }

    private static Component figures() {
        Div panel = new Div(KeyFigure.row(
                new KeyFigure(text("home.worth"), "$46K", text("home.worth.range", "$38K", "$54K"))
                        .explained(Term.VALUE)
                        .rangeExplained(Term.RANGE),
                new KeyFigure(text("home.lists.listed"), Figures.whole(340), "")
                        .change(ChangeMark.plain(28, text("figure.more", Figures.whole(28), "8 Nov")))
                        .went(new Sparkline(
                                text("style.sparkline", Figures.whole(297), Figures.whole(340)),
                                List.of(297.0, 310.0, 288.0, 305.0, 312.0, 340.0))),
                new KeyFigure(text("home.found"), "78", text("home.between", "75", "81"))));
        panel.addClassName("gh-panel");
        return panel;
    }

    private static Component people() {
        return stack(
                new Div(new PersonTag("Priya Shah")),
                new Div(PersonTag.row(List.of("Priya Shah", "Ravi Nair", "Dana Kim"))));
    }

    private static Table table() {
        Table table = new Table(text("style.table.caption"))
                .column(text("as-of.model"))
                .column(text("as-of.fairness"), Term.FAIRNESS)
                .column(text("as-of.approved"))
                .numberColumn(text("as-of.auc"), Term.AUC)
                .numberColumn(text("as-of.worth"), Term.VALUE);
        table.row(
                new Span("streamflow-churn-predictor"),
                new VerdictBadge(Verdict.PASS),
                new PersonTag("Priya Shah"),
                new Span(Figures.index(0.8848)),
                new Span("$45,912"));
        table.row(
                new Span("payment-failure-early-warning-for-annual-plans"),
                new VerdictBadge(Verdict.INCONCLUSIVE),
                new PersonTag("Ravi Nair"),
                new Span(Figures.index(0.7912)),
                new Span(Figures.notKnown()));
        return table;
    }

    private static Component buttons() {
        Button primary = new Button(text("review.approve"));
        primary.addThemeVariants(ButtonVariant.PRIMARY);
        Button other = new Button(text("copy"));
        Button quiet = new Button(text("rows.all"));
        quiet.addThemeVariants(ButtonVariant.TERTIARY);
        Anchor link = Places.button(Places.STYLE, text("home.lists.open"));
        Anchor first = Places.button(Places.STYLE, text("home.lists.open"));
        first.addClassName("is-primary");
        Div row = new Div(primary, other, quiet, link, first);
        row.addClassName("gh-toolbar");
        return row;
    }

    private static Component notices() {
        Div box = new Div();
        for (Tone tone : List.of(Tone.INFO, Tone.OK, Tone.WATCH, Tone.ACT)) {
            box.add(new Notice(tone, new Paragraph(text("style.notice"))));
        }
        box.add(new EmptyState(text("style.empty"), text("style.empty.hint")));
        return box;
    }

    private static Component facts() {
        Div panel = new Div(
                new Facts()
                        .add(text("as-of.version"), "13")
                        .code(text("run.sha256"), "9ab1f02c4d77e1b0a6c35d28")
                        .add(text("models.column.owner"), new PersonTag("Dana Kim")),
                new Snippet(text("style.facts.snippet"), "export MLFLOW_TRACKING_URI=http://localhost:8080"));
        panel.addClassName("gh-panel");
        return panel;
    }

    private static Div chips(String title, Stream<? extends Component> badges) {
        H3 heading = new H3(title);
        heading.addClassName("gh-caption");
        Span row = new Span(badges.toArray(Component[]::new));
        row.addClassName("gh-chips");
        return new Div(heading, row);
    }

    private static Div stack(Component... parts) {
        Div stack = new Div(parts);
        stack.addClassNames("gh-panel", "gh-specimens");
        return stack;
    }
}
