package io.gatehouse.portal.ui.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.money.Money;
import io.gatehouse.portal.downloads.Asker;
import io.gatehouse.portal.downloads.Download;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.downloads.WorkbookDownloads.Matter;
import io.gatehouse.portal.samples.SampleRequests;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.components.Figures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.test.context.support.WithMockUser;

/** What is taken away on paper says what the workbook says. */
class PrintedReportsTest extends ScreenTest {
    private static final long REQUEST = SampleRequests.IN_REVIEW;

    private final TestPeople people;
    private final WorkbookDownloads downloads;

    PrintedReportsTest(TestPeople people, WorkbookDownloads downloads) {
        super(people);
        this.people = people;
        this.downloads = downloads;
    }

    @Test
    @WithMockUser("vera")
    void fairnessOnPaperHasEveryGroupAndEveryFigureOfItsWorkbook() throws IOException {
        open("print/promotions/PR-" + REQUEST + "/fairness");
        String words = words();

        try (XSSFWorkbook workbook = workbook(Matter.FAIRNESS)) {
            XSSFSheet segments = workbook.getSheet("Segments");
            Row header = segments.getRow(segments.getRepeatingRows().getFirstRow());
            int rows = 0;
            for (int i = header.getRowNum() + 1; i <= segments.getLastRowNum(); i++) {
                Row row = segments.getRow(i);
                assertThat(words).contains(text(row.getCell(1)));
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.NUMERIC) {
                        assertThat(words)
                                .as("%s of %s", text(header.getCell(cell.getColumnIndex())), text(row.getCell(1)))
                                .contains(shown(text(header.getCell(cell.getColumnIndex())), cell));
                    }
                }
                rows++;
            }
            assertThat(rows).isGreaterThan(3);
            XSSFSheet rates = workbook.getSheet("Segment rates");
            int reason = rates.getRow(rates.getRepeatingRows().getFirstRow()).getLastCellNum() - 1;
            for (int i = rates.getRepeatingRows().getFirstRow() + 1; i <= rates.getLastRowNum(); i++) {
                assertThat(words)
                        .contains(text(rates.getRow(i).getCell(reason)))
                        .contains(Figures.whole(rates.getRow(i).getCell(3).getNumericCellValue()))
                        .contains(Figures.whole(rates.getRow(i).getCell(4).getNumericCellValue()));
            }
        }
    }

    @Test
    @WithMockUser("vera")
    void roiOnPaperHasEveryAmountOfItsWorkbook() throws IOException {
        open("print/promotions/PR-" + REQUEST + "/roi");
        String words = words();

        try (XSSFWorkbook workbook = workbook(Matter.ROI)) {
            XSSFSheet roi = workbook.getSheet("ROI");
            DoubleFunction<String> money = amount -> Figures.money(Money.of(amount, Currency.getInstance("USD")));
            assertThat(words)
                    .contains(money.apply(evaluated(roi, "Benefit")))
                    .contains(money.apply(evaluated(roi, "Cost of contacts and offers")))
                    .contains(money.apply(evaluated(roi, "Net")))
                    .contains(Figures.percentFine(evaluated(roi, "Score from which a contact pays")))
                    .contains(Figures.whole(evaluated(roi, "Customers contacted")))
                    .contains(Figures.whole(evaluated(roi, "Leavers reached")));
            List<Double> nets = grid(workbook.getSheet("ROI scenarios"));
            assertThat(nets).hasSize(12);
            nets.forEach(net -> assertThat(words).contains(money.apply(net)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print/home",
                "print/models",
                "print/models/streamflow-churn-predictor",
                "print/models/streamflow-churn-predictor/answers",
                "print/compare?v=streamflow-churn-predictor:1&v=streamflow-churn-predictor:4",
                "print/quarters",
                "print/as-of",
                "print/promotions/PR-900042",
                "print/promotions/PR-900042/fairness",
                "print/promotions/PR-900042/roi"
            })
    @WithMockUser("vera")
    void everyWorkbookHasAPageForPaperThatSaysWhereItIsFrom(String place) {
        open(place);

        assertThat(words()).contains("Print or save as PDF", "Printed from http", "by Vera Klein");
    }

    @Test
    @WithMockUser("carl")
    void aRiskListOnPaperHasEveryCustomerOfTheList() {
        open("print/risk-lists/RL-7");

        assertThat(words()).contains("Printed from http", "340 of 340");
        assertThat($view(io.gatehouse.portal.ui.components.Table.class).all()).anyMatch(table -> table.rows() == 340);
    }

    @Test
    @WithMockUser("carl")
    void whoIsNoLongerOnARiskListStandsOnPaperInOne() {
        open("print/risk-lists/RL-7/left");

        assertThat(words()).contains("Printed from http", "43 of the 278 customers on the list of");
        assertThat($view(io.gatehouse.portal.ui.components.Table.class).all()).anyMatch(table -> table.rows() == 43);
    }

    @Test
    @WithMockUser("carl")
    void aPartOfARiskListOnPaperSaysInWordsWhichPart() {
        open("print/risk-lists/RL-7?moved=new&band=high");

        assertThat(words())
                .contains("Chosen from the 340 customers who may leave: risk high, since the last list new.")
                .doesNotContain("A row opens");
    }

    @Test
    @WithMockUser("vera")
    void theVersionsOfAModelOnPaperArePlainRows() {
        open("print/models/streamflow-churn-predictor");

        assertThat($view(com.vaadin.flow.component.grid.Grid.class).all()).isEmpty();
        assertThat($view(io.gatehouse.portal.ui.components.Table.class).all())
                .anyMatch(table -> table.columns() == 6
                        && table.getElement().getTextRecursively().contains("Version 1"));
        assertThat(words()).contains("Run").doesNotContain("Tick ");
    }

    @Test
    @WithMockUser("rita")
    void anExcerptOfTheAuditLogOnPaperHasMoreThanAPageOfTheScreen() {
        open("print/audit");

        assertThat(words()).contains("Print or save as PDF", "Printed from http", "by Rita Gomez");
    }

    private XSSFWorkbook workbook(Matter matter) throws IOException {
        Asker asker = new Asker(people.vera(), URI.create("http://localhost:8080"));
        Download download = downloads
                .matter(matter, asker, REQUEST, "promotions/PR-" + REQUEST)
                .orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        download.content().write(bytes);
        return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    }

    /** The nets by save rate and worth of a customer, row by row. */
    private static List<Double> grid(XSSFSheet scenarios) {
        List<Double> nets = new ArrayList<>();
        for (Row row : scenarios) {
            Cell rate = row.getCell(0);
            if (rate != null
                    && rate.getCellType() == CellType.NUMERIC
                    && rate.getCellStyle().getDataFormatString().contains("%")) {
                for (int i = 1; i <= 3; i++) {
                    nets.add(row.getCell(i).getNumericCellValue());
                }
            }
        }
        return nets;
    }

    private static String text(Cell cell) {
        return new DataFormatter().formatCellValue(cell);
    }

    /** As the screens write a figure of that column. */
    private static String shown(String column, Cell cell) {
        double value = cell.getNumericCellValue();
        if (cell.getCellStyle().getDataFormatString().contains("%")) {
            return column.startsWith("Difference") || column.equals("to") || column.equals("Likely from")
                    ? number(Figures.percent(Math.abs(value)))
                    : number(Figures.percent(value));
        }
        return cell.getCellStyle().getDataFormatString().contains(".") ? Figures.ratio(value) : Figures.whole(value);
    }

    /** Without sign and unit, which a range writes once. */
    private static String number(String percent) {
        return percent.replace(" %", "").replace("-", "").replace("−", "");
    }

    private static double evaluated(XSSFSheet sheet, String label) {
        for (Row row : sheet) {
            Cell first = row.getCell(0);
            if (first != null && text(first).equals(label)) {
                Cell evaluated = Objects.requireNonNull(row.getCell(2));
                return evaluated.getCellType() == CellType.NUMERIC
                        ? evaluated.getNumericCellValue()
                        : Objects.requireNonNull(row.getCell(1)).getNumericCellValue();
            }
        }
        throw new AssertionError("Nothing is called " + label);
    }
}
