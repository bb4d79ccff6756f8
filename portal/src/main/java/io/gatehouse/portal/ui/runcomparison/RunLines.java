package io.gatehouse.portal.ui.runcomparison;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.ChangeMark;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.tracking.RunComparison;
import io.gatehouse.tracking.RunComparison.Cell;
import io.gatehouse.tracking.RunComparison.Kind;
import io.gatehouse.tracking.RunComparison.Line;
import io.gatehouse.tracking.RunRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The table of a comparison of runs: a row for each line and a column for each run, or the other way round. */
final class RunLines {
    /** What a page holds, and with it the session of its reader; who wants more chooses the lines. */
    private static final int MOST_CELLS = 1_200;

    private RunLines() {}

    /** The lines of the address, or those that differ, or all. */
    static List<Line> shown(RunComparisonQuery query, RunComparison comparison) {
        List<Line> chosen = comparison.lines().stream()
                .filter(line -> query.lines().contains(line.name()))
                .toList();
        List<Line> candidates = chosen.isEmpty() ? comparison.lines() : chosen;
        boolean differencesOnly = !query.all() && comparison.runs().size() > 1;
        return differencesOnly ? candidates.stream().filter(Line::differs).toList() : candidates;
    }

    static Component of(RunComparisonQuery query, RunComparison comparison, List<Line> shown) {
        if (shown.isEmpty()) {
            return new Paragraph(text(comparison.lines().isEmpty() ? "runs.compare.empty" : "runs.compare.same"));
        }
        List<Line> fitting = shown.stream()
                .limit(Math.max(1, MOST_CELLS / comparison.runs().size()))
                .toList();
        Div box = new Div(query.turned() ? runsAsRows(comparison, fitting) : runsAsColumns(comparison, fitting));
        if (fitting.size() < shown.size()) {
            Paragraph rest = new Paragraph(text("runs.compare.some", fitting.size(), shown.size()));
            rest.addClassName("gh-caption");
            box.add(rest);
        }
        return box;
    }

    private static Table runsAsColumns(RunComparison comparison, List<Line> lines) {
        Wide table = new Wide();
        table.column(text("compare.what"));
        for (RunRow run : comparison.runs()) {
            table.column(title(comparison, run));
        }
        for (Line line : lines) {
            Component[] cells = new Component[comparison.runs().size() + 1];
            cells[0] = label(line);
            for (int i = 0; i < line.cells().size(); i++) {
                cells[i + 1] = cell(line, i);
            }
            table.row(cells);
        }
        return table;
    }

    private static Table runsAsRows(RunComparison comparison, List<Line> lines) {
        Wide table = new Wide();
        table.column(text("runs.name"));
        lines.forEach(line -> table.column(line.name()));
        for (int run = 0; run < comparison.runs().size(); run++) {
            int column = run;
            RunRow row = comparison.runs().get(run);
            Component[] cells = new Component[lines.size() + 1];
            cells[0] = Places.link(Places.run(row.id()), title(comparison, row));
            IntStream.range(0, lines.size()).forEach(i -> cells[i + 1] = cell(lines.get(i), column));
            table.row(cells);
        }
        return table;
    }

    private static String title(RunComparison comparison, RunRow run) {
        String name = RunNames.among(comparison.runs(), run);
        return run == comparison.runs().getFirst() && comparison.runs().size() > 1
                ? name + " · " + text("compare.baseline")
                : name;
    }

    private static Component label(Line line) {
        Span kind = new Span(text("runs.compare.kind." + line.kind()));
        kind.addClassNames("gh-caption", "gh-compare-name");
        return new Div(new Span(line.key()), kind);
    }

    private static Component cell(Line line, int run) {
        Optional<Cell> cell = line.cells().get(run);
        Span words = new Span(cell.map(found -> written(line, found)).orElse(text("compare.missing")));
        words.addClassName(cell.isEmpty() ? "gh-muted" : line.kind() == Kind.METRIC ? "gh-strong" : "gh-compare-text");
        Div box = new Div(words);
        box.addClassName("gh-compare-cell");
        if (run > 0 && line.kind() == Kind.METRIC) {
            difference(line, run).ifPresent(mark -> box.add(mark));
        }
        return box;
    }

    /** How far a metric is from the baseline's. Which way is better, a metric does not say. */
    private static Optional<ChangeMark> difference(Line line, int run) {
        Optional<Cell> baseline = line.cells().getFirst();
        Optional<Cell> cell = line.cells().get(run);
        if (baseline.isEmpty()
                || cell.isEmpty()
                || baseline.get().number().isEmpty()
                || cell.get().number().isEmpty()) {
            return Optional.empty();
        }
        double by = cell.get().number().getAsDouble() - baseline.get().number().getAsDouble();
        if (by == 0) {
            return Optional.empty();
        }
        return Optional.of(ChangeMark.plain(by, (by > 0 ? "+" : "−") + Figures.loggedBeside(Math.abs(by))));
    }

    static String written(Line line, Cell cell) {
        return line.kind() == Kind.METRIC && cell.number().isPresent()
                ? Figures.loggedBeside(cell.number().getAsDouble())
                : cell.text();
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }

    private static final class Wide extends Table {
        Wide() {
            super(text("runs.compare.table"));
            addClassName("gh-compare");
            alwaysSideBySide();
        }
    }
}
