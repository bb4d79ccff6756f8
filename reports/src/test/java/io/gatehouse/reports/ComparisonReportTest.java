package io.gatehouse.reports;

import static io.gatehouse.reports.Written.beside;
import static io.gatehouse.reports.Written.cell;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.comparison.Comparison;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ComparisonReportTest {

    @Test
    void whatDiffersStandsFirstAndNumbersAreWrittenAsTheScreenShowsThem() throws IOException {
        try (XSSFWorkbook workbook = Written.COMPARISON.opened()) {
            XSSFSheet sheet = workbook.getSheet("Comparison");
            assertThat(cell(sheet, "What", 0).getStringCellValue()).isEqualTo("AUC on test data");
            number(cell(sheet, "Version 3 (champion)", 0), 0.8848, "0.0000");
            number(cell(sheet, "Version 3 (champion)", 1), 0.831, "0.0 %");
            number(cell(sheet, "Version 4 (candidate)", 2), 0.9371, "[$$-409]#,##0.00;-[$$-409]#,##0.00");
            assertThat(cell(sheet, "v4 beside the baseline", 0).getStringCellValue())
                    .isEqualTo("Too close to call");
            assertThat(cell(sheet, "v4 beside the baseline", 2).getStringCellValue())
                    .isEqualTo("Worse");
            assertThat(cell(sheet, "Version 1 (champion of 14 Aug 2026)", 1).getStringCellValue())
                    .isEqualTo("not recorded");
            assertThat(cell(sheet, "Version 1 (champion of 14 Aug 2026)", 3).getStringCellValue())
                    .isEqualTo("not known");
            assertThat(cell(sheet, "Version 1 (champion of 14 Aug 2026)", 5).getStringCellValue())
                    .isEqualTo(ReadModels.LONG_NAME);
            assertThat(cell(sheet, "Differs", 7).getStringCellValue()).isEqualTo("No");
            assertThat(cell(sheet, "What", 7).getStringCellValue()).isEqualTo("Seed");
        }
    }

    @Test
    void intervalsAreWrittenLikeTheFigureTheyBelongTo() throws IOException {
        try (XSSFWorkbook workbook = Written.COMPARISON.opened()) {
            XSSFSheet sheet = workbook.getSheet("Intervals");
            number(cell(sheet, "Likely from", 1, 1), 0.811, "0.0 %");
            number(cell(sheet, "to", 0, 0), 0.8927, "0.0000");
            assertThat(cell(sheet, "to", 2, 1).getStringCellValue()).isEqualTo("–");
        }
    }

    @Test
    void theSummaryCountsDifferencesAndWarns() throws IOException {
        try (XSSFWorkbook workbook = Written.COMPARISON.opened()) {
            XSSFSheet sheet = workbook.getSheet("Summary");
            assertThat(beside(sheet, "7 differences", 1).getStringCellValue())
                    .isEqualTo(Comparisons.comparison().summary().getFirst().english());
            number(beside(sheet, "Parameters that differ", 1), 2, "#,##0");
            assertThat(beside(
                            sheet,
                            "• Version 1 was trained on different data, so part of the difference may be the data.",
                            0))
                    .isNotNull();
            number(beside(sheet, "Version 4 (candidate)", 1), 0.9371, "[$$-409]#,##0.00;-[$$-409]#,##0.00");
            assertThat(sheet.getDrawingPatriarch()
                            .getCharts()
                            .getFirst()
                            .getTitleText()
                            .getString())
                    .isEqualTo("Net per customer: version 3 $1.25, version 4 $0.94 (worse), version 1 $0.84 (worse)");
        }
    }

    @Test
    void eachVersionHasItsOwnProvenance() throws IOException {
        try (XSSFWorkbook workbook = Written.COMPARISON.opened()) {
            XSSFSheet sheet = workbook.getSheet("Provenance");
            number(beside(sheet, "Version", 2), 4, "0");
            assertThat(beside(sheet, "Evidence (SHA-256)", 3).getStringCellValue())
                    .isEqualTo("not evaluated");
        }
    }

    @Test
    void aVersionAloneIsWrittenWithoutAPicture() throws IOException {
        Comparison alone =
                new Comparison(Comparisons.comparison().subjects().subList(0, 1), List.of(), List.of(), List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ComparisonReport().write(alone, ReadModels.provenance(ReadModels.origin(3)), out);
        try (XSSFWorkbook workbook = Written.open(out.toByteArray())) {
            assertThat(beside(workbook.getSheet("Summary"), "No difference", 0)).isNotNull();
            assertThat(workbook.getSheet("Summary").getDrawingPatriarch()).isNull();
            assertThat(beside(workbook.getSheet("Comparison"), "Nothing is known of these versions.", 0))
                    .isNotNull();
        }
    }

    private static void number(XSSFCell cell, double number, String format) {
        assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(cell.getNumericCellValue()).isEqualTo(number);
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo(format);
    }
}
