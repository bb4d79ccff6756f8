package io.gatehouse.reports;

import static io.gatehouse.reports.Written.beside;
import static io.gatehouse.reports.Written.cell;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.examination.Examination;
import io.gatehouse.examination.Examination.Item;
import io.gatehouse.examination.Examination.Outcome;
import io.gatehouse.examination.Examination.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ExaminationReportTest {
    static final Examination EXAMINATION = new Examination(
            7,
            "Rita Gomez",
            ReadModels.NOW.minusSeconds(600),
            ReadModels.NOW.minusSeconds(8_000_000),
            ReadModels.NOW,
            4,
            20261114,
            9,
            State.CANCELLED,
            75,
            ReadModels.NOW,
            List.of(
                    new Item(1, 43, ReadModels.MODEL, 3, 12L, Outcome.IDENTICAL, "", ReadModels.NOW),
                    new Item(
                            2,
                            41,
                            ReadModels.EVIL,
                            1,
                            9L,
                            Outcome.DIFFERENT,
                            "PERFORMANCE, brier: 0.5",
                            ReadModels.NOW),
                    new Item(3, 40, ReadModels.MODEL, 2, null, Outcome.IMPOSSIBLE, "Not kept.", ReadModels.NOW),
                    new Item(4, 39, ReadModels.MODEL, 2, 8L, null, "", null)));

    @Test
    void everyDrawnPromotionHasItsOutcomeAndTheSeedStandsWithTheProvenance() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExaminationReport().write(EXAMINATION, ReadModels.provenance(), out);
        Path folder = Files.createDirectories(Path.of("target", "workbooks"));
        Files.write(folder.resolve("examination.xlsx"), out.toByteArray());
        try (XSSFWorkbook workbook = Written.open(out.toByteArray())) {
            XSSFSheet sample = workbook.getSheet("Sample");
            assertThat(cell(sample, "Outcome", 0).getStringCellValue()).isEqualTo("Identical");
            assertThat(cell(sample, "First figure that differs, or why not", 1).getStringCellValue())
                    .isEqualTo("PERFORMANCE, brier: 0.5");
            assertThat(cell(sample, "Model", 1).getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(cell(sample, "Evaluation", 2).getStringCellValue()).isEqualTo("not on record");
            assertThat(cell(sample, "Outcome", 3).getStringCellValue()).isEqualTo("Not judged again");
            XSSFSheet provenance = workbook.getSheet("Provenance");
            assertThat(beside(provenance, "Seed", 1).getStringCellValue()).isEqualTo("20261114");
            assertThat(beside(provenance, "Executed in the period", 1).getNumericCellValue())
                    .isEqualTo(9);
            assertThat(beside(workbook.getSheet("Summary"), "Stopped", 1).getStringCellValue())
                    .contains("1 identical, 1 different, 1 that cannot");
        }
    }
}
