package io.gatehouse.reports;

import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Every override of the request, those that ended too; no sheet where none was ever proposed. */
final class OverridesSheet {
    private OverridesSheet() {}

    static void write(ReportWorkbook report, PromotionDossier dossier) {
        if (dossier.overrides().isEmpty()) {
            return;
        }
        Provenance provenance = report.provenance();
        SheetWriter writer = report.sheet(
                "Overrides",
                "Overrides",
                "Checks that did not pass and that two people accepted until a day, or were asked to; how they stood on "
                        + InWords.day(provenance.generatedAt(), provenance.zone()) + ".");
        writer.mainTable(
                "overrides",
                columns(provenance.zone(), provenance.generatedAt()),
                dossier.overrides().iterator(),
                2,
                "None was proposed.");
    }

    private static List<Column<CheckOverride>> columns(ZoneId zone, Instant now) {
        return List.of(
                Column.text("Override", 12, each -> CellContent.text(each.id())),
                Column.text("Check", 22, each -> CellContent.text(Words.of(each.check()))),
                Column.text("Its verdict", 18, each -> CellContent.text(Words.of(each.verdict()))),
                Column.text("Stands", 22, each -> CellContent.text(Words.of(each.stateAt(now)))),
                Column.text("Last day", 16, each -> CellContent.text(Written.day(each.lastDay()))),
                Column.text("Reason", 60, each -> CellContent.text(each.reason())),
                Column.text("Compensating control", 60, each -> CellContent.text(each.control())),
                Column.text("Proposed by", 22, each -> CellContent.text(each.proposedBy())),
                Column.text("On (" + InWords.zone(zone) + ")", 20, each -> CellContent.moment(each.proposedAt(), zone)),
                Column.text("Agreed by", 22, each -> CellContent.textOr(each.agreedBy(), "nobody")),
                Column.text("Ended by", 22, each -> CellContent.textOr(each.endedBy(), "")),
                Column.text("In their words", 40, each -> CellContent.text(each.endReason())),
                Column.text(
                        "Renews",
                        12,
                        each -> CellContent.textOr(each.renews() == null ? null : "OV-" + each.renews(), "")));
    }
}
