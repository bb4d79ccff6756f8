package io.gatehouse.reports;

import static io.gatehouse.reports.Written.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class TimeReportsTest {

    @Test
    void everyModelHasARowWithItsFiguresOrWithWordsWhereThereAreNone() throws IOException {
        try (XSSFWorkbook workbook = Written.AS_OF.opened()) {
            XSSFSheet sheet = workbook.getSheet("In use");
            assertThat(cell(sheet, "AUC", 0).getNumericCellValue()).isEqualTo(0.8848);
            assertThat(cell(sheet, "AUC that its run claimed", 0).getNumericCellValue())
                    .isEqualTo(0.8891);
            assertThat(cell(sheet, "AUC in use", 0).getStringCellValue()).isEqualTo("no outcomes yet");
            assertThat(cell(sheet, "ROI, modelled", 0).getNumericCellValue()).isEqualTo(3.47);
            assertThat(cell(sheet, "AUC", 1).getStringCellValue()).isEqualTo("not known");
            assertThat(cell(sheet, "Version", 2).getStringCellValue()).isEqualTo("none");
            assertThat(cell(sheet, "AUC", 2).getStringCellValue()).isEqualTo("–");
        }
    }

    @Test
    void theQuarterThatStillRunsIsMarkedAndTheChangesAreListed() throws IOException {
        try (XSSFWorkbook workbook = Written.TIMELINE.opened()) {
            XSSFSheet sheet = workbook.getSheet("Quarters");
            assertThat(cell(sheet, "Quarter", 0).getStringCellValue()).isEqualTo("Q4 2026 (so far)");
            assertThat(cell(sheet, "Quarter", 1).getStringCellValue()).isEqualTo("Q2 2026");
            assertThat(cell(workbook.getSheet("What changed"), "What kind", 0).getStringCellValue())
                    .isEqualTo("Policy changed");
        }
    }

    @Test
    void aQuarterTellsWhatBecameOfEveryModelWhatWasDecidedAndWhatWasAccepted() throws IOException {
        try (XSSFWorkbook workbook = Written.QUARTER.opened()) {
            XSSFSheet changes = workbook.getSheet("Changes");
            assertThat(cell(changes, "What became of it", 0).getStringCellValue())
                    .isEqualTo("Replaced");
            assertThat(cell(changes, "End of Q3 2026", 0).getStringCellValue()).isEqualTo("version 1");
            assertThat(cell(changes, "Now", 0).getStringCellValue()).isEqualTo("version 3");
            assertThat(cell(changes, "Now", 2).getStringCellValue()).isEqualTo("none");
            assertThat(cell(workbook.getSheet("What happened"), "Model", 1).getStringCellValue())
                    .isEqualTo("all models");
            assertThat(cell(workbook.getSheet("Decisions"), "Outcome", 1).getStringCellValue())
                    .isEqualTo("Rejected");
            assertThat(cell(workbook.getSheet("Accepted"), "Last day", 0).getLocalDateTimeCellValue())
                    .isEqualTo("2026-12-31T00:00");
            assertThat(cell(workbook.getSheet("Beside it"), "AUC", 0).getNumericCellValue())
                    .isEqualTo(0.8421);
        }
    }

    @Test
    void ofADayThatIsNotOverTheWorkbookDoesNotSayHowItEnded() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AsOfReport()
                .write(TimeReadModels.champions(), ReadModels.NOW.plusSeconds(60), ReadModels.provenance(), out);
        try (XSSFWorkbook workbook = Written.open(out.toByteArray())) {
            List<String> words = StreamSupport.stream(
                            workbook.getSheet("Summary").spliterator(), false)
                    .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                    .map(Cell::toString)
                    .toList();
            assertThat(words)
                    .anyMatch(cell -> cell.startsWith("14 Nov 2026, so far"))
                    .noneMatch(cell -> cell.startsWith("At the end of"));
        }
    }

    @Test
    void theFilesAreNamedAfterWhatTheyHold() {
        Provenance provenance = ReadModels.provenance();

        assertThat(new AsOfReport().fileName(ReadModels.NOW, provenance))
                .isEqualTo("gatehouse-in-use-on-2026-11-14.xlsx");
        assertThat(new AsOfReport().fileName(ReadModels.NOW.minus(Duration.ofDays(9)), provenance))
                .isEqualTo("gatehouse-in-use-on-2026-11-05-2026-11-14.xlsx");
        assertThat(new TimelineReport().fileName(TimeReadModels.quarters(), provenance))
                .isEqualTo("gatehouse-timeline-streamflow-churn-predictor-2026-q4-2026-q2-2026-11-14.xlsx");
        assertThat(new QuarterReport().fileName(TimeReadModels.quarter(), provenance))
                .isEqualTo("gatehouse-quarter-2026-q4-2026-q3-2026-11-14.xlsx");
    }
}
