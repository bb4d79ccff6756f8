package io.gatehouse.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.money.Money;
import io.gatehouse.risklist.RiskListPage.Row;
import io.gatehouse.risklist.RiskLists.Filter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class LongWorkbookTest {
    private static final List<CellContent> CONTENTS = List.of(
            new CellContent.Text("plain"),
            new CellContent.Text("a < b && b > \"c\""),
            new CellContent.Text(" kept apart "),
            new CellContent.Text("two\r\nlines"),
            new CellContent.Text("Größe 解約 𠮷"),
            new CellContent.Text("𠮷".repeat(16_000)),
            new CellContent.Text("_x0041_ is no A"),
            new CellContent.Text("bell \u0007 and half \ud800"),
            new CellContent.Text("x".repeat(40_000)),
            new CellContent.Text("=HYPERLINK(\"http://elsewhere\")"),
            new CellContent.Text(""),
            new CellContent.Absent("not known"),
            new CellContent.Numeric(1_234_567_890_123_456d, CellContent.WHOLE),
            new CellContent.Numeric(-0.1, CellContent.SHARE),
            new CellContent.Numeric(1e-9, CellContent.INDEX),
            CellContent.cents(Money.of(9.99, Currency.getInstance("EUR"))),
            new CellContent.Dated(LocalDateTime.of(2025, 4, 16, 2, 10), CellContent.MOMENT));

    @Test
    void aCellOfALongSheetIsTheCellThatPoiWouldHaveWritten() throws IOException {
        try (XSSFWorkbook streamed = Written.open(written(CONTENTS.iterator(), Long.MAX_VALUE));
                ReportWorkbook whole = new ReportWorkbook("All", ReadModels.provenance())) {
            SheetWriter writer = whole.sheet("All", "All", "");
            writer.mainTable("all", columns(), CONTENTS.iterator(), 1, "Nothing.");
            Sheet expected = writer.sheet();
            Sheet sheet = streamed.getSheet("All");
            assertThat(sheet.getLastRowNum()).isEqualTo(expected.getLastRowNum());
            for (int i = 0; i <= sheet.getLastRowNum(); i++) {
                var cell = sheet.getRow(i).getCell(0);
                var same = expected.getRow(i).getCell(0);
                assertThat(cell.getCellType()).as("row " + i).isEqualTo(same.getCellType());
                assertThat(cell.toString()).as("row " + i).isEqualTo(same.toString());
                assertThat(cell.getCellStyle().getIndex())
                        .as("row " + i)
                        .isEqualTo(same.getCellStyle().getIndex());
                assertThat(sheet.getRow(i).getHeightInPoints())
                        .as("row " + i)
                        .isEqualTo(expected.getRow(i).getHeightInPoints());
            }
        }
    }

    @Test
    void aTextOfManyRowsIsKeptOnceAndSaysHowOftenItIsUsed() throws IOException {
        Iterator<CellContent> rows = Stream.<CellContent>generate(() -> new CellContent.Text("Möglich & \"so\""))
                .limit(500)
                .iterator();
        byte[] file = written(rows, Long.MAX_VALUE);
        try (XSSFWorkbook workbook = Written.open(file)) {
            Sheet sheet = workbook.getSheet("All");
            assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(0).getStringCellValue())
                    .isEqualTo("Möglich & \"so\"");
            String texts = part(file, "xl/sharedStrings.xml");
            assertThat(texts.split("Möglich", -1)).hasSize(2);
            assertThat(texts)
                    .contains(" count=\"" + textCells(workbook) + "\"")
                    .contains(
                            " uniqueCount=\"" + workbook.getSharedStringSource().getUniqueCount() + "\"");
        }
    }

    @Test
    void textsThatAreAllDifferentStandInTheirCellsSoThatNoneAreHeld() throws IOException {
        Iterator<CellContent> rows = IntStream.range(0, 5_000)
                .<CellContent>mapToObj(i -> new CellContent.Text("customer " + i))
                .iterator();

        try (XSSFWorkbook workbook = Written.open(written(rows, Long.MAX_VALUE))) {
            assertThat(workbook.getSharedStringSource().getUniqueCount()).isLessThan(1_100);
            Sheet sheet = workbook.getSheet("All");
            assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(0).getStringCellValue())
                    .isEqualTo("customer 4999");
        }
    }

    @Test
    void noMoreTextsAreHeldThanSomeHoweverManyRowsHaveThemInCommon() throws IOException {
        int different = SharedTexts.MOST + 2_000;
        Iterator<CellContent> rows = IntStream.range(0, 4 * different)
                .<CellContent>mapToObj(i -> new CellContent.Text("reason " + i / 4))
                .iterator();

        try (XSSFWorkbook workbook = Written.open(written(rows, Long.MAX_VALUE))) {
            assertThat(workbook.getSharedStringSource().getUniqueCount())
                    .isBetween(SharedTexts.MOST, SharedTexts.MOST + 100);
            Sheet sheet = workbook.getSheet("All");
            assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(0).getStringCellValue())
                    .isEqualTo("reason " + (different - 1));
        }
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals(name)) {
                    return new String(parts.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("No part " + name);
    }

    private static long textCells(XSSFWorkbook workbook) {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetAt)
                .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false))
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .count();
    }

    @Test
    void whatASheetHasNoRoomForStaysBehindAndTheSheetIsStillWhole() throws IOException {
        Iterator<CellContent> rows = Stream.<CellContent>generate(() -> new CellContent.Text("x".repeat(10_000)))
                .limit(100)
                .iterator();
        try (XSSFWorkbook workbook = Written.open(written(rows, 100_000))) {
            assertThat(rows.hasNext()).isTrue();
            assertThat(workbook.getSheet("All").getLastRowNum()).isBetween(10, 30);
            assertThat(workbook.getName("all").getRefersToFormula())
                    .endsWith("$A$" + (workbook.getSheet("All").getLastRowNum() + 1));
        }
    }

    @Test
    void theReaderHasTheFirstBytesBeforeTheSecondRowIsAskedFor() throws IOException {
        Flushed out = new Flushed();
        Iterator<Row> rows = RiskListRows.riskRows(3);
        Iterator<Row> watched = new Iterator<>() {
            private int asked;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                if (++asked == 2) {
                    assertThat(out.flushed).isPositive();
                }
                return rows.next();
            }
        };

        list(watched, out);

        assertThat(out.size()).isGreaterThan(out.flushed);
    }

    @Test
    void aReaderWhoLeavesIsWrittenNothingMore() {
        int[] asked = new int[1];
        Iterator<Row> rows = IntStream.range(0, 1_000_000)
                .mapToObj(i -> {
                    asked[0]++;
                    return RiskListRows.riskRows(1).next();
                })
                .iterator();

        assertThatThrownBy(() -> list(rows, new Leaving(50_000)))
                .isInstanceOf(IOException.class)
                .hasMessage("The reader left");
        assertThat(asked[0]).isLessThan(50_000);
    }

    private static void list(Iterator<Row> rows, OutputStream out) throws IOException {
        new RiskListReport()
                .write(
                        RiskListRows.riskList(3),
                        Filter.ALL,
                        rows,
                        RiskListRows::left,
                        ReadModels.provenance(ReadModels.origin(3)),
                        out);
    }

    private static byte[] written(Iterator<CellContent> rows, long most) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReportWorkbook report = new ReportWorkbook("All", ReadModels.provenance())) {
            SheetWriter writer = report.sheet("All", "All", "");
            LongWorkbook workbook = new LongWorkbook(report, report.xssf().getSheet("All"), writer, out, most);
            workbook.mainTable("all", columns(), rows, 1, "Nothing.");
            workbook.finish();
        }
        return out.toByteArray();
    }

    private static List<Column<CellContent>> columns() {
        return List.of(Column.text("Content", 30, content -> content));
    }

    /** Remembers how much had come when it was first told to hand on what it has. */
    private static final class Flushed extends ByteArrayOutputStream {
        private int flushed;

        @Override
        public void flush() {
            flushed = flushed == 0 ? size() : flushed;
        }
    }

    /** A connection that ends after some bytes. */
    private static final class Leaving extends OutputStream {
        private long left;

        Leaving(long left) {
            this.left = left;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new IOException("The reader left");
            }
        }
    }
}
