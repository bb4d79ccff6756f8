package io.gatehouse.reports;

import io.gatehouse.risklist.RiskListPage;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Left;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The workbook that customer success works through: who may leave, why, and a column for what came of it. */
public final class RiskListReport {
    private static final String LIST = "Risk list";
    /** A sheet holds 1,048,576 rows; some stand above the list. */
    private static final int MOST_ROWS = 1_048_000;

    /**
     * Writes the list row by row, straight to its reader: the first bytes leave before the second row is asked for, and none are held.
     *
     * @param filter that the rows were chosen with, said on the first sheet
     * @param rows by rank; read once
     * @param left those who are no longer on it, by their rank on the list before; asked for with a whole list alone, once its rows are
     *     written
     * @param out left open
     */
    public void write(
            Header header,
            Filter filter,
            Iterator<RiskListPage.Row> rows,
            Supplier<Iterator<Left>> left,
            Provenance provenance,
            OutputStream out)
            throws IOException {
        try (ReportWorkbook report = new ReportWorkbook(title(header), provenance)) {
            XSSFSheet summary = report.xssf().createSheet(SummarySheet.NAME);
            XSSFSheet list = report.xssf().createSheet(LIST);
            Optional<LeftSheet> gone = filter.equals(Filter.ALL) ? LeftSheet.begun(report, header) : Optional.empty();
            report.provenanceOfOthers(facts(header, provenance));
            RiskListSummary.Tally tally = new RiskListSummary.Tally();
            SheetWriter writer = new SheetWriter(
                    list,
                    report.styles(),
                    title(header),
                    "Each may leave; nobody is sure to. Reasons are what the score reacted to, not causes.");
            LongWorkbook workbook = new LongWorkbook(report, list, writer, out);
            list(header, counted(rows, tally), writer, workbook);
            tally.cut(rows.hasNext());
            gone.ifPresent(sheet -> sheet.write(left.get()));
            SummarySheet first = new SummarySheet(summary, report.styles(), title(header));
            new RiskListSummary(header, filter, tally, provenance).write(first);
            workbook.finish();
        }
    }

    /** Of the whole list. */
    public String fileName(Header header, Provenance provenance) {
        return fileName(header, "", provenance);
    }

    /** Of a part of it. @param matching how many customers are in it; absent where there are more than were counted */
    public String fileName(Header header, OptionalLong matching, Provenance provenance) {
        return fileName(
                header, (matching.isPresent() ? matching.getAsLong() : "part") + "-of-" + header.listed(), provenance);
    }

    private static String fileName(Header header, String part, Provenance provenance) {
        return FileNames.workbook(provenance, "risk-list", "rl-" + header.number(), header.model(), part);
    }

    private static void list(Header header, Iterator<RiskListPage.Row> rows, SheetWriter writer, LongWorkbook workbook)
            throws IOException {
        List<Column<RiskListPage.Row>> columns = columns(header);
        TableRange range = workbook.mainTable("risk_list", columns, rows, 2, "Nobody is on this list.");
        writer.name(RiskListSummary.BAND, range.formula(range.column(3)));
        int outcome = columns.size() - 1;
        writer.name(RiskListSummary.OUTCOME, range.formula(range.column(outcome)));
        outcomes(writer.sheet(), range, outcome);
        ReportWorkbook.textIsMeant(writer.sheet(), range.column(1));
    }

    private static Iterator<RiskListPage.Row> counted(Iterator<RiskListPage.Row> rows, RiskListSummary.Tally tally) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return tally.written() < MOST_ROWS && rows.hasNext();
            }

            @Override
            public RiskListPage.Row next() {
                RiskListPage.Row row = rows.next();
                tally.count(row);
                return row;
            }
        };
    }

    private static List<Column<RiskListPage.Row>> columns(Header header) {
        List<Column<RiskListPage.Row>> columns = new ArrayList<>();
        columns.add(Column.number("Rank", 7, row -> CellContent.whole((long) row.rank())));
        columns.add(Column.text("Customer", 15, row -> CellContent.text(row.customer())));
        columns.add(Column.number("Score", 9, row -> CellContent.share(row.probability())));
        columns.add(Column.status("Risk", 12, Statuses.BAND_STATUSES, row -> Statuses.band(row.band())));
        columns.add(Column.status("Since last list", 12, Statuses.MOVEMENTS, row -> Words.of(row.movement())));
        columns.add(Column.number(
                "Score on the last list",
                11,
                row -> CellContent.numberOr(row.previousProbability(), CellContent.SHARE, "not on it")));
        for (String segment : header.segmentNames()) {
            columns.add(Column.text(
                    Words.sentenceCase(segment),
                    13,
                    row -> CellContent.text(row.segments().get(segment))));
        }
        columns.add(Column.number("Pays a month", 10, row -> CellContent.cents(row.value())));
        for (int i = 0; i < 3; i++) {
            int place = i;
            columns.add(Column.text("Reason " + (i + 1), 31, row -> reason(row.reasons(), place)));
        }
        columns.add(Column.status("Outcome", 11, Statuses.OUTCOME_STATUSES, row -> RiskListSummary.TO_DO));
        return columns;
    }

    static CellContent reason(List<Sentence> reasons, int place) {
        return place < reasons.size() ? new CellContent.Text(reasons.get(place).english()) : CellContent.NONE;
    }

    private static void outcomes(Sheet sheet, TableRange range, int column) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(Statuses.OUTCOMES.toArray(String[]::new)),
                new CellRangeAddressList(range.header() + 1, range.last(), column, column));
        validation.setSuppressDropDownArrow(true);
        validation.setShowErrorBox(true);
        validation.createErrorBox("Outcome", "Choose one of: " + String.join(", ", Statuses.OUTCOMES) + ".");
        sheet.addValidationData(validation);
    }

    private static List<ProvenanceSheet.Fact> facts(Header header, Provenance provenance) {
        return List.of(
                new ProvenanceSheet.Fact("Risk list", new CellContent.Text("RL-" + header.number())),
                new ProvenanceSheet.Fact("Customers as of", CellContent.day(header.asOf())),
                new ProvenanceSheet.Fact("Scored file (SHA-256)", CellContent.text(header.fileSha256())),
                new ProvenanceSheet.Fact("Posted by", CellContent.text(header.postedBy())),
                new ProvenanceSheet.Fact(
                        "Posted at (" + InWords.zone(provenance.zone()) + ")",
                        CellContent.moment(header.postedAt(), provenance.zone())),
                new ProvenanceSheet.Fact("Acting threshold", CellContent.share(header.threshold())));
    }

    private static String title(Header header) {
        return "Risk list RL-" + header.number() + " of " + InWords.day(header.asOf());
    }
}
