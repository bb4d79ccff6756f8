package io.gatehouse.reports;

import io.gatehouse.champions.QuarterInReview;
import io.gatehouse.champions.QuarterInReview.AcceptedCheck;
import io.gatehouse.champions.QuarterInReview.Change;
import io.gatehouse.champions.QuarterInReview.Decision;
import io.gatehouse.champions.QuarterInReview.Happening;
import io.gatehouse.champions.QuarterInReview.ModelQuarter;
import io.gatehouse.champions.QuarterInReview.Span;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A quarter of all models beside an earlier one: what came into use, what was decided, and what two people accepted. */
public final class QuarterReport {
    private static final String ALL_MODELS = "all models";

    /** @param out left open */
    public void write(QuarterInReview review, Provenance provenance, OutputStream out) throws IOException {
        String title = review.later().words() + " in review" + (review.later().over() ? "" : " so far") + ", beside "
                + review.earlier().words();
        try (ReportWorkbook report = new ReportWorkbook(title, provenance)) {
            report.summary(title)
                    .asOf("As of " + InWords.moment(provenance.generatedAt(), provenance.zone()))
                    .sentences(
                            review.sentences().stream().map(Sentence::english).toList())
                    .keyFigures(keyFigures(review))
                    .picture(picture(review), "Nothing was in use whose figures could be drawn.")
                    .caveats(List.of(
                            "Figures are those that each version was approved on, not how it did in the quarter.",
                            "ROI and worth are modelled from the value assumptions, never measured."));
            changes(report, review);
            ends(report, "At the end", "end_later", review.later(), review.models(), true);
            ends(report, "Beside it", "end_earlier", review.earlier(), review.models(), false);
            happened(report, review);
            decisions(report, review.decisions());
            accepted(report, review.accepted());
            report.provenanceSheet(List.of());
            report.save(out);
        }
    }

    /** A name such as {@code gatehouse-quarter-2026-q3-2026-q2-2026-11-14.xlsx}. */
    public String fileName(QuarterInReview review, Provenance provenance) {
        return FileNames.workbook(
                provenance,
                "quarter",
                review.later().quarter(),
                review.earlier().quarter());
    }

    private static List<KeyFigure> keyFigures(QuarterInReview review) {
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(figure(
                "Models in use",
                review.models().stream()
                        .filter(each -> each.later().tenure() != null)
                        .count(),
                "Of " + review.models().size() + " that have a version."));
        figures.add(figure(
                "Replaced", count(review, Change.REPLACED), "Another version took the place of the one in use."));
        figures.add(figure("Newly in use", count(review, Change.FIRST), "No version was in use before."));
        figures.add(figure("Taken out of use", count(review, Change.GONE), "No version followed."));
        List<Decision> decisions = review.decisions();
        if (decisions != null) {
            figures.add(figure("Requests decided", decisions.size(), "The sheet Decisions has each."));
        }
        List<AcceptedCheck> accepted = review.accepted();
        if (accepted != null) {
            figures.add(figure(
                    "Checks accepted",
                    accepted.size(),
                    "Checks that did not pass, accepted by two people until a date."));
        }
        return figures;
    }

    private static KeyFigure figure(String label, long value, String words) {
        return KeyFigure.plain(label, CellContent.whole(value), words);
    }

    private static long count(QuarterInReview review, Change change) {
        return review.models().stream().filter(each -> each.change() == change).count();
    }

    private static Bars picture(QuarterInReview review) {
        String finding = "How well the versions in use "
                + (review.later().over() ? "at the end of " + review.later().words() : "now")
                + " tell leavers from stayers (AUC)";
        return new Bars(
                finding,
                "Bar chart with intervals. " + finding + ". The table at its left holds the same numbers.",
                "Model",
                "AUC",
                CellContent.INDEX,
                review.models().stream()
                        .map(each -> TenureTables.bar(each.model(), each.later()))
                        .toList(),
                -1);
    }

    private static void changes(ReportWorkbook report, QuarterInReview review) {
        SheetWriter writer =
                report.sheet("Changes", "What became of every model", "Those whose version in use changed come first.");
        List<Column<ModelQuarter>> columns = List.of(
                Column.text("Model", 30, each -> CellContent.text(each.model())),
                Column.status("What became of it", 16, Statuses.QUARTER_CHANGES, each -> Words.of(each.change())),
                Column.text("End of " + review.earlier().words(), 13, each -> version(each, false)),
                Column.text(
                        review.later().over() ? "End of " + review.later().words() : "Now",
                        13,
                        each -> version(each, true)),
                Column.text(
                        "In words", 96, each -> CellContent.text(each.against().english())));
        writer.mainTable("changes", columns, review.models().iterator(), 1, "No model has a version.");
    }

