package io.gatehouse.comparison;

import io.gatehouse.checks.Figure;
import io.gatehouse.checks.MonthWorth;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.comparison.Comparison.Cell;
import io.gatehouse.comparison.Comparison.Change;
import io.gatehouse.comparison.Comparison.Row;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.sentences.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows that are figures: metrics, value and segments. */
final class FigureRows {
    private static final Cell NOTHING = Cell.plain("", null);

    private final List<Compared> columns;

    FigureRows(List<Compared> columns) {
        this.columns = columns;
    }

    List<Row> metrics() {
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                "auc",
                "How well it ranks customers (AUC, recomputed)",
                Beside::ranking,
                each -> Beside.auc(each).map(figure -> cell(figure, Written::index))));
        rows.add(figures("true_positive_rate", "Of all who leave, it finds (recall)", Evaluation::found));
        rows.add(figures("precision", "Of all it flags, do leave (precision)", Evaluation::right));
        rows.add(row(
                "brier",
                "Mean squared error of the scores (Brier)",
                FigureRows::undirected,
                each -> each.judged()
                        .flatMap(Evaluation::performance)
                        .map(figures -> number(figures.brier(), Written.index(figures.brier())))));
        rows.removeIf(row -> row.cells().stream().allMatch(cell -> cell.text().isEmpty()));
        rows.addAll(logged());
        return rows;
    }

    List<Row> value() {
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                "net_per_customer",
                "Net per customer, modelled",
                Beside::value,
                each -> worth(each)
                        .map(worth -> cell(
                                worth.netPerCustomer(),
                                amount -> Written.money(amount, worth.net().currency())))));
        rows.add(row(
                "return_on_cost",
                "ROI: net over cost",
                FigureRows::undirected,
                each -> month(each)
                        .flatMap(month -> Optional.ofNullable(month.returnOnCost()))
                        .map(roi -> cell(roi, Written::share))));
        rows.add(row(
                "net_per_month",
                "Worth a month, modelled",
                Beside::value,
                each -> month(each)
                        .map(month -> cell(month.net(), amount -> Written.money(amount, month.currency())))));
        rows.removeIf(row -> row.cells().stream().allMatch(cell -> cell.text().isEmpty()));
        return rows;
    }

    List<Row> segments() {
        List<Row> rows = new ArrayList<>();
        TreeSet<String> seen = new TreeSet<>();
        for (SegmentFigures group :
                columns.stream().flatMap(column -> column.segments().stream()).toList()) {
            String name = group.attribute() + "=" + group.group();
            if (seen.add(name)) {
                rows.add(row(
                        name,
                        "Leavers found, " + group.attribute().replace('_', ' ') + " " + group.group(),
                        (one, baseline) -> Beside.apart(
                                found(one, group).orElse(null),
                                found(baseline, group).orElse(null)),
                        each -> found(each, group).map(figure -> cell(figure, Written::share))));
            }
        }
        return rows;
    }

    private List<Row> logged() {
        TreeSet<String> names = new TreeSet<>();
        columns.forEach(column -> column.metrics().keySet().stream()
                .filter(name -> name.startsWith("val_") || name.startsWith("test_"))
                .forEach(names::add));
        return names.stream()
                .map(name -> row(
                        name,
                        label(name),
                        FigureRows::undirected,
                        each -> Optional.ofNullable(each.metrics().get(name))
                                .map(logged ->
                                        number(logged, Double.isNaN(logged) ? "not known" : Written.index(logged)))))
                .toList();
    }

    private static String label(String name) {
        String split = name.startsWith("val_") ? "validation" : "test";
        return name.substring(name.indexOf('_') + 1).replace('_', ' ') + " on " + split + " data" + Row.AS_LOGGED;
    }

    private Row figures(String name, String label, Function<Evaluation, Optional<Figure>> of) {
        Function<Compared, @Nullable Figure> figure =
                each -> each.judged().flatMap(of).orElse(null);
        return row(
                name,
                label,
                (one, baseline) -> Beside.apart(figure.apply(one), figure.apply(baseline)),
                each -> each.judged().flatMap(of).map(found -> cell(found, Written::share)));
    }

    private Row row(
            String name,
            String label,
            BiFunction<Compared, Compared, Change> change,
            Function<Compared, Optional<Cell>> cellOf) {
        Compared baseline = columns.getFirst();
        List<Cell> cells = columns.stream()
                .map(each -> cellOf.apply(each)
                        .map(cell -> each == baseline ? cell : changed(cell, change.apply(each, baseline)))
                        .orElse(NOTHING))
                .toList();
        return new Row(
                name, label, cells, cells.stream().map(Cell::text).distinct().count() > 1);
    }

    private static Change undirected(Compared one, Compared baseline) {
        return Change.NONE;
    }

    private static Optional<ValueFigures> worth(Compared version) {
        return version.judged().flatMap(Evaluation::value);
    }

    private static Optional<MonthWorth> month(Compared version) {
        return version.judged().flatMap(Evaluation::worthOfMonth);
    }

    private static Optional<Figure> found(Compared version, SegmentFigures like) {
        return version.segments().stream()
                .filter(group -> group.attribute().equals(like.attribute())
                        && group.group().equals(like.group()))
                .map(SegmentFigures::truePositiveRate)
                .findFirst();
    }

    private static Cell cell(Figure figure, Function<Double, String> written) {
        return cell(figure.estimate(), figure.low(), figure.high(), written);
    }

    private static Cell cell(
            @Nullable Double estimate, @Nullable Double low, @Nullable Double high, Function<Double, String> written) {
        return new Cell(
                estimate == null || estimate.isNaN() ? "not known" : written.apply(estimate),
                estimate,
                low,
                high,
                low == null || high == null ? "" : written.apply(low) + " to " + written.apply(high),
                Change.NONE);
    }

    private static Cell number(double number, String text) {
        return Cell.plain(text, number);
    }

    private static Cell changed(Cell cell, Change change) {
        return new Cell(cell.text(), cell.number(), cell.low(), cell.high(), cell.range(), change);
    }
}
