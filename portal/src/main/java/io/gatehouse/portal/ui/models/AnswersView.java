package io.gatehouse.portal.ui.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.Champions;
import io.gatehouse.champions.ProductionAnswers;
import io.gatehouse.champions.ProductionAnswers.Ingredient;
import io.gatehouse.champions.ProductionAnswers.MetricPair;
import io.gatehouse.champions.ProductionAnswers.NamedValue;
import io.gatehouse.people.Action;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.FieldWords;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.portal.ui.time.AskedDay;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The three questions about the version in use on a day, answered under a permanent address. */
@Route("models/:name/answers")
@PermitAll
public class AnswersView extends Page implements BeforeEnterObserver {
    private static final double NEGLIGIBLE = 5e-5;

    private final transient CurrentPerson current;
    private final transient Champions champions;
    private final transient Clock clock;

    protected AnswersView(CurrentPerson current, Champions champions, Clock clock) {
        this.current = current;
        this.champions = champions;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String model = event.getRouteParameters().get("name").orElse("");
        AskedDay asked = AskedDay.of(event.getLocation(), clock.instant());
        ProductionAnswers answers = champions
                .answers(current.actor(), model, Figures.endOf(asked.day()))
                .orElseThrow(() -> new NotFoundException(text("models.unknown", model)));
        setPageTitle(text("answers.title"), model, text("menu.models"));
        removeAll();
        add(header(model, asked, answers));
        asked.notice().ifPresent(this::add);
        if (answers.champion() == null) {
            add(new EmptyState(answers.which().in(Reader.language()), text("answers.none.hint")));
            return;
        }
        add(which(answers), against(model, answers), again(answers));
        goToAnchor();
    }

    private PageHeader header(String model, AskedDay asked, ProductionAnswers answers) {
        LocalDate day = asked.day();
        DatePicker at = new DatePicker(text("answers.at"), day);
        at.setMax(asked.today());
        at.setI18n(FieldWords.days());
        at.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                at.getUI().ifPresent(ui -> Places.go(ui, Places.answers(model, change.getValue())));
            }
        });
        Integer champion = answers.champion();
        PageHeader header = new PageHeader(
                        champion == null
                                ? text("answers.heading.none", Figures.date(day))
                                : text("answers.heading", champion, Figures.date(day)))
                .trail(new Breadcrumbs().to(Places.MODELS, text("menu.models")).to(Places.model(model), model))
                .actions(at, Places.printLink(Places.answers(model, day)));
        header.add(asked.permanence(Places.answers(model, day)));
        return header;
    }

    private Section which(ProductionAnswers answers) {
        Table parameters = pairs("answers.parameters", answers.parameters());
        Table data = pairs("answers.data", answers.data());
        Div columns = new Div(parameters, data, metrics(answers.metrics()));
        columns.addClassName("gh-columns");
        Section section = question("which", answers.which().in(Reader.language()), columns);
        String run = answers.run();
        if (run != null) {
            String name = answers.runName();
            section.add(new Paragraph(Places.linkIf(
                    current.may(Action.READ_TRACKING),
                    Places.run(run),
                    text("answers.run", name == null ? run : name))));
        }
        return section;
    }

    private Section against(String model, ProductionAnswers answers) {
        Integer champion = answers.champion();
        Integer earlier = answers.earlierVersion();
        if (champion == null || earlier == null) {
            return question("against", answers.against().in(Reader.language()));
        }
        var link = Places.button(
                ModelView.comparison(model, List.of(earlier, champion)), text("answers.compare", earlier, champion));
        return question("against", answers.against().in(Reader.language()), new Div(link));
    }

    private static Section again(ProductionAnswers answers) {
        Table table = new Table(text("answers.ingredients"))
                .untitled()
                .column(text("answers.ingredient"))
                .column(text("answers.on-record"))
                .column(text("answers.detail"));
        for (Ingredient ingredient : answers.ingredients()) {
            Span detail = new Span(Reader.said(ingredient.detail()));
            table.row(
                    new Span(ingredient.name()),
                    ingredient.present()
                            ? new StatusBadge(Tone.OK, text("answers.there"))
                            : new StatusBadge(Tone.WATCH, text("answers.missing")),
                    detail);
        }
        return question("again", answers.reproducible().in(Reader.language()), table);
    }

    private static Section question(String id, String answer, Component... details) {
        Paragraph words = new Paragraph(answer);
        words.addClassName("gh-verdict");
        Section section = section(text("answers." + id), words);
        section.setId(id);
        section.add(details);
        return section;
    }

    private static Component metrics(List<MetricPair> metrics) {
        Table table = new Table(text("answers.metrics"))
                .column(text("answers.metric"))
                .numberColumn(text("answers.logged"))
                .numberColumn(text("answers.recomputed"))
                .column(text("answers.agree"))
                .compact();
        // Those that can be checked come first; the rest are claims.
        List<MetricPair> checkedFirst = metrics.stream()
                .sorted(Comparator.comparing(
                        (MetricPair metric) -> metric.logged() == null || metric.recomputed() == null))
                .toList();
        for (MetricPair metric : checkedFirst) {
            table.row(
                    new Span(metric.name()),
                    new Span(number(metric.logged())),
                    new Span(metric.recomputed() == null ? "–" : number(metric.recomputed())),
                    agreement(metric));
        }
        Paragraph threshold = new Paragraph(text("answers.metrics.threshold"));
        threshold.addClassName("gh-caption");
        table.addComponentAsFirst(threshold);
        return titled("answers.metrics", table);
    }

    private static Component agreement(MetricPair metric) {
        Double logged = metric.logged();
        Double recomputed = metric.recomputed();
        if (logged == null || recomputed == null) {
            Span unknown = new Span(text("answers.agree.unknown"));
            unknown.addClassName("gh-caption");
            return unknown;
        }
        return Math.abs(logged - recomputed) < NEGLIGIBLE
                ? new StatusBadge(Tone.OK, text("answers.agree.yes"))
                : new StatusBadge(Tone.ACT, text("answers.agree.no"));
    }

    private static Table pairs(String key, List<NamedValue> values) {
        Table table = new Table(text(key))
                .column(text("answers.name"))
                .column(text("answers.value"))
                .compact();
        values.forEach(value -> table.row(new Span(value.name()), value(value)));
        table.addComponentAsFirst(new H3(text(key)));
        return table;
    }

    private static Component value(NamedValue value) {
        Span logged = new Span(value.value());
        return value.made() == null
                ? logged
                : chips(logged, new StatusBadge(Tone.WATCH, text("answers.made", value.made())));
    }

    private static Div chips(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("gh-chips");
        return row;
    }

    private static Component titled(String key, Table table) {
        table.addComponentAsFirst(new H3(text(key)));
        table.addClassName("gh-wide");
        return table;
    }

    private static String number(@Nullable Double value) {
        return value == null ? Figures.notKnown() : Figures.logged(value);
    }
}
