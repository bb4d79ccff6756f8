package io.gatehouse.reports;

import static io.gatehouse.reports.DossierCells.number;
import static io.gatehouse.reports.DossierCells.ratio;
import static io.gatehouse.reports.DossierCells.share;
import static io.gatehouse.reports.DossierCells.written;
import static io.gatehouse.reports.Written.cell;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.SegmentFigures;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The sheets of a dossier that tell how it treats groups, and what another threshold would change. */
class DossierFairnessTest {
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
}
