package io.gatehouse.reports;

import static io.gatehouse.reports.Written.beside;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.checks.ValueFigures;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.value.CampaignEconomics;
import java.io.IOException;
import java.util.Objects;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class RoiReportTest {
    private final ValueFigures value = Dossiers.judged().value().orElseThrow();

    @Test
    void theFirstSheetSaysWhatTheEvaluationCounted() throws IOException {
        try (XSSFWorkbook workbook = Written.ROI.opened()) {
            XSSFSheet summary = workbook.getSheet("Summary");
            assertThat(beside(summary, "Net on the test rows", 1).getNumericCellValue())
                    .isEqualTo(value.net().amount().doubleValue());
            assertThat(beside(summary, "Score from which a contact pays", 1).getNumericCellValue())
                    .isEqualTo(value.breakEvenScore());
            assertThat(beside(summary, "Benefit", 1).getNumericCellValue())
                    .isEqualTo(value.benefit().amount().doubleValue());
        }
    }

    @Test
    void anotherShareWhoStayMovesTheNetAsTheJudgeWouldCountIt() throws IOException {
        try (XSSFWorkbook workbook = Written.ROI.opened()) {
            XSSFSheet roi = workbook.getSheet("ROI");
            beside(roi, "Leavers who stay with an offer", 1).setCellValue(0.5);
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            var given = value.assumptions();
            double net = new CampaignEconomics(
                            given.customerValue().amount().doubleValue(),
                            given.offerCost().amount().doubleValue(),
                            given.contactCost().amount().doubleValue(),
                            0.5)
                    .net(new ConfusionCounts(
                            value.leaversContacted(), value.contacted() - value.leaversContacted(), 0, 0));
            assertThat(beside(roi, "Net", 1).getNumericCellValue()).isCloseTo(net, within(0.005));
            assertThat(beside(roi, "Net", 3).getStringCellValue()).isEqualTo("changed");
        }
    }

    @Test
    void theInputsHaveNamesThatFormulasCanUse() throws IOException {
        try (XSSFWorkbook workbook = Written.ROI.opened()) {
            for (String name :
                    new String[] {"customer_value", "offer_cost", "contact_cost", "save_rate", "net_value"}) {
                assertThat(Objects.requireNonNull(workbook.getName(name)).getRefersToFormula())
                        .as(name)
                        .startsWith("'ROI'!$B$");
            }
        }
    }
}
