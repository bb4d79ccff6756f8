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
                Column.text("Override", 9, each -> CellContent.text(each.id())),
                Column.text("Check", 14, each -> CellContent.text(Words.of(each.check()))),
                Column.text("Its verdict", 12, each -> CellContent.text(Words.of(each.verdict()))),
                Column.text("Stands", 14, each -> CellContent.text(Words.of(each.stateAt(now)))),
                Column.text("Last day", 12, each -> CellContent.text(Written.day(each.lastDay()))),
                Column.text("Reason", 34, each -> CellContent.text(each.reason())),
                Column.text("Compensating control", 34, each -> CellContent.text(each.control())),
                Column.text("Proposed by", 16, each -> CellContent.text(each.proposedBy())),
                Column.text("On (" + InWords.zone(zone) + ")", 17, each -> CellContent.moment(each.proposedAt(), zone)),
                Column.text("Agreed by", 15, each -> CellContent.textOr(each.agreedBy(), "nobody")),
                Column.text("Ended by", 14, each -> CellContent.textOr(each.endedBy(), "")),
                Column.text("In their words", 18, each -> CellContent.text(each.endReason())),
                Column.text(
                        "Renews",
                        8,
                        each -> CellContent.textOr(each.renews() == null ? null : "OV-" + each.renews(), "")));
    }
}
