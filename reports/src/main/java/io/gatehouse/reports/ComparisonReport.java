package io.gatehouse.reports;

import io.gatehouse.comparison.Comparison;
import io.gatehouse.comparison.Comparison.Cell;
import io.gatehouse.comparison.Comparison.Kind;
import io.gatehouse.comparison.Comparison.Row;
import io.gatehouse.comparison.Comparison.Subject;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Versions side by side, differences first. */
public final class ComparisonReport {

    /** One row of the comparison with what it is about. */
    private record Line(Kind kind, Row row) {}

    /** @param out left open */
    public void write(Comparison comparison, Provenance provenance, OutputStream out) throws IOException {
        try (ReportWorkbook report = new ReportWorkbook(title(comparison), provenance)) {
            ComparisonSummary.write(report, title(comparison), comparison);
            side(report, comparison);
            intervals(report, comparison);
            versions(report, comparison);
            report.provenanceSheet(List.of());
            report.save(out);
        }
    }

    /** A name such as {@code gatehouse-comparison-churn-v3-v1-2026-11-14.xlsx}. */
    public String fileName(Comparison comparison, Provenance provenance) {
        Stream<String> versions = comparison.subjects().stream().map(subject -> "v" + subject.version());
        Stream<String> models =
                comparison.subjects().stream().map(Subject::model).distinct();
        return FileNames.workbook(
                provenance,
                Stream.concat(Stream.of("comparison"), Stream.concat(models, versions))
                        .toArray(String[]::new));
    }

    /** “Version 3 (candidate)”, with the model where there are several. */
    static String name(Comparison comparison, int subject) {
        Subject named = comparison.subjects().get(subject);
        boolean oneModel =
                comparison.subjects().stream().map(Subject::model).distinct().count() == 1;
        String version = oneModel ? "Version " + named.version() : named.model() + " version " + named.version();
        return named.label().isBlank() ? version : version + " (" + named.label() + ")";
    }

    private static String title(Comparison comparison) {
        return comparison.subjects().stream().map(Subject::model).distinct().collect(Collectors.joining(", "))
                + ": versions "
                + InWords.people(comparison.subjects().stream()
                        .map(subject -> String.valueOf(subject.version()))
                        .toList());
    }

    private static void side(ReportWorkbook report, Comparison comparison) {
        SheetWriter writer = report.sheet(
                "Comparison",
                "Side by side",
                "What differs stands first. The first version is the baseline that the others are compared with.");
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.text("About", 17, line -> new CellContent.Text(Words.of(line.kind()))));
        columns.add(Column.text("What", 44, line -> CellContent.text(line.row().label())));
        columns.add(Column.text(
                "Differs", 10, line -> new CellContent.Text(line.row().differs() ? "Yes" : "No")));
        for (int i = 0; i < comparison.subjects().size(); i++) {
            int subject = i;
            String title = name(comparison, i);
            columns.add(Column.number(title, 24, line -> shown(cell(line, subject))));
            if (i > 0) {
                String beside = "v" + comparison.subjects().get(i).version() + " beside the baseline";
                columns.add(Column.status(
                        beside,
                        17,
                        Statuses.CHANGES,
                        line -> Statuses.change(cell(line, subject).change())));
            }
        }
        columns.add(Column.text(
                "Technical name", 28, line -> CellContent.text(line.row().name())));
        TableRange range = writer.mainTable(
                "comparison", columns, lines(comparison).iterator(), 2, "Nothing is known of these versions.");
        // Parameters and data are text as it was logged, digits or not.
        for (int i = 0; i < columns.size(); i++) {
            ReportWorkbook.textIsMeant(writer.sheet(), range.column(i));
        }
    }

    private static void intervals(ReportWorkbook report, Comparison comparison) {
        SheetWriter writer = report.sheet(
                "Intervals", "Intervals", "How far chance alone could move the figures that have a range.");
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.text("About", 17, line -> new CellContent.Text(Words.of(line.kind()))));
        columns.add(Column.text("What", 44, line -> CellContent.text(line.row().label())));
        for (int i = 0; i < comparison.subjects().size(); i++) {
            int subject = i;
            columns.add(Column.number(name(comparison, i), 24, line -> shown(cell(line, subject))));
            columns.add(Column.number(
                    "Likely from",
                    14,
                    line -> end(cell(line, subject), cell(line, subject).low())));
            columns.add(Column.number(
                    "to",
                    12,
                    line -> end(cell(line, subject), cell(line, subject).high())));
        }
        List<Line> ranged = lines(comparison).stream()
                .filter(line -> line.row().cells().stream().anyMatch(cell -> cell.low() != null || cell.high() != null))
                .toList();
        writer.mainTable("intervals", columns, ranged.iterator(), 2, "No figure has a range.");
    }

    private static void versions(ReportWorkbook report, Comparison comparison) {
        SheetWriter writer = report.sheet("Versions", "Versions", "What stands side by side.");
        ZoneId zone = report.provenance().zone();
        List<Column<Subject>> columns = List.of(
                Column.text("Model", 32, subject -> CellContent.text(subject.model())),
                Column.text("Version", 9, subject -> CellContent.whole((long) subject.version())),
                Column.text("Is", 30, subject -> CellContent.textOr(subject.label(), "–")),
                Column.text(
                        "Registered at (" + InWords.zone(zone) + ")",
                        24,
                        subject -> CellContent.moment(subject.createdAt(), zone)),
                Column.text("Run id", 38, subject -> CellContent.textOr(subject.runId(), "names no run")));
        writer.mainTable("versions", columns, comparison.subjects().iterator(), 1, "No version was named.");
    }

    private static List<Line> lines(Comparison comparison) {
        return comparison.groups().stream()
                .flatMap(group -> group.rows().stream().map(row -> new Line(group.kind(), row)))
                .sorted(Comparator.comparing((Line line) -> !line.row().differs()))
                .toList();
    }

    private static Cell cell(Line line, int subject) {
        return line.row().cells().get(subject);
    }

    private static CellContent shown(Cell cell) {
        Double number = cell.number();
        return number == null ? CellContent.textOr(cell.text(), "not recorded") : ShownNumber.of(cell.text(), number);
    }

    private static CellContent end(Cell cell, @org.jspecify.annotations.Nullable Double end) {
        if (end == null) {
            return CellContent.NONE;
        }
        return cell.number() != null && ShownNumber.of(cell.text(), cell.number()) instanceof CellContent.Numeric like
                ? CellContent.number(end, like.format())
                : CellContent.number(end, WorkbookStyles.GENERAL);
    }

    /** Sentences of a read model as they stand. */
    static List<String> english(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::english).toList();
    }
}
