package io.gatehouse.portal.ui.runcomparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/**
 * An axis of numbers that begins and ends at a round one, about five steps apart. ECharts takes the range of parallel axes from the first
 * run alone, so it is told theirs.
 *
 * @param step between two marks, 1, 2 or 5 times a power of ten
 */
record Scale(BigDecimal from, BigDecimal to, BigDecimal step) {
    private static final int STEPS = 5;

    /** Around at least one finite number. */
    static Scale of(DoubleSummaryStatistics numbers) {
        double width = numbers.getMax() - numbers.getMin();
        double wanted = (width > 0 ? width : Math.max(Math.abs(numbers.getMax()), 1)) / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double step = DoubleStream.of(1, 2, 5)
                .map(times -> times * power)
                .filter(each -> each >= wanted)
                .findFirst()
                .orElse(10 * power);
        BigDecimal exact = new BigDecimal(Double.toString(step));
        BigDecimal low = BigDecimal.valueOf(numbers.getMin());
        BigDecimal high = BigDecimal.valueOf(numbers.getMax());
        BigDecimal from = low.divide(exact, 0, RoundingMode.FLOOR).multiply(exact);
        BigDecimal to = high.divide(exact, 0, RoundingMode.CEILING).multiply(exact);
        return new Scale(from, from.compareTo(to) == 0 ? to.add(exact) : to, exact);
    }
}
