package io.gatehouse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EveryWorkbookTest {

    @ParameterizedTest
    @EnumSource
    void theSummaryStandsFirstAndProvenanceLast(Written report) throws IOException {
        try (XSSFWorkbook workbook = report.opened()) {
            assertThat(workbook.getSheetName(0)).isEqualTo("Summary");
            assertThat(workbook.getSheetName(workbook.getNumberOfSheets() - 1)).isEqualTo("Provenance");
            assertThat(workbook.getActiveSheetIndex()).isZero();
            assertThat(workbook.getSheetAt(0).getActiveCell().formatAsString()).isEqualTo("A1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySheetHasATitleInItsFirstCellAndPrintsLandscapeAsWideAsThePage(Written report) throws IOException {
        try (XSSFWorkbook workbook = report.opened()) {
            for (Sheet sheet : workbook) {
                assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
                        .as(sheet.getSheetName())
                        .isNotBlank();
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(sheet.getFooter().getCenter()).isEqualTo("Page &P of &N");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void tablesHaveAFrozenRepeatedHeaderAFilterAndAName(Written report) throws IOException {
        try (XSSFWorkbook workbook = report.opened()) {
            for (Sheet sheet : tables(workbook)) {
                XSSFSheet table = (XSSFSheet) sheet;
                int header = table.getRepeatingRows().getFirstRow();
                assertThat(table.getPaneInformation().isFreezePane()).isTrue();
                assertThat(table.getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo((short) (header + 1));
                assertThat(table.getCTWorksheet().getAutoFilter().getRef()).startsWith("A" + (header + 1) + ":");
                assertThat(workbook.getAllNames())
                        .filteredOn(name -> !name.getNameName().startsWith("_xlnm"))
                        .anyMatch(name -> name.getRefersToFormula()
                                .startsWith("'" + sheet.getSheetName() + "'!$A$" + (header + 1)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNativeChartSaysWhatItShowsToThoseWhoCannotSeeIt(Written report) throws IOException {
        try (XSSFWorkbook workbook = report.opened()) {
            List<XSSFChart> charts =
                    workbook.getSheetAt(0).getDrawingPatriarch().getCharts();
            assertThat(charts).hasSize(1);
            var drawing = workbook.getSheetAt(0).getDrawingPatriarch().getCTDrawing();
            var shown = drawing.getTwoCellAnchorArray(0)
                    .getGraphicFrame()
                    .getNvGraphicFramePr()
                    .getCNvPr();
            assertThat(shown.getDescr()).hasSizeGreaterThan(20);
            assertThat(charts.getFirst().getTitleText().getString()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPictureOfEverySheetHasATitleAndAnAlternativeText(Written report) throws IOException {
        try (XSSFWorkbook workbook = report.opened()) {
            for (Sheet sheet : workbook) {
                var drawing = ((XSSFSheet) sheet).getDrawingPatriarch();
                if (drawing != null) {
                    assertThat(drawing.getCTDrawing().getTwoCellAnchorList())
                            .as(sheet.getSheetName())
                            .isNotEmpty()
                            .allSatisfy(anchor -> {
                                var shown = anchor.getGraphicFrame()
                                        .getNvGraphicFramePr()
                                        .getCNvPr();
                                assertThat(shown.getDescr()).hasSizeGreaterThan(20);
                                assertThat(shown.getTitle()).isNotBlank();
                            });
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWordThatIsColouredStandsInItsCellToo(Written report) throws IOException {
        try (XSSFWorkbook workbook = report.opened()) {
            for (Sheet sheet : workbook) {
                var rules = sheet.getSheetConditionalFormatting();
                for (int i = 0; i < rules.getNumConditionalFormattings(); i++) {
                    assertThat(rules.getConditionalFormattingAt(i).getRule(0).getFormula1())
                            .as(sheet.getSheetName())
                            .matches("\"[^\"]+\"");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void textThatLooksLikeAFormulaStaysTextEvenWhenItIsEdited(Written report) throws IOException {
        try (XSSFWorkbook workbook = report.opened()) {
            List<Cell> suspicious = cells(workbook)
                    .filter(cell -> cell.getCellType() == CellType.STRING)
                    .filter(cell -> SafeText.looksLikeFormula(cell.getStringCellValue()))
                    .toList();
            assertThat(suspicious)
                    .isNotEmpty()
                    .allMatch(cell -> cell.getCellStyle().getQuotePrefixed());
            assertThat(cells(workbook)
                            .filter(cell -> cell.getCellType() == CellType.FORMULA)
                            .map(Cell::getCellFormula))
                    .noneMatch(formula -> formula.contains("HYPERLINK"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noCellHoldsAnErrorOrStandsEmptyForWhatIsNotKnown(Written report) throws IOException {
        try (XSSFWorkbook workbook = report.opened()) {
            assertThat(cells(workbook))
                    .noneMatch(cell -> cell.getCellType() == CellType.ERROR
                            || (cell.getCellType() == CellType.FORMULA
                                    && cell.getCachedFormulaResultType() == CellType.ERROR));
            assertThat(cells(workbook)
                            .filter(cell -> cell.getCellType() == CellType.STRING)
                            .map(Cell::getStringCellValue))
                    .noneMatch(text -> text.contains("NaN") || text.contains("Infinity") || text.contains("null"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyOurOwnHostIsLinkedTo(Written report) throws IOException {
        try (XSSFWorkbook workbook = report.opened()) {
            for (Sheet sheet : workbook) {
                assertThat(sheet.getHyperlinkList())
                        .allMatch(link -> link.getAddress().startsWith("https://gatehouse.example/"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameReadModelAndProvenanceGiveTheSameBytesWhereverTheyAreWritten(Written report) throws IOException {
        byte[] first = report.bytes();
        TimeZone usual = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(report.bytes()).isEqualTo(first);
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    @ParameterizedTest
    @EnumSource
    void provenanceNamesEvidencePolicyDigestRequestAndWhoAskedForIt(Written report) throws IOException {
        try (XSSFWorkbook workbook = report.opened()) {
            XSSFSheet sheet = workbook.getSheet("Provenance");
            assertThat(Written.beside(sheet, "Evidence (SHA-256)", 1).getStringCellValue())
                    .isEqualTo(ReadModels.SHA);
            assertThat(Written.beside(sheet, "Policy", 1).getStringCellValue()).isEqualTo("human-reviewed v1");
            assertThat(Written.beside(sheet, "Policy (SHA-256)", 1).getStringCellValue())
                    .isEqualTo(ReadModels.POLICY.sha256());
            assertThat(Written.beside(sheet, "Value assumptions", 1).getStringCellValue())
                    .isEqualTo("version 1");
            assertThat(Written.beside(sheet, "Promotion request", 1).getStringCellValue())
                    .startsWith("PR-4");
            assertThat(Written.beside(sheet, "Digest that votes are bound to", 1)
                            .getStringCellValue())
                    .hasSize(64);
            assertThat(Written.beside(sheet, "Generated by", 1).getStringCellValue())
                    .isEqualTo("Priya Shah");
            assertThat(Written.beside(sheet, "Generated at (Europe/Berlin)", 1).getLocalDateTimeCellValue())
                    .isEqualTo("2026-11-14T06:10:00");
            assertThat(Written.beside(sheet, "The same on screen", 1)
                            .getHyperlink()
                            .getAddress())
                    .isEqualTo("https://gatehouse.example/requests/42");
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePropertiesSayWhenAndByWhom(Written report) throws IOException {
        try (XSSFWorkbook workbook = report.opened()) {
            var core = workbook.getProperties().getCoreProperties();
            assertThat(core.getCreated().toInstant()).isEqualTo(ReadModels.NOW);
            assertThat(core.getModified().toInstant()).isEqualTo(ReadModels.NOW);
            assertThat(core.getLastModifiedByUser()).isEqualTo("Priya Shah");
        }
    }

    @ParameterizedTest
    @EnumSource
    void datesAreWrittenForPeopleAndNotForMachines(Written report) throws IOException {
        try (XSSFWorkbook workbook = report.opened()) {
            assertThat(cells(workbook)
                            .filter(cell -> cell.getCellType() == CellType.STRING)
                            .map(Cell::getStringCellValue))
                    .noneMatch(text -> text.matches(".*\\d{4}-\\d\\d-\\d\\dT\\d\\d:.*"))
                    .noneMatch(text -> text.contains("Etc/UTC"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTextFitsItsCell(Written report) throws IOException {
        try (XSSFWorkbook workbook = report.opened()) {
            for (Sheet sheet : workbook) {
                for (var row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.STRING
                                && cell.getCellStyle().getWrapText()
                                && sheet.getMergedRegions().stream().noneMatch(merged -> merged.isInRange(cell))) {
                            int width = sheet.getColumnWidth(cell.getColumnIndex()) / 256 - SheetWriter.INDENT;
                            assertThat(row.getHeightInPoints())
                                    .as(sheet.getSheetName() + " " + cell.getAddress() + ": " + cell)
                                    .isGreaterThanOrEqualTo(
                                            TextLines.height(TextLines.count(cell.getStringCellValue(), width)));
                        }
                    }
                }
            }
        }
    }

    /** A date that does not fit is shown as a row of hashes. */
    @ParameterizedTest
    @EnumSource
    void everyDateFitsItsColumn(Written report) throws IOException {
        DataFormatter shown = new DataFormatter(Locale.ENGLISH);
        try (XSSFWorkbook workbook = report.opened()) {
            for (Sheet sheet : workbook) {
                for (var row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
                            assertThat(sheet.getColumnWidth(cell.getColumnIndex()) / 256 - SheetWriter.INDENT)
                                    .as(sheet.getSheetName() + " " + cell.getAddress())
                                    .isGreaterThanOrEqualTo(
                                            shown.formatCellValue(cell).length());
                        }
                    }
                }
            }
        }
    }

    /** About 120 characters fill a landscape page at full size; at twice that, ten points print as five. */
    @ParameterizedTest
    @EnumSource
    void noSheetIsSoWideThatNobodyCanReadItPrinted(Written report) throws IOException {
        try (XSSFWorkbook workbook = report.opened()) {
            for (Sheet sheet : workbook) {
                int last = 0;
                for (var row : sheet) {
                    last = Math.max(last, row.getLastCellNum());
                }
                int width = 0;
                for (int i = 0; i < last; i++) {
                    width += sheet.isColumnHidden(i) ? 0 : sheet.getColumnWidth(i) / 256;
                }
                assertThat(width).as(sheet.getSheetName()).isLessThanOrEqualTo(225);
            }
        }
    }

    @Test
    void fileNamesHoldNothingThatASystemCannotStore() {
        Provenance provenance = ReadModels.provenance();
        assertThat(FileNames.workbook(provenance, "dossier", "pr-42", "../Größe\\=x:y", "v3"))
                .isEqualTo("gatehouse-dossier-pr-42-größe-x-y-v3-2026-11-14.xlsx");
        assertThat(FileNames.workbook(provenance, "champion", "解約\u202e予測\r\nX: \"q\"", "v1"))
                .isEqualTo("gatehouse-champion-解約-予測-x-q-v1-2026-11-14.xlsx");
        assertThat(FileNames.workbook(provenance, "comparison", "𠮷".repeat(300), "モ".repeat(300), "v1")
                        .getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(220);
        assertThat(new DossierReport().fileName(Dossiers.unfair(), provenance))
                .isEqualTo("gatehouse-dossier-pr-42-streamflow-churn-predictor-v4-2026-11-14.xlsx");
        assertThat(new RiskListReport().fileName(RiskListRows.riskList(1), provenance))
                .isEqualTo("gatehouse-risk-list-rl-7-streamflow-churn-predictor-2026-11-14.xlsx");
        assertThat(new RiskListReport().fileName(RiskListRows.riskList(339), OptionalLong.of(121), provenance))
                .isEqualTo("gatehouse-risk-list-rl-7-streamflow-churn-predictor-121-of-339-2026-11-14.xlsx");
        assertThat(new RiskListReport().fileName(RiskListRows.riskList(9_000), OptionalLong.empty(), provenance))
                .isEqualTo("gatehouse-risk-list-rl-7-streamflow-churn-predictor-part-of-9000-2026-11-14.xlsx");
        assertThat(new ComparisonReport().fileName(Comparisons.comparison(), provenance))
                .isEqualTo("gatehouse-comparison-streamflow-churn-predictor-v3-v4-v1-2026-11-14.xlsx");
        assertThat(new ChampionReport().fileName(ReadModels.modelPage(), provenance))
                .isEqualTo("gatehouse-champion-streamflow-churn-predictor-v3-2026-11-14.xlsx");
    }

    private static List<Sheet> tables(XSSFWorkbook workbook) {
        List<Sheet> tables = new ArrayList<>();
        for (Sheet sheet : workbook) {
            if (sheet.getRepeatingRows() != null) {
                tables.add(sheet);
            }
        }
        assertThat(tables).isNotEmpty();
        return tables;
    }

    private static Stream<Cell> cells(XSSFWorkbook workbook) {
        List<Cell> cells = new ArrayList<>();
        workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cells::add)));
        return cells.stream();
    }
}
