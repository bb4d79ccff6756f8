package io.gatehouse.reports;

import io.gatehouse.comparison.Comparison;
import io.gatehouse.comparison.Comparison.Cell;
import io.gatehouse.comparison.Comparison.Change;
import io.gatehouse.comparison.Comparison.Group;
import io.gatehouse.comparison.Comparison.Kind;
import io.gatehouse.comparison.Comparison.Row;
import io.gatehouse.sentences.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The first sheet of a comparison. */
final class ComparisonSummary {
    private static final List<Kind> COUNTED =
            List.of(Kind.METRICS, Kind.VALUE, Kind.SEGMENTS, Kind.PARAMETERS, Kind.DATA);

    private static final List<Kind> DRAWN = List.of(Kind.VALUE, Kind.METRICS);

    private ComparisonSummary() {}

    static void write(ReportWorkbook report, String title, Comparison comparison) {
        long differences =
                comparison.groups().stream().mapToLong(Group::differences).sum();
        List<String> summary = ComparisonReport.english(comparison.summary());
        report.summary(title)
                .verdict(
                        differences == 0 ? "No difference" : InWords.whole(differences) + " differences",
                        Status.INFO,
                        summary.isEmpty() ? "The versions stand side by side in this workbook." : summary.getFirst())
                .asOf("As of "
                        + InWords.moment(
                                report.provenance().generatedAt(),
                                report.provenance().zone()) + " · baseline: " + baseline(comparison))
                .sentences(summary.isEmpty() ? summary : summary.subList(1, summary.size()))
                .keyFigures(keyFigures(comparison))
                .picture(
                        picture(comparison),
                        "No figure is known of more than one version, so there is nothing to draw.")
                .caveats(caveats(comparison));
    }

    private static String baseline(Comparison comparison) {
        return comparison.subjects().isEmpty() ? "none" : ComparisonReport.name(comparison, 0);
    }

    private static List<KeyFigure> keyFigures(Comparison comparison) {
        List<KeyFigure> figures = new ArrayList<>();
        for (Kind kind : COUNTED) {
            comparison.groups().stream()
                    .filter(group -> group.kind() == kind)
                    .findFirst()
                    .ifPresent(group -> figures.add(keyFigure(group)));
        }
        return figures;
    }

    private static KeyFigure keyFigure(Group group) {
        String words = "Of " + group.rows().size() + " compared.";
        long better = count(group, Change.BETTER);
        long worse = count(group, Change.WORSE);
        long close = count(group, Change.TOO_CLOSE_TO_CALL);
        if (better + worse + close > 0) {
            words +=
                    " Beside the baseline " + better + " better, " + worse + " worse, " + close + " too close to call.";
        }
        return KeyFigure.plain(label(group.kind()), CellContent.whole(group.differences()), words);
    }

    private static String label(Kind kind) {
        return switch (kind) {
            case METRICS -> "Figures of how well it tells that differ";
            case VALUE -> "ROI figures that differ";
            case SEGMENTS -> "Segment figures that differ";
            case PARAMETERS -> "Parameters that differ";
            case DATA -> "Data facts that differ";
            case ENVIRONMENT -> "Environment facts that differ";
        };
    }

    private static long count(Group group, Change change) {
        return group.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.change() == change)
                .count();
    }

    /** What an executive asks for first and every version has: worth, else how well it tells; else what two of them have. */
    private static Optional<Row> drawn(Comparison comparison) {
        for (int missing = 0; missing <= comparison.subjects().size() - 2; missing++) {
            int allowed = missing;
            Optional<Row> found = comparison.groups().stream()
                    .filter(group -> DRAWN.contains(group.kind()))
                    .sorted(Comparator.comparing((Group group) -> DRAWN.indexOf(group.kind())))
                    .flatMap(group -> group.rows().stream())
                    .filter(row ->
                            row.cells().stream().filter(cell -> !known(cell)).count() <= allowed)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean known(Cell cell) {
        return cell.number() != null && Double.isFinite(cell.number());
    }

    private static Bars picture(Comparison comparison) {
        Row row = drawn(comparison).orElse(new Row("", "", List.of(), false));
        List<Bars.Bar> bars = IntStream.range(0, row.cells().size())
                .mapToObj(i -> Bars.Bar.between(
                        ComparisonReport.name(comparison, i),
                        row.cells().get(i).number(),
                        row.cells().get(i).low(),
                        row.cells().get(i).high()))
                .toList();
        String format = row.cells().stream()
                .filter(ComparisonSummary::known)
                .map(cell -> ShownNumber.of(cell.text(), Objects.requireNonNull(cell.number())))
                .map(content ->
                        content instanceof CellContent.Numeric number ? number.format() : WorkbookStyles.GENERAL)
                .findFirst()
                .orElse(WorkbookStyles.GENERAL);
        String finding = finding(comparison, row);
        return new Bars(
                finding,
                "Bar chart: " + finding + ". The table at its left holds the same numbers.",
                "Version",
                row.label(),
                format,
                bars,
                -1);
    }

    /** “Net per customer, modelled: version 1 $13.10, version 4 $13.71 (better)”. */
    private static String finding(Comparison comparison, Row row) {
        List<String> each = IntStream.range(0, row.cells().size())
                .filter(i -> known(row.cells().get(i)))
                .mapToObj(i -> "version " + comparison.subjects().get(i).version() + " "
                        + row.cells().get(i).text()
                        + (row.cells().get(i).change() == Change.NONE
                                ? ""
                                : " (" + Words.of(row.cells().get(i).change()) + ")"))
                .toList();
        return row.label() + ": " + String.join(", ", each);
    }

    private static List<String> caveats(Comparison comparison) {
        List<String> caveats = new ArrayList<>(ComparisonReport.english(comparison.warnings()));
        caveats.add("Too close to call means that chance alone could explain the difference.");
        return caveats;
    }
}
