package io.gatehouse.reports;

import java.util.function.ToDoubleFunction;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTErrBars;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrBarType;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrValType;

/** Draws {@link Bars} natively: one colour, bars from 0, direct labels, intervals as whiskers, no legend and no grid. */
final class BarChart {
    private final XSSFSheet sheet;
    private final Bars bars;

    private BarChart(XSSFSheet sheet, Bars bars) {
        this.sheet = sheet;
        this.bars = bars;
    }

    /**
     * The cells that hold the numbers of the chart.
     *
     * @param up how far each whisker reaches above the value; absent if there are none
     * @param down how far below
     */
    record Cells(
            CellRangeAddress labels,
            CellRangeAddress values,
            @Nullable CellRangeAddress up,
            @Nullable CellRangeAddress down) {}

    /** @param upright columns instead of bars, for an order that means something, such as tenths */
    static void draw(XSSFSheet sheet, Bars bars, Cells cells, XSSFClientAnchor place, boolean upright) {
        new BarChart(sheet, bars).draw(cells, place, upright);
    }

    private void draw(Cells cells, XSSFClientAnchor place, boolean upright) {
        XSSFChart chart = sheet.createDrawingPatriarch().createChart(place);
        var frame = chart.getGraphicFrame().getCTGraphicalObjectFrame();
        frame.getNvGraphicFramePr().getCNvPr().setDescr(bars.description());
        frame.getNvGraphicFramePr().getCNvPr().setTitle(bars.finding());
        chart.getCTChartSpace().addNewRoundedCorners().setVal(false);
        // The reach of the whiskers stands in hidden columns.
        chart.setPlotOnlyVisibleCells(false);
        title(chart);

        XDDFCategoryAxis category = chart.createCategoryAxis(upright ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        XDDFValueAxis value = chart.createValueAxis(upright ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        axes(category, value, upright);
        if (upright) {
            category.setTitle(bars.labelTitle());
        }

        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, category, value);
        data.setBarDirection(upright ? BarDirection.COL : BarDirection.BAR);
        data.setGapWidth(45);
        data.setVaryColors(false);
        String[] names = bars.bars().stream()
                .filter(Bars.Bar::known)
                .map(Bars.Bar::label)
                .toArray(String[]::new);
        XDDFCategoryDataSource categories =
                XDDFDataSourcesFactory.fromArray(names, TableRange.formula(sheet.getSheetName(), cells.labels()));
        XDDFNumericalDataSource<Double> numbers = XDDFDataSourcesFactory.fromArray(
                numbers(Bars.Bar::value), TableRange.formula(sheet.getSheetName(), cells.values()));
        numbers.setFormatCode(bars.format());
        var series = (XDDFBarChartData.Series) data.addSeries(categories, numbers);
        series.setTitle(bars.valueTitle(), null);
        series.setInvertIfNegative(false);
        colours(series);
        whiskers(series, cells);
        chart.plot(data);
        label(series);
    }

    private void title(XSSFChart chart) {
        chart.setTitleText(bars.finding());
        chart.setTitleOverlay(false);
        chart.setAutoTitleDeleted(false);
        var run = chart.getFormattedTitle().getParagraph(0).getTextRuns().get(0);
        run.setFontSize(11d);
        run.setBold(true);
        run.setFontColor(Palette.TEXT.drawing());
    }

    private void axes(XDDFCategoryAxis category, XDDFValueAxis value, boolean upright) {
        // Excel draws horizontal bars from the bottom up; readers start at the top, as the table does.
        category.setOrientation(upright ? AxisOrientation.MIN_MAX : AxisOrientation.MAX_MIN);
        category.setMajorTickMark(AxisTickMark.NONE);
        // Below the lowest value, so that the names do not lie on bars that go under 0.
        category.setTickLabelPosition(AxisTickLabelPosition.LOW);
        text(category.getOrAddTextProperties());
        line(category.getOrAddShapeProperties());
        value.setCrosses(AxisCrosses.AUTO_ZERO);
        if (bars.bars().stream().noneMatch(bar -> bar.value() < 0)) {
            value.setMinimum(0);
        }
        // Every bar carries its number, so an axis of numbers would only repeat them.
        value.setVisible(false);
    }

    private static void line(XDDFShapeProperties properties) {
        properties.setLineProperties(
                new XDDFLineProperties(new XDDFSolidFillProperties(Palette.CHART_QUIET.drawing())));
    }

    private static void text(org.apache.poi.xddf.usermodel.text.XDDFRunProperties properties) {
        properties.setFontSize(9d);
        properties.setFillProperties(new XDDFSolidFillProperties(Palette.TEXT_QUIET.drawing()));
    }

    private void colours(XDDFBarChartData.Series series) {
        series.setFillProperties(new XDDFSolidFillProperties(Palette.CHART.drawing()));
        if (bars.focus() >= 0) {
            series.getDataPoint(bars.focus())
                    .setFillProperties(new XDDFSolidFillProperties(
                            (bars.hasIntervals() ? Palette.CHART_FOCUS_DARK : Palette.CHART_FOCUS).drawing()));
        }
    }

    private void whiskers(XDDFBarChartData.Series series, Cells cells) {
        if (!bars.hasIntervals() || cells.up() == null || cells.down() == null) {
            return;
        }
        CTErrBars whiskers = series.getCTBarSer().addNewErrBars();
        whiskers.addNewErrBarType().setVal(STErrBarType.BOTH);
        whiskers.addNewErrValType().setVal(STErrValType.CUST);
        whiskers.addNewNoEndCap().setVal(false);
        reach(whiskers.addNewPlus().addNewNumRef(), cells.up(), Bars.Bar::above);
        reach(whiskers.addNewMinus().addNewNumRef(), cells.down(), Bars.Bar::below);
        var line = whiskers.addNewSpPr().addNewLn();
        line.setW(19_050);
        // Seen on the bars and on the ground beside them.
        line.addNewSolidFill().addNewSrgbClr().setVal(Palette.CHART_FOCUS.cell().getRGB());
    }

    private void reach(CTNumRef target, CellRangeAddress range, ToDoubleFunction<Bars.Bar> reach) {
        target.setF(TableRange.formula(sheet.getSheetName(), range));
        CTNumData cache = target.addNewNumCache();
        cache.setFormatCode(WorkbookStyles.GENERAL);
        Double[] numbers = numbers(reach);
        cache.addNewPtCount().setVal(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            var point = cache.addNewPt();
            point.setIdx(i);
            point.setV(String.valueOf(numbers[i]));
        }
    }

    private void label(XDDFBarChartData.Series series) {
        CTDLbls labels = series.getCTBarSer().addNewDLbls();
        labels.addNewNumFmt().setFormatCode(bars.format());
        labels.getNumFmt().setSourceLinked(false);
        // Beside the end of a bar, unless a whisker stands there.
        boolean inside = bars.hasIntervals();
        var look = labels.addNewTxPr();
        look.addNewBodyPr();
        var text = look.addNewP().addNewPPr().addNewDefRPr();
        text.setSz(900);
        text.setB(inside);
        text.addNewSolidFill()
                .addNewSrgbClr()
                .setVal(
                        inside
                                ? Palette.WHITE.cell().getRGB()
                                : Palette.TEXT.cell().getRGB());
        labels.addNewDLblPos().setVal(inside ? STDLblPos.IN_BASE : STDLblPos.OUT_END);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    private Double[] numbers(ToDoubleFunction<Bars.Bar> number) {
        return bars.bars().stream()
                .filter(Bars.Bar::known)
                .map(number::applyAsDouble)
                .toArray(Double[]::new);
    }
}
