package io.gatehouse.reports;

import io.gatehouse.champions.ModelPage;
import io.gatehouse.champions.ModelPage.VersionRow;
import io.gatehouse.champions.ProductionAnswers;
import io.gatehouse.champions.ProductionAnswers.Ingredient;
import io.gatehouse.champions.ProductionAnswers.MetricPair;
import io.gatehouse.champions.ProductionAnswers.NamedValue;
import io.gatehouse.champions.Tenure;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.sentences.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The version in use of one model and the three answers about it, for an executive to take along. */
public final class ChampionReport {

    private record Setting(String about, NamedValue value) {}

    /**
     * @param page of the model: the champion as the home screen shows it, tenures and versions
     * @param answers about the same model
     * @param out left open
     */
    public void write(ModelPage page, ProductionAnswers answers, Provenance provenance, OutputStream out)
            throws IOException {
        String title = page.model() + ": the version in use";
        try (ReportWorkbook report = new ReportWorkbook(title, provenance)) {
            ChampionSummarySheet.write(report, title, page, answers);
            results(report, page);
            settings(report, answers);
            metrics(report, answers, page);
            ingredients(report, answers);
            tenures(report, page);
            versions(report, page);
            report.provenanceSheet(List.of(
                    new ProvenanceSheet.Fact(
                            "Answers as of (" + InWords.zone(provenance.zone()) + ")",
                            CellContent.day(LocalDate.ofInstant(answers.at(), provenance.zone()))),
                    new ProvenanceSheet.Fact("Run", CellContent.text(answers.runName())),
                    new ProvenanceSheet.Fact("Run id", CellContent.text(answers.run()))));
            report.save(out);
        }
    }

    /** A name such as {@code gatehouse-champion-churn-v3-2026-11-14.xlsx}. */
    public String fileName(ModelPage page, Provenance provenance) {
        Integer version = page.champion().version();
        return FileNames.workbook(provenance, "champion", page.model(), version == null ? "none" : "v" + version);
    }

    private static void results(ReportWorkbook report, ModelPage page) {
        SheetWriter writer = report.sheet(
                "What the policy asks",
                "What the policy asks",
                "Each check of the policy, as it came out for the version in use.");
        List<Column<ModelPage.Result>> columns = List.of(
                Column.text("Check", 26, result -> CellContent.text(Words.of(result.check()))),
                Column.text(
                        "Question",
                        34,
                        result -> CellContent.text(result.check().question())),
                Column.status("Verdict", 18, Statuses.VERDICTS, result -> Words.of(result.verdict())),
                Column.text(
                        "Answer",
                        80,
                        result -> CellContent.text(result.sentence().english())));
        writer.mainTable("checks_of_policy", columns, page.results().iterator(), 1, "It was never judged.");
    }

    private static void settings(ReportWorkbook report, ProductionAnswers answers) {
        SheetWriter writer = report.sheet(
                "Parameters and data",
                "Parameters and data",
                "Which hyperparameters and which data made the version in use, as its run logged them.");
        List<Setting> settings = new ArrayList<>();
        answers.parameters().forEach(value -> settings.add(new Setting("Parameter", value)));
        answers.data().forEach(value -> settings.add(new Setting("Data", value)));
        List<Column<Setting>> columns = List.of(
                Column.text("About", 13, setting -> new CellContent.Text(setting.about())),
                Column.text(
                        "Name", 36, setting -> CellContent.text(setting.value().name())),
                Column.text("Value", 80, setting -> CellContent.textOr(value(setting.value()), "(empty)")));
        TableRange range = writer.mainTable(
                "parameters_and_data", columns, settings.iterator(), 2, "The run logged neither parameters nor data.");
        ReportWorkbook.textIsMeant(writer.sheet(), range.column(2));
    }

    private static String value(NamedValue value) {
        return value.made() == null
                ? value.value()
                : value.value() + " as logged, but the model was made with " + value.made();
    }

    private static void metrics(ReportWorkbook report, ProductionAnswers answers, ModelPage page) {
        SheetWriter writer = report.sheet(
                "Metrics",
                "Metrics",
                "What the run logged, beside what was recomputed from the evidence and what it is in use. Recall, precision and"
                        + " the like are at a threshold of the script's own, most often 0.5; what the version finds where it acts, the"
                        + " summary tells.");
        Map<String, Double> live = LiveCells.metrics(page.champion().claimed());
        List<Column<MetricPair>> columns = List.of(
                Column.text("Metric", 34, pair -> CellContent.text(pair.name())),
                Column.number("Logged by the run", 20, pair -> CellContent.logged(pair.logged(), "not logged")),
                Column.number("Recomputed", 20, pair -> CellContent.logged(pair.recomputed(), "not recomputed")),
                Column.number("Logged less recomputed", 20, pair -> difference(pair.logged(), pair.recomputed())),
                Column.number(
                        "In use",
                        20,
                        pair -> CellContent.numberOr(live.get(pair.name()), CellContent.INDEX, "not known")),
                Column.number(
                        "In use less recomputed", 20, pair -> difference(live.get(pair.name()), pair.recomputed())));
        writer.mainTable("metrics", columns, answers.metrics().iterator(), 1, "No metric is known.");
    }

