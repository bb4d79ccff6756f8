package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.BadgeCell;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.NarrowGrid;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.tracking.LoggedKeys;
import io.gatehouse.tracking.RunPages;
import io.gatehouse.tracking.RunRow;
import io.gatehouse.tracking.RunStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which columns a table of runs has: the fixed ones, and those metrics and parameters that its reader chose. */
class RunColumns {
    private static final String NAME = "name";
    private static final int NARROW = 640;
    private static final int MOST_METRICS_AT_FIRST = 2;
    private static final int MOST_PARAMETERS_AT_FIRST = 2;

    /** A metric or a parameter of the runs. */
    record Choice(boolean metric, String key) {
        /** As filters and orders name it. */
        String property() {
            return (metric ? "metrics." : "params.") + "`" + key + "`";
        }

        /** In addresses: {@code metrics.val_auc}. */
        String inAddress() {
            return (metric ? "metrics." : "params.") + key;
        }

        String title() {
            return key;
        }
    }

    private RunColumns() {}

    /** Everything that the runs logged, metrics first. */
    static List<Choice> of(LoggedKeys logged) {
        List<Choice> choices = new ArrayList<>();
        logged.metrics().forEach(key -> choices.add(new Choice(true, key)));
        logged.params().keySet().forEach(key -> choices.add(new Choice(false, key)));
        return choices;
    }

    /** What a table with these columns reads. */
    static RunPages.Columns read(List<Choice> chosen) {
        return new RunPages.Columns(keys(chosen, true), keys(chosen, false));
    }

    private static Set<String> keys(List<Choice> chosen, boolean metrics) {
        return chosen.stream()
                .filter(choice -> choice.metric() == metrics)
                .map(Choice::key)
                .collect(Collectors.toSet());
    }

    /** The headline metrics, and the parameters in which the runs differ. */
    static Set<Choice> atFirst(LoggedKeys logged) {
        List<Choice> all = of(logged);
        Set<Choice> first = new HashSet<>();
        all.stream()
                .filter(Choice::metric)
                .sorted(Comparator.comparingInt((Choice choice) -> weight(choice.key()))
                        .thenComparing(Choice::key))
                .limit(MOST_METRICS_AT_FIRST)
                .forEach(first::add);
        all.stream()
                .filter(choice -> !choice.metric() && values(choice.key(), logged) > 1)
                .sorted(Comparator.comparingInt((Choice choice) -> -values(choice.key(), logged))
                        .thenComparing(Choice::key))
                .limit(MOST_PARAMETERS_AT_FIRST)
                .forEach(first::add);
        return first;
    }

    private static int weight(String metric) {
        boolean auc = metric.contains("auc");
        if (auc && metric.startsWith("val")) {
            return 0;
        }
        if (auc) {
            return metric.startsWith("test") ? 1 : 2;
        }
        return metric.startsWith("val") ? 3 : 4;
    }

    private static int values(String parameter, LoggedKeys logged) {
        return logged.params().getOrDefault(parameter, 0);
    }

    /** Puts the columns into an empty grid. */
    static void fill(TreeGrid<RunRow> grid, List<Choice> chosen, Set<String> best, Clock clock) {
        grid.addComponentHierarchyColumn(run -> name(run, chosen, best))
                .setKey(NAME)
                .setHeader(text("runs.name"))
                .setWidth("200px")
                .setFlexGrow(1)
                .setFrozen(true);
        grid.addColumn(BadgeCell.of(run -> tone(run.status()), run -> word(run.status())))
                .setHeader(text("runs.status"))
                .setWidth("150px")
                .setFlexGrow(0);
        for (Choice choice : chosen) {
            var column = grid.addColumn(run -> value(run, choice))
                    .setHeader(choice.title())
                    .setSortProperty(choice.property())
                    .setSortable(true)
                    .setAutoWidth(true)
                    .setFlexGrow(0);
            if (choice.metric()) {
                column.setTextAlign(ColumnTextAlign.END);
            }
        }
        grid.addColumn(run -> Figures.dateTime(run.startedAt()))
                .setHeader(text("runs.started"))
                .setSortProperty("start_time")
                .setSortable(true)
                .setWidth("152px")
                .setFlexGrow(0);
        grid.addColumn(run -> tookSoFar(run, clock))
                .setHeader(text("runs.took"))
                .setWidth("90px")
                .setFlexGrow(0);
        grid.addColumn(RunRow::trainer)
                .setHeader(text("runs.trainer"))
                .setWidth("105px")
                .setFlexGrow(0);
        NarrowGrid.fit(grid, NARROW, Set.of(NAME), Set.of());
    }

    static Component status(RunRow run) {
        return badge(run.status());
    }

    static StatusBadge badge(RunStatus status) {
        return new StatusBadge(tone(status), word(status));
    }

    private static Tone tone(RunStatus status) {
        return switch (status) {
            case FINISHED -> Tone.OK;
            case RUNNING, SCHEDULED -> Tone.INFO;
            case FAILED -> Tone.ACT;
            case KILLED -> Tone.NONE;
        };
    }

    private static String word(RunStatus status) {
        return text("runs.status." + status.name());
    }

    static String took(RunRow run) {
        Duration took = run.took();
        return took == null ? "" : Figures.duration(took);
    }

    /** Of a run that trains, how long it has been at it. */
    static String tookSoFar(RunRow run, Clock clock) {
        Duration sofar = Duration.between(run.startedAt(), clock.instant());
        return run.took() != null || !RunTree.trains(run) || sofar.isNegative()
                ? took(run)
                : text("runs.took.so-far", Figures.duration(sofar));
    }

    private static Component name(RunRow run, List<Choice> chosen, Set<String> best) {
        Span line = new Span(Places.link(Places.run(run.id()), run.name().isEmpty() ? run.id() : run.name()));
        line.addClassName("gh-chips");
        if (run.children() > 0) {
            Span count = new Span(text("runs.children", run.children()));
            count.addClassName("gh-chip");
            line.add(count);
        }
        if (best.contains(run.id())) {
            Span chip = new Span(text("runs.best"));
            chip.addClassNames("gh-chip", "is-champion");
            line.add(chip);
        }
        return new Div(line, onSmallScreens(run, chosen));
    }

    /** What the other columns say, for screens that have no room for them. */
    private static Component onSmallScreens(RunRow run, List<Choice> chosen) {
        String values = chosen.stream()
                .flatMap(choice -> {
                    String value = value(run, choice);
                    return value.isEmpty() ? Stream.empty() : Stream.of(choice.title() + " " + value);
                })
                .collect(Collectors.joining(" · "));
        Div more = new Div(new Div(status(run)), new Div(values), new Div(Figures.dateTime(run.startedAt())));
        more.addClassNames("gh-only-small", "gh-caption", "gh-run-lines");
        return more;
    }

    private static String value(RunRow run, Choice choice) {
        if (choice.metric()) {
            Double value = run.metrics().get(choice.key());
            return value == null ? "" : Figures.loggedBeside(value);
        }
        return run.params().getOrDefault(choice.key(), "");
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
