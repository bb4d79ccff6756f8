package io.gatehouse.reports;

import static io.gatehouse.reports.Written.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class InventoryReportTest {

    @Test
    void everyModelHasARowWithWhatIsInUseAndWhoAnswersForIt() throws IOException {
        try (XSSFWorkbook workbook = Written.INVENTORY.opened()) {
            XSSFSheet models = workbook.getSheet("Models");
            assertThat(cell(models, "Model", 0).getStringCellValue()).isEqualTo(ReadModels.MODEL);
            assertThat(cell(models, "Version", 0).getNumericCellValue()).isEqualTo(3);
            assertThat(cell(models, "Owner", 0).getStringCellValue()).isEqualTo(ReadModels.EVIL);
            assertThat(cell(models, "Owner", 1).getStringCellValue()).isEqualTo("not answered");
            assertThat(cell(models, "Version", 2).getStringCellValue()).isEqualTo("none in use");
            assertThat(cell(workbook.getSheet("Figures"), "AUC", 2).getStringCellValue())
                    .isEqualTo("–");
            assertThat(cell(models, "Newer versions", 2).getNumericCellValue()).isEqualTo(2);
        }
    }

    @Test
    void onlyWhatWasSaidOfTheVersionInUseCounts() throws IOException {
        try (XSSFWorkbook workbook = Written.INVENTORY.opened()) {
            XSSFSheet cards = workbook.getSheet("Cards");
            assertThat(cell(cards, "Answered", 0).getNumericCellValue()).isEqualTo(2);
            assertThat(cell(cards, "Limitations", 0).getStringCellValue()).isEqualTo("not answered");
            assertThat(cell(cards, "Intended use", 0).getStringCellValue()).startsWith("Ranks subscribers");
            assertThat(cell(cards, "Answered", 2).getStringCellValue()).isEqualTo("–");
        }
    }

    @Test
    void theSummaryCountsModelsByHowTheyDo() throws IOException {
        try (XSSFWorkbook workbook = Written.INVENTORY.opened()) {
            XSSFSheet summary = workbook.getSheetAt(0);
            assertThat(Written.beside(summary, "Not known", 1).getNumericCellValue())
                    .isEqualTo(1);
            assertThat(Written.beside(summary, "Act now", 1).getNumericCellValue())
                    .isZero();
        }
        assertThat(new InventoryReport().fileName(ReadModels.provenance()))
                .isEqualTo("gatehouse-model-inventory-2026-11-14.xlsx");
    }
}
