package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.value.CampaignMonth.Input;
import java.util.Comparator;
import java.util.List;

/**
 * What a month's net hangs on: for every input the net at the low and at the high end of what it might be, all others as assumed, from
 * the input that moves it most down. Screens draw the bars around {@link #net}.
 *
 * @param net of the month as assumed
 * @param bars by falling span, inputs that move it alike in the order of {@link Input}
 */
public record Tornado(double net, List<Bar> bars) {

    /**
     * What an input might be.
     *
     * @param low end
     * @param high end, at least the low one
     */
    public record Range(Input input, double low, double high) {

        /** @throws IllegalArgumentException naming the input if the low end is above the high one or either is NaN */
        public Range {
            if (!(low <= high)) {
                throw new IllegalArgumentException("Not a range of " + input + ": " + low + ".." + high);
            }
        }
    }

    /**
     * @param range of the input
     * @param assumed value of it
     * @param netAtLow net of the month at the low end
     * @param netAtHigh net of the month at the high end; for costs below {@code netAtLow}
     */
    public record Bar(Range range, double assumed, double netAtLow, double netAtHigh) {

        /** The lesser of both nets. */
        public double worst() {
            return Math.min(netAtLow, netAtHigh);
        }

        /** The greater of both nets. */
        public double best() {
            return Math.max(netAtLow, netAtHigh);
        }

        /** How much money lies between both ends. */
        public double span() {
            return best() - worst();
        }

        /** Whether the month earns at one end and loses at the other: the decision hangs on this input. */
        public boolean turnsTheSign() {
            return worst() < 0 && best() > 0;
        }
    }

    public Tornado {
        bars = List.copyOf(bars);
    }

    /**
     * With these ranges.
     *
     * @throws IllegalArgumentException naming the input whose range leaves what it can be
     */
    public static Tornado of(CampaignMonth month, List<Range> ranges) {
        Comparator<Bar> bySpan = Comparator.comparingDouble(Bar::span).reversed();
        return new Tornado(
                month.net(),
                ranges.stream()
                        .map(range -> bar(month, range))
                        .sorted(bySpan.thenComparing(bar -> bar.range.input))
                        .toList());
    }

    /**
     * With the ranges that belong to every value statement: γ from 0.1 to 0.4 or as far as assumed, customer value ±30 percent, offer,
     * contact and number of customers ±50 percent, the precision's and the running cost's own.
     *
     * @param precision interval of the precision
     * @param runningCost lowest to highest of a month
     */
    public static Tornado standard(CampaignMonth month, Interval precision, Interval runningCost) {
        return of(
                month,
                List.of(
                        new Range(Input.SAVE_RATE, Math.min(.1, month.saveRate()), Math.max(.4, month.saveRate())),
                        scaled(month, Input.CUSTOMER_VALUE, .3),
                        scaled(month, Input.OFFER_COST, .5),
                        scaled(month, Input.CONTACT_COST, .5),
                        scaled(month, Input.CUSTOMERS, .5),
                        new Range(Input.PRECISION, precision.low(), precision.high()),
                        new Range(Input.RUNNING_COST, runningCost.low(), runningCost.high())));
    }

    private static Range scaled(CampaignMonth month, Input input, double share) {
        double distance = share * Math.abs(month.get(input));
        return new Range(input, month.get(input) - distance, month.get(input) + distance);
    }

    private static Bar bar(CampaignMonth month, Range range) {
        return new Bar(
                range,
                month.get(range.input),
                month.with(range.input, range.low).net(),
                month.with(range.input, range.high).net());
    }
}
