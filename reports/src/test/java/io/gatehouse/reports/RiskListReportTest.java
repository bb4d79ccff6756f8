package io.gatehouse.reports;

import static io.gatehouse.reports.Written.beside;
import static io.gatehouse.reports.Written.cell;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.risklist.RiskListPage.Left;
import io.gatehouse.risklist.RiskListPage.Movement;
import io.gatehouse.risklist.RiskListPage.Row;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.sentences.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class RiskListReportTest {

    @Test
    void everyRowHoldsWhatTheReadModelSaysWithItsType() throws IOException {
        List<Row> rows = new ArrayList<>();
        RiskListRows.riskRows(340).forEachRemaining(rows::add);
        try (XSSFWorkbook workbook = Written.RISK_LIST.opened()) {
            XSSFSheet sheet = workbook.getSheet("Risk list");
            int top = cell(sheet, "Rank", 0).getRowIndex();
            assertThat(sheet.getLastRowNum()).isEqualTo(top + 339);
            for (int i = 0; i < rows.size(); i++) {
                var written = sheet.getRow(top + i);
                Row row = rows.get(i);
                assertThat(written.getCell(0).getNumericCellValue()).isEqualTo(row.rank());
                assertThat(written.getCell(1).getStringCellValue()).isEqualTo(row.customer());
                if (Double.isNaN(row.probability())) {
                    assertThat(written.getCell(2).getStringCellValue()).isEqualTo("not known");
                } else {
                    assertThat(written.getCell(2).getNumericCellValue()).isEqualTo(row.probability());
                    assertThat(written.getCell(2).getCellStyle().getDataFormatString())
                            .isEqualTo("0.0 %");
                }
                assertThat(written.getCell(3).getStringCellValue()).isEqualTo(Statuses.band(row.band()));
                assertThat(written.getCell(4).getStringCellValue()).isEqualTo(Words.of(row.movement()));
                assertThat(written.getCell(6).getStringCellValue())
                        .isEqualTo(row.segments().getOrDefault("plan_type", "not known"));
                if (row.value() == null) {
                    assertThat(written.getCell(8).getStringCellValue()).isEqualTo("not known");
                } else {
                    assertThat(written.getCell(8).getNumericCellValue())
                            .isEqualTo(row.value().amount().doubleValue());
                    assertThat(written.getCell(8).getCellStyle().getDataFormatString())
                            .startsWith("[$$-409]#,##0.00");
                }
                for (int reason = 0; reason < 3; reason++) {
                    assertThat(written.getCell(9 + reason).getStringCellValue())
                            .isEqualTo(
                                    reason < row.reasons().size()
                                            ? row.reasons().get(reason).english()
                                            : "–");
                }
                assertThat(written.getCell(12).getStringCellValue()).isEqualTo("To call");
            }
        }
    }

    @Test
    void anOutcomeIsOneOfFour() throws IOException {
        try (XSSFWorkbook workbook = Written.RISK_LIST.opened()) {
            XSSFSheet sheet = workbook.getSheet("Risk list");
            DataValidation validation = sheet.getDataValidations().getFirst();
            assertThat(validation.getValidationConstraint().getExplicitListValues())
                    .containsExactly("To call", "Called", "Saved", "Lost");
            assertThat(validation.getRegions().getCellRangeAddresses()[0].formatAsString())
                    .isEqualTo("M4:M343");
            assertThat(sheet.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .isGreaterThan(2);
        }
    }

    @Test
    void theSummaryCountsBandsAndOutcomesWithFormulasThatHoldTheirValues() throws IOException {
        try (XSSFWorkbook workbook = Written.RISK_LIST.opened()) {
            XSSFSheet sheet = workbook.getSheet("Summary");
            assertThat(beside(sheet, "Very high", 1).getCellFormula()).isEqualTo("COUNTIF(risk_band,\"Very high\")");
            assertThat(beside(sheet, "Very high", 1).getNumericCellValue()).isEqualTo(42);
            assertThat(beside(sheet, "Raised", 1).getNumericCellValue()).isEqualTo(180);
            assertThat(beside(sheet, "To call", 1).getNumericCellValue()).isEqualTo(340);
            var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            assertThat(evaluator.evaluate(beside(sheet, "High", 1)).getNumberValue())
                    .isEqualTo(118);
            XSSFCell outcome = cell(workbook.getSheet("Risk list"), "Outcome", 5);
            // Made anew, since POI cannot overwrite text that stands in the cell itself.
            outcome.getRow().createCell(outcome.getColumnIndex()).setCellValue("Saved");
            var anew = workbook.getCreationHelper().createFormulaEvaluator();
            assertThat(anew.evaluate(beside(sheet, "Saved", 1)).getNumberValue())
                    .isEqualTo(1);
            assertThat(beside(sheet, "What those on the list pay a month", 1).getNumericCellValue())
                    .isEqualTo(5_412.66);
            assertThat(beside(sheet, "New on the list", 1).getNumericCellValue())
                    .isEqualTo(121);
        }
    }

    @Test
    void aFilteredListSaysWhatWasChosen() throws IOException {
        Filter filter = new Filter("=1", Map.of("plan_type", "basic"), "high", Movement.NEW);
        try (XSSFWorkbook workbook = written(filter, RiskListRows.riskRows(4))) {
            XSSFSheet sheet = workbook.getSheet("Summary");
            assertThat(beside(sheet, "4 customers", 1).getStringCellValue())
                    .isEqualTo(
                            "Chosen from the 340 customers who may leave: containing “=1”, plan type basic, risk high,"
                                    + " since the last list new.");
        }
    }

    @Test
    void whoIsNoLongerOnItStandsOnASheetOfItsOwn() throws IOException {
        List<Left> left = new ArrayList<>();
        RiskListRows.left().forEachRemaining(left::add);
        try (XSSFWorkbook workbook = Written.RISK_LIST.opened()) {
            XSSFSheet sheet = workbook.getSheet("No longer on it");
            int top = cell(sheet, "Customer", 0).getRowIndex();
            assertThat(sheet.getLastRowNum()).isEqualTo(top + 58);
            for (int i = 0; i < left.size(); i++) {
                var written = sheet.getRow(top + i);
                Row before = left.get(i).before();
                assertThat(written.getCell(0).getStringCellValue()).isEqualTo(before.customer());
                if (left.get(i).score() == null) {
                    assertThat(written.getCell(2).getStringCellValue()).isEqualTo("not scored again");
                } else {
                    assertThat(written.getCell(2).getNumericCellValue())
                            .isEqualTo(left.get(i).score());
                }
                assertThat(written.getCell(6).getStringCellValue())
                        .isEqualTo(
                                before.reasons().isEmpty()
                                        ? "–"
                                        : before.reasons().getFirst().english());
            }
            assertThat(workbook.getName("no_longer_listed").getRefersToFormula())
                    .startsWith("'No longer on it'!");
            assertThat(workbook.getSheetIndex("No longer on it"))
                    .isBetween(workbook.getSheetIndex("Risk list"), workbook.getSheetIndex("Provenance"));
        }
    }

    @Test
    void aPartOfAListLeavesOutWhoIsNoLongerOnIt() throws IOException {
        Filter basic = Filter.ALL.withSegments(Map.of("plan_type", "basic"));
        try (XSSFWorkbook workbook = written(basic, RiskListRows.riskRows(4))) {
            assertThat(workbook.getSheet("No longer on it")).isNull();
        }
    }

    @Test
    void aListWithNobodyOnItSaysSo() throws IOException {
        try (XSSFWorkbook workbook = written(Filter.ALL, Collections.emptyIterator())) {
            assertThat(beside(workbook.getSheet("Risk list"), "Nobody is on this list.", 0)
                            .getCellType())
                    .isEqualTo(CellType.STRING);
            assertThat(beside(workbook.getSheet("Summary"), "0 customers", 0)).isNotNull();
            assertThat(workbook.getSheet("Summary").getDrawingPatriarch()).isNull();
        }
    }

    @Test
    void rowsAreTakenOneByOneAndNotKept() throws IOException {
        int rows = 5_000;
        try (XSSFWorkbook workbook = written(Filter.ALL, RiskListRows.riskRows(rows))) {
            assertThat(workbook.getSheet("Risk list").getLastRowNum()).isEqualTo(rows + 2);
            assertThat(beside(workbook.getSheet("Summary"), "5,000 customers", 0))
                    .isNotNull();
        }
    }

    @Test
    void oneCustomerIsAndSeveralAre() throws IOException {
        assertThat(finding(1)).matches("1 of 1 customer is at .* risk");
        assertThat(finding(340)).matches("\\d+ of 340 customers are at .* risk");
    }

    private static String finding(int rows) throws IOException {
        try (XSSFWorkbook workbook = written(Filter.ALL, RiskListRows.riskRows(rows))) {
            return workbook.getSheetAt(0)
                    .getDrawingPatriarch()
                    .getCharts()
                    .getFirst()
                    .getTitleText()
                    .getString();
        }
    }

    private static XSSFWorkbook written(Filter filter, Iterator<Row> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RiskListReport()
                .write(
                        RiskListRows.riskList(340),
                        filter,
                        rows,
                        RiskListRows::left,
                        ReadModels.provenance(ReadModels.origin(3)),
                        out);
        return Written.open(out.toByteArray());
    }
}
