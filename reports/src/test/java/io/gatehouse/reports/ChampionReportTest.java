package io.gatehouse.reports;

import static io.gatehouse.reports.Written.beside;
import static io.gatehouse.reports.Written.cell;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.ModelPage;
import io.gatehouse.champions.ProductionAnswers.NamedValue;
import io.gatehouse.sentences.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ChampionReportTest {

    @Test
    void theSummaryAnswersTheThreeQuestionsAndShowsFiguresWithTheirRanges() throws IOException {
        try (XSSFWorkbook workbook = Written.CHAMPION.opened()) {
            XSSFSheet sheet = workbook.getSheet("Summary");
            assertThat(beside(sheet, "On track", 1).getStringCellValue()).startsWith("Of 100 subscribers who leave");
            assertThat(beside(
                            sheet,
                            "Can we make it again? "
                                    + ReadModels.answers().reproducible().english(),
                            0))
                    .isNotNull();
            number(beside(sheet, "Leavers that it finds", 1), 0.831, "0.0 %");
            number(beside(sheet, "Worth a month, modelled", 2), 51_200, "[$$-409]#,##0;-[$$-409]#,##0");
            number(beside(sheet, "Fairness by segment: passed", 1), 0.96, "0.00");
            number(beside(sheet, "AUC, for experts", 3), 0.8927, "0.0000");
        }
    }

    @Test
    void parametersAndDataStayTheTextThatWasLogged() throws IOException {
        List<NamedValue> parameters = ReadModels.answers().parameters();
        try (XSSFWorkbook workbook = Written.CHAMPION.opened()) {
            XSSFSheet sheet = workbook.getSheet("Parameters and data");
            for (int i = 0; i < parameters.size(); i++) {
                String value = parameters.get(i).made() == null
                        ? parameters.get(i).value()
                        : "2.07 as logged, but the model was made with 1";
                assertThat(cell(sheet, "Name", i).getStringCellValue())
                        .isEqualTo(parameters.get(i).name());
                assertThat(cell(sheet, "Value", i).getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell(sheet, "Value", i).getStringCellValue()).isEqualTo(value.isEmpty() ? "(empty)" : value);
            }
            assertThat(cell(sheet, "Value", parameters.size()).getStringCellValue())
                    .isEqualTo("1234567890123456");
        }
    }

    @Test
    void eachCheckOfThePolicyStandsWithItsVerdictAndItsAnswer() throws IOException {
        try (XSSFWorkbook workbook = Written.CHAMPION.opened()) {
            XSSFSheet sheet = workbook.getSheet("What the policy asks");
            List<ModelPage.Result> results = ReadModels.modelPage().results();
            for (int i = 0; i < results.size(); i++) {
                ModelPage.Result result = results.get(i);
                assertThat(cell(sheet, "Question", i).getStringCellValue())
                        .isEqualTo(result.check().question());
                assertThat(cell(sheet, "Verdict", i).getStringCellValue()).isEqualTo(Words.of(result.verdict()));
                assertThat(cell(sheet, "Answer", i).getStringCellValue())
                        .isEqualTo(result.sentence().english());
            }
        }
    }

    @Test
    void metricsStandBesideWhatWasRecomputed() throws IOException {
        try (XSSFWorkbook workbook = Written.CHAMPION.opened()) {
            XSSFSheet sheet = workbook.getSheet("Metrics");
            number(cell(sheet, "Logged by the run", 0), 0.8848, "0.0000");
            number(cell(sheet, "Recomputed", 0), 0.88479, "0.0000");
            assertThat(cell(sheet, "Recomputed", 1).getStringCellValue()).isEqualTo("not recomputed");
            assertThat(cell(sheet, "Logged by the run", 2).getStringCellValue()).isEqualTo("not known");
        }
    }

    @Test
    void tenuresHoldRealDatesInTheZoneOfTheInstallation() throws IOException {
        try (XSSFWorkbook workbook = Written.CHAMPION.opened()) {
            XSSFSheet sheet = workbook.getSheet("In use over time");
            XSSFCell from = cell(sheet, "From (Europe/Berlin)", 0);
            assertThat(from.getLocalDateTimeCellValue()).isEqualTo("2026-08-21T15:00:00");
            assertThat(from.getCellStyle().getDataFormatString()).isEqualTo("d mmm yyyy hh:mm");
            assertThat(cell(sheet, "Until", 0).getStringCellValue()).isEqualTo("still in use");
            assertThat(cell(sheet, "Approved by", 0).getStringCellValue()).isEqualTo("Priya Shah and Jörg Größe");
            assertThat(cell(sheet, "Asked for by", 1).getStringCellValue()).isEqualTo(ReadModels.EVIL);
            assertThat(cell(sheet, "AUC when promoted", 2).getStringCellValue()).isEqualTo("not known");
            number(cell(sheet, "Net per customer, modelled", 1), 0.8355, "[$$-409]#,##0.00;-[$$-409]#,##0.00");
        }
    }

    @Test
    void whatIsNotKnownIsLeftOutOfThePictureAndStandsInTheTable() throws IOException {
        try (XSSFWorkbook workbook = Written.CHAMPION.opened()) {
            XSSFSheet sheet = workbook.getSheet("Summary");
            assertThat(beside(sheet, "Version 0, from 1 Feb 2026", 1).getStringCellValue())
                    .isEqualTo("not known");
            var series = sheet.getDrawingPatriarch()
                    .getCharts()
                    .getFirst()
                    .getChartSeries()
                    .getFirst()
                    .getSeries(0);
            assertThat(series.getCategoryData().getPointCount()).isEqualTo(2);
        }
    }

    @Test
    void ingredientsSayWhatIsMissing() throws IOException {
        try (XSSFWorkbook workbook = Written.CHAMPION.opened()) {
            XSSFSheet sheet = workbook.getSheet("Making it again");
            assertThat(cell(sheet, "On record", 0).getStringCellValue()).isEqualTo("On record");
            assertThat(beside(sheet, "Preprocessing version", 1).getStringCellValue())
                    .isEqualTo("Missing");
        }
    }

    @Test
    void whatTheRunClaimedStandsBesideWhatTheEvidenceGivesAndWhatIsNotYetKnownSaysSo() throws IOException {
        try (XSSFWorkbook workbook = Written.CHAMPION.opened()) {
            XSSFSheet sheet = workbook.getSheet("Summary");
            assertThat(beside(sheet, "AUC, as its run claimed it", 1).getNumericCellValue())
                    .isEqualTo(0.8891);
            assertThat(beside(sheet, "AUC, as its run claimed it", 4).getStringCellValue())
                    .contains("the evidence gives 0.8848");
            assertThat(beside(sheet, "AUC in use", 1).getStringCellValue()).isEqualTo("no outcomes yet");
        }
    }

    @Test
    void onceOutcomesAreKnownTheFigureInUseStandsThereWithItsRangeAndWhatToBearInMind() throws IOException {
        try (XSSFWorkbook workbook = Written.LIVING_CHAMPION.opened()) {
            XSSFSheet sheet = workbook.getSheet("Summary");
            number(beside(sheet, "AUC in use", 1), 0.8102, "0.0000");
            number(beside(sheet, "AUC in use", 2), 0.8102 - 0.03, "0.0000");
            number(beside(sheet, "AUC in use", 3), 0.8102 + 0.03, "0.0000");
            assertThat(beside(sheet, "AUC in use", 4).getStringCellValue())
                    .contains("3,940 customers", "0.0746 less than the evidence gives");
            assertThat(beside(sheet, "• Customers who were called may have stayed because of it.", 0))
                    .isNotNull();
            XSSFSheet metrics = workbook.getSheet("Metrics");
            number(cell(metrics, "In use", 0), 0.8102, "0.0000");
            number(cell(metrics, "In use less recomputed", 0), 0.8102 - 0.88479, "0.0000");
            assertThat(cell(metrics, "In use", 1).getStringCellValue()).isEqualTo("not known");
        }
    }

    @Test
    void aModelWithoutAChampionIsWrittenInWords() throws IOException {
        ChampionSummary none = new ChampionSummary(
                ReadModels.MODEL,
                "",
                null,
                ChampionSummary.Health.NOT_KNOWN,
                ReadModels.said("No version has been approved. 2 candidates."),
                null,
                "",
                List.of(),
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                null,
                null,
                0,
                2);
        ModelPage page = new ModelPage(ReadModels.MODEL, "", none, List.of(), List.of(), List.of(), List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ChampionReport().write(page, ReadModels.answers(), ReadModels.provenance(), out);
        try (XSSFWorkbook workbook = Written.open(out.toByteArray())) {
            XSSFSheet sheet = workbook.getSheet("Summary");
            assertThat(beside(sheet, "Not known", 1).getStringCellValue()).startsWith("No version has been approved.");
            assertThat(beside(sheet, "Leavers that it finds", 1).getStringCellValue())
                    .isEqualTo("not known");
            assertThat(beside(sheet, "Worth a month, modelled", 1).getStringCellValue())
                    .isEqualTo("not known");
            assertThat(beside(workbook.getSheet("In use over time"), "No version was ever in use.", 0))
                    .isNotNull();
        }
    }

    private static void number(XSSFCell cell, double number, String format) {
        assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(cell.getNumericCellValue()).isEqualTo(number);
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo(format);
    }
}
