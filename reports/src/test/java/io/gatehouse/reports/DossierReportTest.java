package io.gatehouse.reports;

import static io.gatehouse.reports.DossierCells.MONEY;
import static io.gatehouse.reports.DossierCells.number;
import static io.gatehouse.reports.DossierCells.share;
import static io.gatehouse.reports.DossierCells.written;
import static io.gatehouse.reports.Written.beside;
import static io.gatehouse.reports.Written.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What a dossier says as a whole: its sheets, its summary, its history and where it comes from. */
class DossierReportTest {
    @Test
    void itsSheetsStandInTheOrderOfReading() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            assertThat(workbook)
                    .extracting(org.apache.poi.ss.usermodel.Sheet::getSheetName)
                    .containsExactly(
                            "Summary",
                            "Checks",
                            "Overrides",
                            "Way out",
                            "Segments",
                            "Segment rates",
                            "Pairs",
                            "ROI",
                            "ROI scenarios",
                            "Month",
                            "Performance",
                            "History and votes",
                            "Discussion",
                            "Provenance");
        }
    }

    @Test
    void theSummarySaysTheStateTheSentencesAndEachCheckInAWord() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            XSSFSheet sheet = workbook.getSheet("Summary");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("PR-42: streamflow-churn-predictor version 4 as champion");
            assertThat(beside(sheet, "In review", 1).getStringCellValue()).startsWith("Blocked: fairness");
            number(beside(sheet, "Fairness by segment: failed", 1), 0.745, "0.00");
            number(beside(sheet, "Performance: passed", 2), 0.8751, "0.0000");
            number(beside(sheet, "ROI: passed", 1), 6.0944, MONEY);
            number(beside(sheet, "Approvals", 1), 1, "#,##0");
        }
    }

    @Test
    void performanceIsTypedAndSaysWhatIsNotKnown() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            XSSFSheet sheet = workbook.getSheet("Performance");
            number(beside(sheet, "AUC on test data", 1), 0.8831, "0.0000");
            number(beside(sheet, "AUC on test data", 5), 0.78, "0.0000");
            assertThat(beside(sheet, "Brier score", 1).getStringCellValue()).isEqualTo("not known");
            number(beside(sheet, "Leavers found", 1), 1_004, "#,##0");
            share(cell(sheet, "Happened", 1), 0.231);
        }
    }

    @Test
    void votesStandInTheHistoryWithTheirReasonAndWhetherTheyCount() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            XSSFSheet sheet = workbook.getSheet("History and votes");
            assertThat(cell(sheet, "What", 2).getStringCellValue()).isEqualTo("Asked for changes");
            assertThat(cell(sheet, "In words", 2).getStringCellValue()).isEqualTo("+49 wants more data");
            assertThat(cell(sheet, "Vote counts", 2).getStringCellValue()).isEqualTo("No longer");
            assertThat(cell(sheet, "When (Europe/Berlin)", 3).getLocalDateTimeCellValue())
                    .isEqualTo("2026-11-14T06:09:00");
        }
    }

    @Test
    void overridesInForceAndThoseThatEndedAreShownWithTheirReasons() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            XSSFSheet sheet = workbook.getSheet("Overrides");
            assertThat(cell(sheet, "Stands", 0).getStringCellValue()).isEqualTo("Ended");
            assertThat(cell(sheet, "Stands", 1).getStringCellValue()).isEqualTo("In force");
            assertThat(cell(sheet, "Override", 1).getStringCellValue()).isEqualTo("OV-4");
            assertThat(cell(sheet, "Reason", 0).getStringCellValue()).isEqualTo(ReadModels.EVIL);
        }
    }

    @Test
    void whatPeopleSaidStandsAsTheyWroteItAndIsNoFormula() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            XSSFSheet sheet = workbook.getSheet("Discussion");
            assertThat(cell(sheet, "About", 0).getStringCellValue()).isEqualTo("Fairness by segment");
            assertThat(cell(sheet, "In their words", 0).getStringCellValue()).isEqualTo("=1+1 Why only web?");
            assertThat(cell(sheet, "About", 1).getStringCellValue()).isEqualTo("The request");
        }
    }

    @Test
    void aRequestWithoutEvaluationSaysWhyAndHowToGoOn() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.withoutEvaluation())) {
            XSSFSheet sheet = workbook.getSheet("Summary");
            assertThat(beside(sheet, "The version has no evidence. Log evaluation/predictions.parquet.", 0))
                    .isNotNull();
            assertThat(beside(sheet, "No segment was judged, so there is nothing to draw.", 0))
                    .isNotNull();
            assertThat(beside(workbook.getSheet("Checks"), "The checks have not run.", 0))
                    .isNotNull();
            assertThat(workbook.getSheet("ROI").getRow(3).getCell(0).getStringCellValue())
                    .startsWith("ROI was not computed");
        }
    }

    @Test
    void provenanceNamesTheRulingAndHowToJudgeItAgain() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            XSSFSheet sheet = workbook.getSheet("Provenance");
            assertThat(beside(sheet, "Ruling (SHA-256)", 1).getStringCellValue())
                    .isEqualTo("ab".repeat(32));
            assertThat(beside(sheet, "To judge it again", 1).getStringCellValue())
                    .contains("./gatehouse evaluate", "--case case.json");
        }
    }

    @Test
    void onPaperProvenanceTakesOnePageAndPairsOfAttributesOneLineEach() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            XSSFSheet provenance = workbook.getSheet("Provenance");
            assertThat(provenance.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
            int longest = "Plan type × tenure band".length();
            assertThat(workbook.getSheet("Pairs").getColumnWidth(0)).isGreaterThanOrEqualTo(longest * 256);
            assertThat(workbook.getSheet("Month").getDrawingPatriarch().getCharts())
                    .singleElement()
                    .satisfies(chart -> assertThat(chart.getCTChart().xmlText()).contains("#,##0,&quot;K&quot;"));
        }
    }

    @Test
    void effectiveRowsStandBesideRowsWhereRowsAreWeightedAndNowhereElse() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.weighted())) {
            XSSFSheet segments = workbook.getSheet("Segments");
            double customers = cell(segments, "Customers", 0).getNumericCellValue();
            assertThat(cell(segments, "Tell as much as", 0).getNumericCellValue())
                    .isEqualTo(Math.round(0.75 * customers));
            XSSFSheet performance = workbook.getSheet("Performance");
            assertThat(beside(performance, "Customers stood for", 1).getNumericCellValue())
                    .isEqualTo(41_200);
            assertThat(beside(performance, "Rows of equal weight", 1).getNumericCellValue())
                    .isEqualTo(5_625);
            assertThat(beside(performance, "Leavers found, share", 1).getNumericCellValue())
                    .isEqualTo(0.71);
        }
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            XSSFSheet segments = workbook.getSheet("Segments");
            assertThatThrownBy(() -> cell(segments, "Tell as much as", 0)).hasMessageContaining("No column");
        }
    }
}