    private static CellContent version(ModelQuarter each, boolean later) {
        var tenure = (later ? each.later() : each.earlier()).tenure();
        return tenure == null ? new CellContent.Absent("none") : new CellContent.Text("version " + tenure.version());
    }

    private static void ends(
            ReportWorkbook report, String name, String range, Span span, List<ModelQuarter> models, boolean later) {
        SheetWriter writer = report.sheet(
                name,
                span.over() ? "At the end of " + span.words() : span.words() + ", so far",
                "Which version of every model, on whose word and on which figures.");
        writer.mainTable(
                range,
                TenureTables.columns(
                        List.of(Column.text("Model", 30, (ModelQuarter each) -> CellContent.text(each.model()))),
                        each -> later ? each.later() : each.earlier(),
                        report.provenance().zone()),
                models.iterator(),
                1,
                "No model has a version.");
    }

    private static void happened(ReportWorkbook report, QuarterInReview review) {
        ZoneId zone = report.provenance().zone();
        SheetWriter writer = report.sheet(
                "What happened",
                "What happened",
                "What came into use or went out of it and which rules changed, newest first.");
        List<Column<Happening>> columns = List.of(
                Column.text(
                        "When (" + InWords.zone(zone) + ")",
                        19,
                        each -> CellContent.moment(each.event().at(), zone)),
                Column.text(
                        "Model",
                        30,
                        each -> CellContent.textOr(each.model().isEmpty() ? null : each.model(), ALL_MODELS)),
                Column.text(
                        "What kind",
                        24,
                        each -> new CellContent.Text(Words.of(each.event().kind()))),
                Column.text(
                        "What happened",
                        90,
                        each -> CellContent.text(each.event().sentence().english())),
                Column.text(
                        "Request", 10, each -> TenureTables.request(each.event().request())));
        writer.mainTable("happened", columns, review.happened().iterator(), 2, "Nothing is on record.");
    }

    private static void decisions(ReportWorkbook report, @Nullable List<Decision> decisions) {
        if (decisions == null) {
            return;
        }
        ZoneId zone = report.provenance().zone();
        SheetWriter writer = report.sheet(
                "Decisions", "Requests that were decided", "As they stand now, the newest decision first.");
        List<Column<Decision>> columns = List.of(
                Column.text("Request", 10, each -> TenureTables.request(each.number())),
                Column.text("Model", 30, each -> CellContent.text(each.model())),
                Column.number("Version", 9, each -> CellContent.whole((long) each.version())),
                Column.text("Use", 30, each -> new CellContent.Text(Words.of(each.use()))),
                Column.status("Outcome", 16, Statuses.REQUEST_STATES, each -> Words.of(each.state())),
                Column.text("Asked for by", 24, each -> CellContent.text(each.requestedBy())),
                Column.text(
                        "Decided (" + InWords.zone(zone) + ")",
                        19,
                        each -> CellContent.moment(each.decidedAt(), zone)));
        writer.mainTable("decisions", columns, decisions.iterator(), 1, "No request was decided.");
    }

    private static void accepted(ReportWorkbook report, @Nullable List<AcceptedCheck> accepted) {
        if (accepted == null || accepted.isEmpty()) {
            return;
        }
        ZoneId zone = report.provenance().zone();
        SheetWriter writer = report.sheet(
                "Accepted",
                "Checks that did not pass and were accepted",
                "By two people, until a day; the newest first.");
        List<Column<AcceptedCheck>> columns = List.of(
                Column.text("Override", 10, each -> new CellContent.Text("OV-" + each.number())),
                Column.text("Request", 10, each -> TenureTables.request(each.request())),
                Column.text("Model", 30, each -> CellContent.text(each.model())),
                Column.number("Version", 9, each -> CellContent.whole((long) each.version())),
                Column.text("Check", 20, each -> new CellContent.Text(Words.of(each.check()))),
                Column.text("Proposed by", 24, each -> CellContent.text(each.proposedBy())),
                Column.text("Agreed by", 24, each -> CellContent.text(each.agreedBy())),
                Column.text(
                        "Since (" + InWords.zone(zone) + ")", 19, each -> CellContent.moment(each.agreedAt(), zone)),
                Column.text("Last day", 13, each -> CellContent.day(LocalDate.ofInstant(each.until(), zone))));
        writer.mainTable("accepted", columns, accepted.iterator(), 1, "None was accepted.");
    }
}
