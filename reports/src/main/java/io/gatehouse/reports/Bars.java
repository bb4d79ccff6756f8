package io.gatehouse.reports;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bar chart and the table of the same numbers.
 *
 * @param finding title of the chart: what the picture says
 * @param description for those who cannot see it
 * @param labelTitle header of the labels
 * @param valueTitle header of the values
 * @param format of the values
 * @param bars in order
 * @param focus index of the bar that the title speaks of; −1 if none
 */
record Bars(
        String finding,
        String description,
        String labelTitle,
        String valueTitle,
        String format,
        List<Bar> bars,
        int focus) {

    Bars {
        bars = List.copyOf(bars);
    }

    /**
     * @param label beside the bar
     * @param value NaN where not known
     * @param low end of its interval; absent if it has none
     * @param high end of its interval
     * @param formula that keeps the value up to date while people work in the workbook; absent for a figure that stays
     */
    record Bar(
            String label,
            double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String formula) {
        /** From the value to the end of its interval. */
        double above() {
            return high == null || !Double.isFinite(high - value) ? 0 : Math.max(0, high - value);
        }

        double below() {
            return low == null || !Double.isFinite(value - low) ? 0 : Math.max(0, value - low);
        }

        boolean known() {
            return Double.isFinite(value);
        }

        static Bar of(String label, @Nullable Double value) {
            return new Bar(label, value == null ? Double.NaN : value, null, null, null);
        }

        static Bar between(String label, @Nullable Double value, @Nullable Double low, @Nullable Double high) {
            return new Bar(label, value == null ? Double.NaN : value, low, high, null);
        }

        static Bar counted(String label, long value, String formula) {
            return new Bar(label, value, null, null, formula);
        }
    }

    boolean hasIntervals() {
        return bars.stream().anyMatch(bar -> bar.low() != null && bar.high() != null);
    }

    boolean hasValues() {
        return bars.stream().anyMatch(Bar::known);
    }

    /** Bars with a value before those without: a chart would draw what is not known as 0. */
    Bars knownFirst() {
        List<Bar> ordered = Stream.concat(
                        bars.stream().filter(Bar::known), bars.stream().filter(bar -> !bar.known()))
                .toList();
        int moved = focus < 0 ? focus : ordered.indexOf(bars.get(focus));
        return new Bars(finding, description, labelTitle, valueTitle, format, ordered, moved);
    }

    int known() {
        return (int) bars.stream().filter(Bar::known).count();
    }
}
