package io.gatehouse.reports;

import io.gatehouse.people.Role;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.sentences.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Who did what when, votes among it, in one table that can be filtered. */
final class HistorySheet {
    private static final String EVENT = "Event";

    private HistorySheet() {}

    private record Line(Instant at, String by, String role, String what, String words, String counts) {}

    static void write(ReportWorkbook report, PromotionDossier dossier) {
        SheetWriter writer = report.sheet(
                "History and votes",
                "History and votes",
                "Everything that happened to the request, oldest first. A vote counts for what was voted on, no longer"
                        + " once that has changed.");
        List<Line> lines = new ArrayList<>();
        dossier.history()
                .forEach(line -> lines.add(new Line(
                        line.at(), line.by(), "–", EVENT, line.sentence().english(), "–")));
        dossier.votes()
                .forEach(vote -> lines.add(new Line(
                        vote.at(),
                        vote.by(),
                        Words.of(Role.valueOf(vote.role())),
                        Words.of(vote.choice()),
                        reason(vote),
                        vote.current() ? "Yes" : "No longer")));
        lines.sort(Comparator.comparing(Line::at));
        writer.mainTable(
                "history", columns(report.provenance().zone()), lines.iterator(), 2, "Nothing has happened yet.");
    }

    private static String reason(PromotionDossier.Vote vote) {
        if (!vote.reason().isBlank()) {
            return vote.reason();
        }
        return vote.choice() == Choice.APPROVE ? "No reason given, and none needed." : "No reason given.";
    }

    private static List<Column<Line>> columns(ZoneId zone) {
        return List.of(
                Column.text("When (" + InWords.zone(zone) + ")", 20, line -> CellContent.moment(line.at(), zone)),
                Column.text("Who", 24, line -> CellContent.text(line.by())),
                Column.text("Voted as", 16, line -> CellContent.text(line.role())),
                Column.status("What", 17, whats(), Line::what),
                Column.text("In words", 84, line -> CellContent.text(line.words())),
                Column.text("Vote counts", 12, line -> CellContent.text(line.counts())));
    }

    private static Map<String, Status> whats() {
        return Statuses.CHOICES;
    }
}
