package io.gatehouse.reports;

import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.champions.ChampionSummary.MoneyRange;
import io.gatehouse.inventory.InventoryEntry;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.money.Money;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The inventory of models: what each is for, who answers for it, what is in use, on whose word, and how it does. */
public final class InventoryReport {
    private static final String NOBODY = "none in use";

    /** @param out left open */
    public void write(List<InventoryEntry> models, Provenance provenance, OutputStream out) throws IOException {
        try (ReportWorkbook report = new ReportWorkbook("Model inventory", provenance)) {
            report.summary("Model inventory")
                    .asOf("As of " + InWords.moment(provenance.generatedAt(), provenance.zone()))
                    .sentences(sentences(models))
                    .keyFigures(keyFigures(models))
                    .picture(picture(models), "Nothing is in use whose figures could be drawn.")
                    .caveats(
                            List.of(
                                    "Figures are recomputed from the evidence that each version was judged on, not measured in use.",
                                    "What the cards say is what people wrote; an answer given for an earlier version does not count."));
            models(report, models);
            figures(report, models);
            cards(report, models);
            report.provenanceSheet(List.of());
            report.save(out);
        }
    }

    /** A name such as {@code gatehouse-model-inventory-2026-11-14.xlsx}. */
    public String fileName(Provenance provenance) {
        return FileNames.workbook(provenance, "model-inventory");
    }

    private static List<String> sentences(List<InventoryEntry> models) {
        List<String> sentences = new ArrayList<>();
        long inUse = models.stream().filter(InventoryReport::used).count();
        sentences.add(inUse + " of " + models.size() + (models.size() == 1 ? " model has" : " models have")
                + " a version in use.");
        models.stream()
                .map(InventoryEntry::summary)
                .filter(model -> model.health() == Health.ACT_NOW || model.health() == Health.WATCH)
                .forEach(model ->
                        sentences.add(model.model() + ": " + model.verdict().english()));
        List<String> ownerless = models.stream()
                .filter(model -> used(model) && model.said(CardField.OWNER).isEmpty())
                .map(model -> model.summary().model())
                .toList();
        if (!ownerless.isEmpty()) {
            sentences.add("No owner is named on the card of the version in use of " + Written.list(ownerless) + ".");
        }
        return sentences;
    }

    private static List<KeyFigure> keyFigures(List<InventoryEntry> models) {
        List<KeyFigure> figures = new ArrayList<>();
        for (Health health : Health.values()) {
            long count = models.stream()
                    .filter(model -> model.summary().health() == health)
                    .count();
            KeyFigure figure = KeyFigure.plain(Words.of(health), CellContent.whole(count), meaning(health));
            figures.add(count == 0 ? figure : figure.judged(Statuses.of(health)));
        }
        return figures;
    }

    private static String meaning(Health health) {
        return switch (health) {
            case ON_TRACK -> "All checks of the version in use pass, on figures that are fresh.";
            case WATCH ->
                "Somebody should look: a check is accepted until a date, unclear, old, or the rules have changed.";
            case ACT_NOW -> "A check that it once passed fails on newer evidence.";
            case NOT_KNOWN -> "No version is in use, or nothing was computed for it.";
        };
    }

    private static Bars picture(List<InventoryEntry> models) {
        String finding = "How well the versions in use tell leavers from stayers (AUC)";
        return new Bars(
                finding,
                "Bar chart with intervals. " + finding + ". The table at its left holds the same numbers.",
                "Model",
                "AUC",
                CellContent.INDEX,
                models.stream()
                        .map(InventoryEntry::summary)
                        .map(model -> model.auc() == null
                                ? Bars.Bar.of(model.model(), null)
                                : Bars.Bar.between(
                                        model.model(),
                                        model.auc().estimate(),
                                        model.auc().low(),
                                        model.auc().high()))
                        .toList(),
                -1);
    }

    private static void models(ReportWorkbook report, List<InventoryEntry> models) {
        ZoneId zone = report.provenance().zone();
        SheetWriter writer =
                report.sheet("Models", "Every model", "The version in use and on whose word; those in trouble first.");
        List<Column<InventoryEntry>> columns = List.of(
                model(),
                Column.status(
                        "Status",
                        12,
                        Statuses.HEALTH,
                        each -> Words.of(each.summary().health())),
                Column.text("Version", 9, each -> version(each.summary())),
                Column.text(
                        "In use since (" + InWords.zone(zone) + ")",
                        19,
                        each -> used(each) ? CellContent.moment(each.summary().since(), zone) : CellContent.NONE),
                Column.text("Owner", 22, each -> said(each, CardField.OWNER)),
                Column.text(
                        "Asked for by", 18, each -> ifUsed(each, each.summary().requestedBy())),
                Column.text(
                        "Approved by",
                        22,
                        each -> used(each)
                                ? new CellContent.Text(
                                        InWords.people(each.summary().approvedBy()))
                                : CellContent.NONE),
                Column.text(
                        "Request",
                        9,
                        each -> TenureTables.request(each.summary().requestNumber())),
                Column.text("Policy", 18, each -> ifUsed(each, each.summary().policy())),
                Column.number(
                        "Open requests",
                        9,
                        each -> CellContent.whole((long) each.summary().openRequests())),
                Column.number(
                        "Newer versions",
                        9,
                        each -> CellContent.whole((long) each.summary().candidates())));
        writer.mainTable("models", columns, models.iterator(), 1, "No model has a version.");
    }

