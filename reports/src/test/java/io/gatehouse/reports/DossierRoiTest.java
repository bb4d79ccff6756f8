package io.gatehouse.reports;

import static io.gatehouse.reports.DossierCells.DOLLARS;
import static io.gatehouse.reports.DossierCells.formula;
import static io.gatehouse.reports.DossierCells.number;
import static io.gatehouse.reports.DossierCells.value;
import static io.gatehouse.reports.DossierCells.written;
import static io.gatehouse.reports.Written.beside;
import static io.gatehouse.reports.Written.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.checks.WorthScenarios;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.promotion.PromotionDossier;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sheets of a dossier that count money, and go on counting when somebody changes an assumption. */
class DossierRoiTest {
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
        formula(beside(sheet, "ROI, before running it", 1), value.returnOnCost());
        formula(
                beside(sheet, "Worth per customer", 1),
                Objects.requireNonNull(value.netPerCustomer().estimate()));
        formula(
                beside(sheet, "Worth a month, before running it", 1),
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
            assertThat(beside(sheet, "Worth a month, before running it", 1).getNumericCellValue())
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
    void theGridOfSaveRateAndWorthGivesTheReadModelToTheCentAlsoWhereCustomersHaveAWorthOfTheirOwn()
            throws IOException {
        for (PromotionDossier dossier : List.of(Dossiers.unfair(), Dossiers.ownWorth(187.6543219))) {
            CheckResult check = DossierReport.check(dossier, CheckName.VALUE).orElseThrow();
            WorthScenarios scenarios = WorthScenarios.of(value(dossier), check.month());
            try (XSSFWorkbook workbook = written(dossier)) {
                XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
                XSSFSheet sheet = workbook.getSheet("ROI scenarios");
                int header = row(sheet, "Leavers who stay with an offer");
                for (int i = 0; i < WorthScenarios.SAVE_RATES.size(); i++) {
                    for (int j = 0; j < WorthScenarios.SHARES_OF_WORTH.size(); j++) {
                        assertThat(sheet.getRow(header + 1 + i).getCell(1 + j).getNumericCellValue())
                                .isEqualTo(scenarios
                                        .net(WorthScenarios.SAVE_RATES.get(i), WorthScenarios.SHARES_OF_WORTH.get(j))
                                        .amount()
                                        .doubleValue());
                    }
                }
            }
        }
    }

    private static int row(XSSFSheet sheet, String label) {
        for (var row : sheet) {
            if (row.getCell(0) != null
                    && row.getCell(0).getCellType() == CellType.STRING
                    && row.getCell(0).getStringCellValue().equals(label)) {
                return row.getRowNum();
            }
        }
        throw new AssertionError("Nothing is called " + label);
    }

    @Test
    void whereNobodyIsContactedTheReturnIsNotKnownAndNothingIsEverPaidBack() throws IOException {
        try (XSSFWorkbook workbook = written(Dossiers.contactingNobody())) {
            XSSFSheet sheet = workbook.getSheet("ROI");
            assertThat(beside(sheet, "ROI, before running it", 1).getStringCellValue())
                    .isEqualTo("not known");
            assertThat(beside(sheet, "ROI, before running it", 2).getStringCellValue())
                    .isEqualTo("not known");
            assertThat(beside(sheet, "ROI, before running it", 3).getStringCellValue())
                    .isEqualTo("as evaluated");
            assertThat(beside(sheet, "Months until building is paid, at best", 1)
                            .getStringCellValue())
                    .isEqualTo("never");
            assertThat(beside(sheet, "Months until building is paid, at best", 2)
                            .getStringCellValue())
                    .isEqualTo("never");
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
            assertThat(beside(sheet, "Worth a month, before running it", 1).getNumericCellValue())
                    .isEqualTo(value.netPerMonth().amount().doubleValue());
            assertThat(beside(sheet, "Worth a month, before running it", 3).getStringCellValue())
                    .isEqualTo("as evaluated");
            assertThat(beside(sheet, "Net", 3).getStringCellValue()).isEqualTo("as evaluated");
        }
    }

    @Test
    void whereCustomersHaveAWorthOfTheirOwnEveryTenthKeepsItsOwnAndMovesWithTheMean() throws IOException {
        PromotionDossier dossier = Dossiers.ownWorth(187.6543219);
        List<ValueFigures.Decile> deciles = value(dossier).deciles();
        try (XSSFWorkbook workbook = written(dossier)) {
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            XSSFSheet sheet = workbook.getSheet("ROI scenarios");
            for (int i = 0; i < deciles.size(); i++) {
                formula(
                        cell(sheet, "Net of this tenth", i),
                        deciles.get(i).net().amount().doubleValue());
                formula(
                        cell(sheet, "Net up to here", i),
                        deciles.get(i).cumulativeNet().amount().doubleValue());
            }
            beside(workbook.getSheet("ROI"), "Worth of a saved customer", 1).setCellValue(2 * 187.6543219);
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            // A leaver of the first tenth is worth 200 and not the mean: 601 × 0.3 × 400 − (750 × 1 + (149 + 601 × 0.3)
            // × 10)
            assertThat(cell(sheet, "Net of this tenth", 0).getNumericCellValue())
                    .isCloseTo(601 * 0.3 * 400 - 750 - (149 + 601 * 0.3) * 10, within(0.005));
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
            number(beside(sheet, "Worth a month, after running it", 1), 304_000, DOLLARS);
            number(beside(sheet, "ROI, running it included", 2), 2.9, "0.0 %");
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
}
