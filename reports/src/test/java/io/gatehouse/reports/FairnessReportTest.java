package io.gatehouse.reports;

import static io.gatehouse.reports.Written.beside;
import static io.gatehouse.reports.Written.cell;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Words;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class FairnessReportTest {
    private final Evaluation evaluation = Dossiers.judged();
    private final List<SegmentFigures> segments =
            evaluation.check(CheckName.FAIRNESS).orElseThrow().segments();

    @Test
    void theFirstSheetCountsTheGroupsByVerdictAndNamesTheThresholds() throws IOException {
        try (XSSFWorkbook workbook = Written.FAIRNESS.opened()) {
            XSSFSheet summary = workbook.getSheet("Summary");
            long failed = segments.stream()
                    .filter(segment -> segment.verdict() == Verdict.FAIL)
                    .count();
            assertThat(beside(summary, Words.of(Verdict.FAIL), 1)).isNotNull();
            assertThat(cell(summary, "Value", 0).getNumericCellValue()).isEqualTo(failed);
            double least = segments.stream()
                    .map(SegmentFigures::ratio)
                    .filter(Objects::nonNull)
                    .map(ratio -> Objects.requireNonNull(ratio.threshold()))
                    .findFirst()
                    .orElseThrow();
            assertThat(beside(summary, "Ratio at least", 1).getNumericCellValue())
                    .isEqualTo(least);
        }
    }

    @Test
    void everySegmentStandsWithItsRateRangeAndVerdict() throws IOException {
        try (XSSFWorkbook workbook = Written.FAIRNESS.opened()) {
            XSSFSheet sheet = workbook.getSheet("Segments");
            for (int i = 0; i < segments.size(); i++) {
                SegmentFigures segment = segments.get(i);
                assertThat(cell(sheet, "Group", i).getStringCellValue()).isEqualTo(segment.group());
                assertThat(cell(sheet, "Verdict", i).getStringCellValue()).isEqualTo(Statuses.segment(segment));
                Double rate = segment.truePositiveRate().estimate();
                if (rate != null && Double.isFinite(rate)) {
                    assertThat(cell(sheet, "Share of leavers found", i).getNumericCellValue())
                            .isEqualTo(rate);
                }
            }
        }
    }

    @Test
    void whatCouldNotBeTestedIsListedInWords() throws IOException {
        SegmentFigures few =
                segments.stream().filter(SegmentFigures::tooFew).findFirst().orElseThrow();
        try (XSSFWorkbook workbook = Written.FAIRNESS.opened()) {
            XSSFSheet all = workbook.getSheet("Segments");
            assertThat(cell(all, "Verdict", segments.indexOf(few)).getStringCellValue())
                    .isEqualTo("Too few to judge");
            XSSFSheet sheet = workbook.getSheet("Not tested");
            assertThat(cell(sheet, "Group", 0).getStringCellValue()).isEqualTo(few.group());
            assertThat(cell(sheet, "In words", 0).getStringCellValue())
                    .isEqualTo(few.sentence().english());
        }
    }
}
