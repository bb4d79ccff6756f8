package io.gatehouse.checks;

import io.gatehouse.money.Money;
import io.gatehouse.policy.ValueAssumptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What contacting the same customers nets if the offer works less or more often, and if a customer is worth less or more. Screens, paper
 * and workbooks show this grid.
 *
 * @param value what the version is worth under the assumptions
 * @param customerValue of a leaver who is saved, in the currency, not rounded; the mean where customers count with values of their own
 */
public record WorthScenarios(ValueFigures value, double customerValue) {
    /** Shares of the leavers contacted whom the offer keeps. */
    public static final List<Double> SAVE_RATES = List.of(0.1, 0.2, 0.3, 0.4);

    /** Of what a customer is worth under the assumptions. */
    public static final List<Double> SHARES_OF_WORTH = List.of(0.7, 1.0, 1.3);

    /** @param month absent in evaluations of before it was counted */
    public static WorthScenarios of(ValueFigures value, @Nullable MonthFigures month) {
        return new WorthScenarios(
                value,
                month == null || !month.ownValues() ? amount(value.assumptions().customerValue()) : meanWorth(value));
    }

    /** What a leaver who is saved is worth in one column of the grid. */
    public Money worth(double share) {
        return Money.of(customerValue * share, value.net().currency());
    }

    /**
     * Of contacting everybody at or above the acting threshold, to cents. As {@code CampaignEconomics} counts it, which refuses a customer
     * who is worth no more than the offer; here that is a loss like any other.
     */
    public Money net(double saveRate, double share) {
        ValueAssumptions given = value.assumptions();
        double offer = amount(given.offerCost());
        double contact = amount(given.contactCost());
        long stayers = value.contacted() - value.leaversContacted();
        double net = value.leaversContacted() * (saveRate * (customerValue * share - offer) - contact)
                - stayers * (offer + contact);
        return Money.of(net, value.net().currency());
    }

    /** The mean worth of a leaver with which so many contacts net this much; infinite or NaN where no leaver is saved. */
    public static double worthBehind(double net, long contacted, long leavers, ValueAssumptions given) {
        double saved = leavers * given.saveRate();
        double offer = amount(given.offerCost());
        double contact = amount(given.contactCost());
        return (net + contacted * contact + (contacted - leavers + saved) * offer) / saved;
    }

    /** Unrounded, from what acting on the version nets, since cents of a mean are many dollars of a month. */
    private static double meanWorth(ValueFigures value) {
        ValueAssumptions given = value.assumptions();
        Double each = value.netPerCustomer().estimate();
        return value.leaversContacted() * given.saveRate() == 0 || each == null
                ? amount(given.customerValue())
                : worthBehind(each * value.customers(), value.contacted(), value.leaversContacted(), given);
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }
}
