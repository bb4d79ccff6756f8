package io.gatehouse.fairness.value;

import io.gatehouse.fairness.value.CampaignMonth.Input;
import java.util.List;

/**
 * What a month is worth where one input is other than assumed, all others as they are.
 *
 * @param input that is changed
 * @param points in the order asked for
 */
public record Sensitivity(Input input, List<Point> points) {

    /** The save rates that every value statement is to be shown at. */
    public static final List<Double> SAVE_RATES = List.of(.1, .2, .3, .4);

    /**
     * @param value of the input
     * @param net of the month
     * @param roi of the month; NaN where nothing is spent
     */
    public record Point(double value, double net, double roi) {}

    public Sensitivity {
        points = List.copyOf(points);
    }

    /**
     * At these values of the input.
     *
     * @throws IllegalArgumentException naming the input if a value is out of its range
     */
    public static Sensitivity at(CampaignMonth month, Input input, List<Double> values) {
        return new Sensitivity(
                input, values.stream().map(value -> point(month, input, value)).toList());
    }

    /**
     * At these multiples of the input, 0.7 being 30 percent less.
     *
     * @throws IllegalArgumentException naming the input if a value is out of its range
     */
    public static Sensitivity scaled(CampaignMonth month, Input input, List<Double> factors) {
        return at(
                month,
                input,
                factors.stream().map(factor -> factor * month.get(input)).toList());
    }

    /**
     * The five that belong to every value statement: γ at {@link #SAVE_RATES}; customer value at 70, 100 and 130 percent; offer, contact
     * and number of customers at 50, 100 and 150 percent.
     */
    public static List<Sensitivity> standard(CampaignMonth month) {
        List<Double> half = List.of(.5, 1.0, 1.5);
        return List.of(
                at(month, Input.SAVE_RATE, SAVE_RATES),
                scaled(month, Input.CUSTOMER_VALUE, List.of(.7, 1.0, 1.3)),
                scaled(month, Input.OFFER_COST, half),
                scaled(month, Input.CONTACT_COST, half),
                scaled(month, Input.CUSTOMERS, half));
    }

    private static Point point(CampaignMonth month, Input input, double value) {
        CampaignMonth changed = month.with(input, value);
        return new Point(value, changed.net(), changed.roi());
    }
}
