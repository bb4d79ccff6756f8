package io.gatehouse.reports;

import io.gatehouse.checks.MonthFigures;
import io.gatehouse.checks.MonthFigures.Bar;
import io.gatehouse.money.Money;
import io.gatehouse.sentences.Words;
import java.util.DoubleSummaryStatistics;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;

/** The net of a month at both ends of every input, drawn natively from the net as assumed outwards, the widest at the top. */
final class TornadoChart {
    private static final String CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private final XSSFSheet sheet;
    private final MonthFigures month;
    private final TableRange bars;

    private TornadoChart(XSSFSheet sheet, MonthFigures month, TableRange bars) {
        this.sheet = sheet;
        this.month = month;
        this.bars = bars;
    }

    /** @param bars inputs in the first column, net at the low end in the second, at the high end in the third */
    static void draw(XSSFSheet sheet, MonthFigures month, TableRange bars, XSSFClientAnchor place) {
        new TornadoChart(sheet, month, bars).draw(place);
    }

    private void draw(XSSFClientAnchor place) {
        XSSFChart chart = sheet.createDrawingPatriarch().createChart(place);
        var shown = chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        shown.setTitle(finding());
        shown.setDescr("Bar chart: the net of a month at the low and the high end of what each input might be. "
                + finding() + ". The table at its left holds the same numbers.");
        chart.getCTChartSpace().addNewRoundedCorners().setVal(false);
        chart.setTitleText(finding());
        chart.setTitleOverlay(false);
        chart.setAutoTitleDeleted(false);
        var title = chart.getFormattedTitle().getParagraph(0).getTextRuns().get(0);
        title.setFontSize(11d);
        title.setBold(true);
        title.setFontColor(Palette.TEXT.drawing());
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);

        XDDFCategoryAxis inputs = chart.createCategoryAxis(AxisPosition.LEFT);
        inputs.setOrientation(AxisOrientation.MAX_MIN);
        inputs.setTickLabelPosition(AxisTickLabelPosition.LOW);
        XDDFValueAxis net = chart.createValueAxis(AxisPosition.BOTTOM);
        DoubleSummaryStatistics ends = ends();
        net.setNumberFormat(CellContent.axisFormat(month.customerValue().currency(), ends.getMin(), ends.getMax()));
        // Excel reverses the numbers with the names, unless they are told to stand at the other end.
        net.setTickLabelPosition(AxisTickLabelPosition.HIGH);

        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, inputs, net);
        data.setBarDirection(BarDirection.BAR);
        data.setGapWidth(45);
        data.setVaryColors(false);
        series(data, "Net at low", 1, Bar::netAtLow, Palette.CHART_FOCUS);
        series(data, "Net at high", 2, Bar::netAtHigh, Palette.CHART);
        chart.plot(data);
        overlap(chart);
        // Bars reach out from the net as assumed, not from 0.
        var axis = chart.getCTChart().getPlotArea().getCatAxArray(0);
        if (axis.isSetCrosses()) {
            axis.unsetCrosses();
        }
        axis.addNewCrossesAt().setVal(Objects.requireNonNull(month.net().estimate()));
    }

    /** Both ends of an input on one line. Written as it is, since the schema that POI ships has no type for it. */
    private static void overlap(XSSFChart chart) {
        try (XmlCursor bars =
                chart.getCTChart().getPlotArea().getBarChartArray(0).newCursor()) {
            bars.toChild(CHARTS, "gapWidth");
            bars.toNextSibling();
            bars.beginElement("overlap", CHARTS);
            bars.insertAttributeWithValue("val", "100");
        }
    }

    private DoubleSummaryStatistics ends() {
        return month.hangsOn().stream()
                .flatMap(bar -> Stream.of(bar.netAtLow(), bar.netAtHigh()))
                .mapToDouble(net -> net.amount().doubleValue())
                .summaryStatistics();
    }

    private String finding() {
        Bar widest = month.hangsOn().getFirst();
        String name = Words.of(widest.input());
        return "The month hangs most on: " + name.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                + name.substring(1)
                + (widest.turnsTheSign() ? ", which decides over gain or loss" : "");
    }

    private void series(XDDFBarChartData data, String name, int column, Function<Bar, Money> net, Palette colour) {
        XDDFCategoryDataSource inputs = XDDFDataSourcesFactory.fromArray(
                month.hangsOn().stream().map(bar -> Words.of(bar.input())).toArray(String[]::new),
                bars.formula(bars.column(0)));
        XDDFNumericalDataSource<Double> numbers = XDDFDataSourcesFactory.fromArray(
                month.hangsOn().stream()
                        .map(bar -> net.apply(bar).amount().doubleValue())
                        .toArray(Double[]::new),
                bars.formula(bars.column(column)));
        numbers.setFormatCode(CellContent.wholeMoneyFormat(month.customerValue().currency()));
        var series = (XDDFBarChartData.Series) data.addSeries(inputs, numbers);
        series.setTitle(name, null);
        series.setInvertIfNegative(false);
        series.setFillProperties(new XDDFSolidFillProperties(colour.drawing()));
    }
}
