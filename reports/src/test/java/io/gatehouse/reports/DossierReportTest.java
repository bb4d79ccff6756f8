package io.gatehouse.reports;

import static io.gatehouse.reports.Written.beside;
import static io.gatehouse.reports.Written.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.promotion.PromotionDossier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DossierReportTest {
    private static final String MONEY = "[$$-409]#,##0.00;-[$$-409]#,##0.00";
    private static final String DOLLARS = "[$$-409]#,##0;-[$$-409]#,##0";

    @Test
    void itsSheetsStandInTheOrderOfReading() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            assertThat(workbook)
                    .extracting(org.apache.poi.ss.usermodel.Sheet::getSheetName)
                    .containsExactly(
                            "Summary",
                            "Checks",
                            "Way out",
                            "Segments",
                            "Segment rates",
                            "Pairs",
                            "ROI",
                            "ROI scenarios",
                            "Month",
                            "Performance",
                            "History and votes",
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
    void everySegmentHoldsTheCountsRatesAndVerdictOfTheReadModel() throws IOException {
        List<SegmentFigures> segments = Dossiers.unfair().evaluation() == null
                ? List.of()
                : Dossiers.unfair()
                        .evaluation()
                        .check(CheckName.FAIRNESS)
                        .orElseThrow()
                        .segments();
        assertThat(segments).hasSize(6);
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            XSSFSheet sheet = workbook.getSheet("Segments");
            XSSFSheet rates = workbook.getSheet("Segment rates");
            for (int i = 0; i < segments.size(); i++) {
                SegmentFigures segment = segments.get(i);
                assertThat(cell(sheet, "Group", i).getStringCellValue()).isEqualTo(segment.group());
                assertThat(cell(sheet, "Verdict", i).getStringCellValue()).isEqualTo(Statuses.segment(segment));
                number(cell(sheet, "Customers", i), segment.counts().total(), "#,##0");
                number(cell(sheet, "Leavers", i), segment.counts().positives(), "#,##0");
                number(cell(sheet, "Leavers found", i), segment.counts().truePositives(), "#,##0");
                number(cell(sheet, "Leavers missed", i), segment.counts().falseNegatives(), "#,##0");
                share(
                        cell(sheet, "Share of leavers found", i),
                        segment.truePositiveRate().estimate());
                share(
                        cell(sheet, "Likely from", 0, i),
                        segment.truePositiveRate().low());
                share(cell(sheet, "to", 0, i), segment.truePositiveRate().high());
                ratio(cell(sheet, "Ratio to reference", i), segment.ratio());
                number(cell(rates, "Stayers flagged", i), segment.counts().falsePositives(), "#,##0");
                share(cell(rates, "Stayers flagged, share", i), segment.falsePositiveRate());
                share(cell(rates, "Flagged who leave", i), segment.precision());
                share(cell(rates, "Flagged, of all", i), segment.selectionRate());
                share(cell(rates, "Leave, of all", i), segment.baseRate());
            }
            assertThat(cell(sheet, "to", 1, 5).getStringCellValue()).isEqualTo("unbounded");
            number(cell(sheet, "Customers needed for a verdict", 0), 310, "#,##0");
        }
    }

    @Test
    void theFormulasGiveTheFiguresOfTheEvaluationBeforeAndAfterTheyAreComputedAnew() throws IOException {
        ValueFigures value = value(Dossiers.unfair());
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            figuresOf(workbook.getSheet("ROI"), value);
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            figuresOf(workbook.getSheet("ROI"), value);
        }
    }

    private static void figuresOf(XSSFSheet sheet, ValueFigures value) {
        formula(beside(sheet, "Benefit", 1), value.benefit().amount().doubleValue());
        formula(
                beside(sheet, "Cost of contacts and offers", 1),
                value.cost().amount().doubleValue());
        formula(beside(sheet, "Net", 1), value.net().amount().doubleValue());
        formula(beside(sheet, "Return on cost", 1), value.returnOnCost());
        formula(
                beside(sheet, "Worth per customer", 1),
                Objects.requireNonNull(value.netPerCustomer().estimate()));
        formula(
                beside(sheet, "Net a month, modelled", 1),
                value.netPerMonth().amount().doubleValue());
        formula(beside(sheet, "Months until building is paid, at best", 1), value.paybackMonthsLow());
        formula(beside(sheet, "Months until building is paid, at worst", 1), value.paybackMonthsHigh());
        formula(beside(sheet, "Score from which a contact pays", 1), value.breakEvenScore());
        assertThat(beside(sheet, "Net", 3).getStringCellValue()).isEqualTo("as evaluated");
        number(beside(sheet, "Net", 2), value.net().amount().doubleValue(), DOLLARS);
    }

    /** Amounts that do not come out even, where rounding on the way would show at the end. */
    @ParameterizedTest
    @CsvSource({
        "199.99, 9.99, 0.37, 0.333, 3611, 2077, 7499",
        "123.45, 7.77, 1.05, 0.275, 3377, 1999, 7481",
        "87.35, 4.15, 0.95, 0.125, 1001, 333, 2003",
        "200, 10, 1, 0.3, 3609, 2076, 7500",
        "33.33, 11.11, 0.01, 0.5, 7, 3, 9"
    })
    void theWorkbookComesToTheCentOfTheEvaluationWhateverTheAssumptions(
            double worth, double offer, double contact, double saveRate, long contacted, long leavers, long customers)
            throws IOException {
        CampaignEconomics economics = new CampaignEconomics(worth, offer, contact, saveRate);
        PromotionDossier dossier = Dossiers.worth(economics, contacted, leavers, customers);
        ValueFigures value = value(dossier);
        try (XSSFWorkbook workbook = written(dossier)) {
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            XSSFSheet sheet = workbook.getSheet("ROI");
            assertThat(beside(sheet, "Benefit", 1).getNumericCellValue())
                    .isEqualTo(value.benefit().amount().doubleValue());
            assertThat(beside(sheet, "Cost of contacts and offers", 1).getNumericCellValue())
                    .isEqualTo(value.cost().amount().doubleValue());
            assertThat(beside(sheet, "Net", 1).getNumericCellValue())
                    .isEqualTo(value.net().amount().doubleValue());
            assertThat(beside(sheet, "Net a month, modelled", 1).getNumericCellValue())
                    .isEqualTo(value.netPerMonth().amount().doubleValue());
            for (var row : sheet) {
                var compared = row.getCell(3);
                if (compared != null && compared.getCellType() == CellType.FORMULA) {
                    assertThat(compared.getStringCellValue())
                            .as(row.getCell(0).getStringCellValue())
                            .isEqualTo("as evaluated");
                }
            }
        }
    }

    @Test
    void anotherAssumptionChangesEverythingThatHangsOnIt() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            XSSFSheet sheet = workbook.getSheet("ROI");
            beside(sheet, "Leavers who stay with an offer", 1).setCellValue(0.4);
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            // 1,004 × 0.4 × 200 − (1,960 × 1 + (956 + 1,004 × 0.4) × 10)
            assertThat(beside(sheet, "Net", 1).getNumericCellValue()).isCloseTo(64_784, within(0.005));
            assertThat(beside(sheet, "Net", 3).getStringCellValue()).isEqualTo("changed");
            assertThat(cell(workbook.getSheet("ROI scenarios"), "Net up to here", 0)
                            .getNumericCellValue())
                    .isCloseTo(601 * 0.4 * 200 - 750 - (149 + 601 * 0.4) * 10, within(0.005));
        }
    }

    @Test
    void everyTenthHoldsItsFormulasAndTheyGiveTheReadModel() throws IOException {
        List<ValueFigures.Decile> deciles = value(Dossiers.unfair()).deciles();
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            XSSFSheet sheet = workbook.getSheet("ROI scenarios");
            for (int i = 0; i < deciles.size(); i++) {
                number(cell(sheet, "Customers", i), deciles.get(i).customers(), "#,##0");
                number(cell(sheet, "Leavers", i), deciles.get(i).leavers(), "#,##0");
                formula(
                        cell(sheet, "Net of this tenth", i),
                        deciles.get(i).net().amount().doubleValue());
                formula(
                        cell(sheet, "Net up to here", i),
                        deciles.get(i).cumulativeNet().amount().doubleValue());
            }
            assertThat(sheet.getDrawingPatriarch().getCharts()).hasSize(1);
        }
    }

    @Test
    void whereNobodyIsContactedTheReturnIsNotKnownAndNothingIsEverPaidBack() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.contactingNobody())) {
            XSSFSheet sheet = workbook.getSheet("ROI");
            assertThat(beside(sheet, "Return on cost", 1).getStringCellValue()).isEqualTo("not known");
            assertThat(beside(sheet, "Return on cost", 2).getStringCellValue()).isEqualTo("not known");
            assertThat(beside(sheet, "Return on cost", 3).getStringCellValue()).isEqualTo("as evaluated");
            assertThat(beside(sheet, "Months until building is paid, at best", 1)
                            .getStringCellValue())
                    .isEqualTo("never");
            assertThat(beside(sheet, "Months until building is paid, at best", 2)
                            .getStringCellValue())
                    .isEqualTo("never");
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
    void everyThresholdStandsWithItsVerdictsAndTheLengthOfItsList() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            XSSFSheet sheet = workbook.getSheet("Way out");
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue())
                    .startsWith("At a threshold of 41 % instead of 20 % it would pass performance, fairness and ROI,");
            for (int i = 0; i < 99; i++) {
                int percent = i + 1;
                number(cell(sheet, "Threshold", i), percent / 100.0, "0 %");
                assertThat(cell(sheet, "Performance", i).getStringCellValue()).isEqualTo("Passed");
                assertThat(cell(sheet, "Fairness", i).getStringCellValue())
                        .isEqualTo(percent < 41 ? "Failed" : "Passed");
                assertThat(cell(sheet, "ROI", i).getStringCellValue())
                        .isEqualTo(percent > 60 ? "Too close to call" : "Passed");
                assertThat(cell(sheet, "All three", i).getStringCellValue())
                        .isEqualTo(percent < 41 ? "Failed" : percent > 60 ? "Too close to call" : "Passed");
                number(cell(sheet, "Customers on the list, a month", i), 50_000 - 400d * percent, "#,##0");
                assertThat(cell(sheet, "Which", i).getStringCellValue())
                        .isEqualTo(
                                percent == 20
                                        ? "the acting threshold"
                                        : percent == 41 ? "the nearest that passes" : "–");
            }
        }
    }

    @Test
    void pairsOfGroupsStandWorstFirstAndThoseTooFewLast() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            XSSFSheet sheet = workbook.getSheet("Pairs");
            assertThat(List.of(0, 1, 2))
                    .extracting(i -> cell(sheet, "Group", i).getStringCellValue())
                    .containsExactly("18-24 × north", "=cmd × south", "18-24 × islands");
            assertThat(cell(sheet, "Verdict", 0).getStringCellValue()).isEqualTo("Failed");
            number(cell(sheet, "Ratio to reference", 0), 0.69, "0.00");
            number(cell(sheet, "Customers needed for a verdict", 2), 410, "#,##0");
        }
    }

    @Test
    void theMonthHoldsEveryInputWithItsEndsAndANativeChartOfThem() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.unfair())) {
            XSSFSheet sheet = workbook.getSheet("Month");
            assertThat(cell(sheet, "Net of the month hangs on", 0).getStringCellValue())
                    .isEqualTo("Leavers who stay with an offer");
            number(cell(sheet, "Net at low", 0), -21_000, DOLLARS);
            number(cell(sheet, "Net at high", 0), 484_000, DOLLARS);
            number(cell(sheet, "Low", 0), 0.03, "0.0 %");
            number(cell(sheet, "Assumed", 2), 50_000, "#,##0");
            number(cell(sheet, "High", 1), 260, DOLLARS);
            assertThat(cell(sheet, "Decides over gain or loss", 0).getStringCellValue())
                    .isEqualTo("yes");
            number(beside(sheet, "Net a month, modelled", 1), 304_000, DOLLARS);
            number(beside(sheet, "Return on cost", 2), 2.9, "0.0 %");
            assertThat(beside(sheet, "Save rate that pays", 1).getStringCellValue())
                    .isEqualTo("not known");
            number(beside(sheet, "All lines together", 4), 90_000, DOLLARS);
            assertThat(sheet.getDrawingPatriarch().getCharts())
                    .singleElement()
                    .satisfies(
                            chart -> assertThat(chart.getTitleText().getString())
                                    .isEqualTo(
                                            "The month hangs most on: leavers who stay with an offer, which decides over gain or loss"));
        }
    }

    @Test
    void whereCustomersHaveAWorthOfTheirOwnTheirMeanGivesTheNetOfTheEvaluationToTheCent() throws IOException {
        PromotionDossier dossier = Dossiers.ownWorth(187.6543219);
        ValueFigures value = value(dossier);
        try (XSSFWorkbook workbook = written(dossier)) {
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            XSSFSheet sheet = workbook.getSheet("ROI");
            assertThat(beside(sheet, "Worth of a saved customer", 1).getNumericCellValue())
                    .isCloseTo(187.6543219, within(1e-9));
            assertThat(beside(sheet, "Net a month, modelled", 1).getNumericCellValue())
                    .isEqualTo(value.netPerMonth().amount().doubleValue());
            assertThat(beside(sheet, "Net a month, modelled", 3).getStringCellValue())
                    .isEqualTo("as evaluated");
            assertThat(beside(sheet, "Net", 3).getStringCellValue()).isEqualTo("as evaluated");
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

    private static ValueFigures value(PromotionDossier dossier) {
        return Objects.requireNonNull(
                DossierReport.check(dossier, CheckName.VALUE).orElseThrow().value());
    }

    private static XSSFWorkbook written(PromotionDossier dossier) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DossierReport().write(dossier, ReadModels.provenance(ReadModels.origin(4)), out);
        return Written.open(out.toByteArray());
    }

    private static void ratio(XSSFCell cell, @Nullable Figure figure) {
        if (figure == null) {
            assertThat(cell.getStringCellValue()).isEqualTo("–");
        } else {
            numberOrWords(cell, figure.estimate(), "0.00");
        }
    }

    private static void share(XSSFCell cell, @Nullable Double share) {
        numberOrWords(cell, share, "0.0 %");
    }

    private static void numberOrWords(XSSFCell cell, @Nullable Double number, String format) {
        if (number == null || number.isNaN()) {
            assertThat(cell.getStringCellValue()).isEqualTo("not known");
        } else {
            number(cell, number, format);
        }
    }

    private static void number(XSSFCell cell, double number, String format) {
        assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(cell.getNumericCellValue()).isEqualTo(number);
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo(format);
    }

    private static void formula(XSSFCell cell, double expected) {
        assertThat(cell.getCellType()).isEqualTo(CellType.FORMULA);
        // Amounts of the read model are kept to cents.
        assertThat(cell.getNumericCellValue()).isCloseTo(expected, within(0.005));
    }
}