    private static CellContent difference(@Nullable Double logged, @Nullable Double recomputed) {
        return logged == null || recomputed == null
                ? CellContent.NONE
                : CellContent.number(logged - recomputed, CellContent.INDEX);
    }

    private static void ingredients(ReportWorkbook report, ProductionAnswers answers) {
        SheetWriter writer =
                report.sheet("Making it again", "Making it again", "What it takes to make the version in use again.");
        List<Column<Ingredient>> columns = List.of(
                Column.text("Ingredient", 34, ingredient -> CellContent.text(ingredient.name())),
                Column.status(
                        "On record",
                        13,
                        Statuses.PRESENCE,
                        ingredient -> ingredient.present() ? "On record" : "Missing"),
                Column.text("Detail", 86, ingredient -> CellContent.text(ingredient.detail())));
        TableRange range =
                writer.mainTable("ingredients", columns, answers.ingredients().iterator(), 1, "Nothing was looked at.");
        ReportWorkbook.textIsMeant(writer.sheet(), range.column(2));
    }

    private static void tenures(ReportWorkbook report, ModelPage page) {
        ZoneId zone = report.provenance().zone();
        SheetWriter writer = report.sheet(
                "In use over time",
                "In use over time",
                "Which version was in use when, who put it there, and on which figures.");
        String money = ChampionSummarySheet.moneyFormat(page);
        List<Column<Tenure>> columns = List.of(
                Column.text("Version", 9, tenure -> CellContent.whole((long) tenure.version())),
                Column.text("From (" + InWords.zone(zone) + ")", 19, tenure -> CellContent.moment(tenure.from(), zone)),
                Column.text("Until", 19, tenure -> CellContent.momentOr(tenure.to(), zone, "still in use")),
                Column.text("Request", 10, tenure -> request(tenure.requestNumber())),
                Column.text("Asked for by", 24, tenure -> CellContent.text(tenure.requestedBy())),
                Column.text("Approved by", 32, tenure -> new CellContent.Text(InWords.people(tenure.approvedBy()))),
                Column.text("Policy", 22, tenure -> CellContent.text(tenure.policy())),
                Column.number("AUC when promoted", 12, tenure -> CellContent.number(tenure.auc(), CellContent.INDEX)),
                Column.number(
                        "Net per customer, modelled",
                        14,
                        tenure -> CellContent.number(tenure.netPerCustomer(), money)));
        writer.mainTable("champions", columns, page.tenures().iterator(), 1, "No version was ever in use.");
    }

    private static void versions(ReportWorkbook report, ModelPage page) {
        ZoneId zone = report.provenance().zone();
        SheetWriter writer = report.sheet("Versions", "Versions", "All versions that were registered, newest first.");
        List<Column<VersionRow>> columns = List.of(
                Column.text("Version", 9, row -> CellContent.whole((long) row.version())),
                Column.text("Aliases", 20, row -> CellContent.textOr(String.join(", ", row.aliases()), "–")),
                Column.text(
                        "Registered at (" + InWords.zone(zone) + ")",
                        19,
                        row -> CellContent.moment(row.createdAt(), zone)),
                Column.text("Trained by", 24, row -> CellContent.text(row.createdBy())),
                Column.number(
                        "AUC that the run logged",
                        13,
                        row -> CellContent.numberOr(row.loggedTestAuc(), CellContent.INDEX, "not logged")),
                Column.text("Below the floor", 11, row -> new CellContent.Text(row.belowFloor() ? "Yes" : "No")),
                Column.text("Latest request", 11, row -> request(row.latestRequest())),
                Column.text(
                        "Its state",
                        20,
                        row -> row.latestState() == null
                                ? CellContent.NONE
                                : new CellContent.Text(Words.of(RequestState.valueOf(row.latestState())))),
                Column.text("Run", 34, row -> CellContent.textOr(row.runName(), "names no run")),
                Column.text("Run id", 36, row -> CellContent.textOr(row.runId(), "–")));
        writer.mainTable("versions", columns, page.versions().iterator(), 1, "No version is registered.");
    }

    private static CellContent request(@Nullable Long number) {
        return number == null ? CellContent.NONE : new CellContent.Text("PR-" + number);
    }
}