    private static void figures(ReportWorkbook report, List<InventoryEntry> models) {
        ZoneId zone = report.provenance().zone();
        SheetWriter writer = report.sheet(
                "Figures", "How they do", "Recomputed from the evidence that each version in use was last judged on.");
        List<Column<InventoryEntry>> columns = List.of(
                model(),
                Column.status("Fairness by segment", 16, Statuses.VERDICTS, each -> fairness(each.summary())),
                figure("AUC", 9, CellContent.INDEX, ChampionSummary::auc),
                figure("Leavers it finds", 9, CellContent.SHARE, ChampionSummary::foundOfHundred),
                figure("Flagged who do leave", 9, CellContent.SHARE, ChampionSummary::rightOfHundred),
                money("Worth a month, modelled", MoneyRange::likely),
                money("Likely from", MoneyRange::low),
                money("to", MoneyRange::high),
                Column.text(
                        "Data as of",
                        13,
                        each -> ifUsed(each, Written.told(each.summary().evidenceFrom()))),
                Column.text(
                        "Judged (" + InWords.zone(zone) + ")",
                        19,
                        each -> used(each) ? CellContent.moment(each.summary().evaluatedAt(), zone) : CellContent.NONE),
                Column.text(
                        "In words",
                        44,
                        each -> CellContent.text(each.summary().verdict().english())));
        writer.mainTable("figures", columns, models.iterator(), 1, "No model has a version.");
    }

    private static void cards(ReportWorkbook report, List<InventoryEntry> models) {
        ZoneId zone = report.provenance().zone();
        SheetWriter writer = report.sheet(
                "Cards",
                "What the model cards say",
                "Of the version in use, in the words of those who answer for it; a whole card has "
                        + InventoryEntry.asked() + " answers.");
        List<Column<InventoryEntry>> columns = new ArrayList<>();
        columns.add(
                Column.text("Model", 30, each -> CellContent.text(each.summary().model())));
        columns.add(Column.number(
                "Answered", 10, each -> used(each) ? CellContent.whole((long) each.answered()) : CellContent.NONE));
        columns.add(Column.text(
                "Last written (" + InWords.zone(zone) + ")",
                19,
                each -> used(each) ? CellContent.momentOr(each.cardSavedAt(), zone, "never") : CellContent.NONE));
        for (CardField field :
                List.of(CardField.OWNER, CardField.CONTACT, CardField.VALIDATOR, CardField.MATERIALITY)) {
            columns.add(Column.text(Words.of(field), 16, each -> said(each, field)));
        }
        for (CardField field : List.of(CardField.INTENDED_USE, CardField.OUT_OF_SCOPE, CardField.LIMITATIONS)) {
            columns.add(Column.text(Words.of(field), 30, each -> said(each, field)));
        }
        writer.mainTable("cards", columns, models.iterator(), 1, "No model has a version.");
    }

    private static Column<InventoryEntry> model() {
        return Column.text("Model", 30, each -> CellContent.text(each.summary().model()));
    }

    private static boolean used(InventoryEntry each) {
        return each.summary().version() != null;
    }

    private static CellContent ifUsed(InventoryEntry each, String words) {
        return used(each) ? CellContent.text(words) : CellContent.NONE;
    }

    private static CellContent said(InventoryEntry each, CardField field) {
        return used(each)
                ? CellContent.textOr(each.said(field).isEmpty() ? null : each.said(field), "not answered")
                : CellContent.NONE;
    }

    private static CellContent version(ChampionSummary model) {
        Integer version = model.version();
        return version == null ? new CellContent.Absent(NOBODY) : CellContent.whole((long) version);
    }

    private static String fairness(ChampionSummary model) {
        return model.fairness() == null ? "–" : Words.of(model.fairness().verdict());
    }

    private static Column<InventoryEntry> figure(
            String title,
            int width,
            String format,
            Function<ChampionSummary, io.gatehouse.checks.@Nullable Figure> which) {
        return Column.number(title, width, each -> {
            var figure = which.apply(each.summary());
            return used(each)
                    ? CellContent.number(figure == null ? null : figure.estimate(), format)
                    : CellContent.NONE;
        });
    }

    private static Column<InventoryEntry> money(String title, Function<MoneyRange, Money> which) {
        return Column.number(title, 13, each -> {
            MoneyRange range = each.summary().netPerMonth();
            return used(each) ? CellContent.money(range == null ? null : which.apply(range)) : CellContent.NONE;
        });
    }
}
