package io.gatehouse.reports;

import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Left;
import io.gatehouse.risklist.RiskListPage.Previous;
import io.gatehouse.sentences.Words;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Who was on the list before and is not on this one. Unlike the list itself it is held while it is made, so it has an end; it stands in the
 * workbook from the beginning, since a workbook that leaves while it is written says first which sheets it has.
 */
final class LeftSheet {
    static final String NAME = "No longer on it";
    /** About 20 MB while the workbook is made. */
    static final int MOST_ROWS = 5_000;

    private final ReportWorkbook report;
    private final SheetWriter writer;
    private final Header list;
    private final Previous previous;

    private LeftSheet(ReportWorkbook report, Header list, Previous previous) {
        this.report = report;
        this.list = list;
        this.previous = previous;
        this.writer = report.sheet(
                NAME,
                "On the list of " + InWords.day(previous.asOf()) + " and not on the one of " + InWords.day(list.asOf()),
                "Nobody here is settled: a score below " + InWords.share(list.threshold())
                        + " is a smaller chance, not a promise to stay.");
    }

    /** Empty where everybody of the list before is on this one too, and where there is none before. */
    static Optional<LeftSheet> begun(ReportWorkbook report, Header list) {
        Previous previous = list.previous();
        return previous == null || previous.left() == 0
                ? Optional.empty()
                : Optional.of(new LeftSheet(report, list, previous));
    }

    /** @param left by their rank on the list before; those for whom there is no room stay in it */
    void write(Iterator<Left> left) {
        if (previous.left() > MOST_ROWS) {
            writer.note("The first " + InWords.whole((long) MOST_ROWS) + " of " + InWords.whole(previous.left())
                    + ", by their rank on the list before; the others can be looked at on the screen of the list.");
        }
        List<Left> rows = new ArrayList<>();
        while (rows.size() < MOST_ROWS && left.hasNext()) {
            rows.add(left.next());
        }
        TableRange range = writer.mainTable("no_longer_listed", columns(), rows.iterator(), 1, "Nobody.");
        ReportWorkbook.textIsMeant(writer.sheet(), range.column(0));
    }

    private List<Column<Left>> columns() {
        List<Column<Left>> columns = new ArrayList<>();
        columns.add(Column.text(
                "Customer", 15, left -> CellContent.text(left.before().customer())));
        columns.add(Column.number(
                "Score of " + InWords.day(previous.asOf()),
                12,
                left -> CellContent.share(left.before().probability())));
        columns.add(Column.number(
                "Score of " + InWords.day(list.asOf()),
                12,
                left -> CellContent.numberOr(
                        left.score(), CellContent.SHARE, left.scoresKept() ? "not scored again" : InWords.NOT_KNOWN)));
        for (String segment : list.segmentNames()) {
            columns.add(Column.text(
                    Words.sentenceCase(segment),
                    13,
                    left -> CellContent.text(left.before().segments().get(segment))));
        }
        columns.add(Column.number(
                "Pays a month", 10, left -> CellContent.cents(left.before().value())));
        for (int i = 0; i < 3; i++) {
            int place = i;
            columns.add(Column.text(
                    "Reason then " + (i + 1),
                    31,
                    left -> RiskListReport.reason(left.before().reasons(), place)));
        }
        return columns;
    }
}
