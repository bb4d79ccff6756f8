package io.gatehouse.reports;

import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossier.Comment;
import io.gatehouse.sentences.Words;
import java.time.ZoneId;
import java.util.List;

/** What people said of the request and of its checks, in their own words; no sheet where nobody said anything. */
final class DiscussionSheet {
    private DiscussionSheet() {}

    static void write(ReportWorkbook report, PromotionDossier dossier) {
        if (dossier.comments().isEmpty()) {
            return;
        }
        SheetWriter writer = report.sheet(
                "Discussion",
                "Discussion",
                "What people said, oldest first, as they wrote it. Nothing is ever changed.");
        writer.mainTable(
                "discussion",
                columns(report.provenance().zone()),
                dossier.comments().iterator(),
                2,
                "Nobody has said anything yet.");
    }

    private static List<Column<Comment>> columns(ZoneId zone) {
        return List.of(
                Column.text("When (" + InWords.zone(zone) + ")", 20, line -> CellContent.moment(line.at(), zone)),
                Column.text("Who", 24, line -> CellContent.text(line.by())),
                Column.text("About", 22, line -> CellContent.text(about(line))),
                Column.text("In their words", 96, line -> CellContent.text(line.words())));
    }

    private static String about(Comment comment) {
        return comment.check() == null ? "The request" : Words.of(comment.check());
    }
}
