package io.gatehouse.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.money.Money;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is counted with. One version is immutable; its currency is that of all amounts.
 *
 * @param version counts from 1, over all models
 * @param model that they are for; absent for those of the installation, which count for models without their own
 * @param owner who answers for the figures
 * @param reason why they are as they are; may be empty
 * @param customerValue of a saved customer
 * @param monthsKept where the evidence says what each customer is worth a month, how many months a saved one stays; absent where
 *     everybody counts as {@code customerValue}
 * @param offerCost paid to everybody who takes the offer
 * @param contactCost paid for everybody contacted
 * @param saveRate share of leavers who stay because of the offer, 0..1
 * @param customersPerMonth scored a month, for monthly figures
 * @param costs what the model costs beside the campaign
 */
public record ValueAssumptions(
        int version,
        @Nullable UUID model,
        String owner,
        String reason,
        Money customerValue,
        @Nullable Integer monthsKept,
        Money offerCost,
        Money contactCost,
        double saveRate,
        long customersPerMonth,
        List<CostLine> costs) {

    public ValueAssumptions {
        costs = List.copyOf(costs);
    }

    /**
     * The same with other figures of the campaign, in the same currency.
     *
     * @throws IllegalArgumentException if they cannot be meant; the message names the field
     */
    public ValueAssumptions with(double worth, double offer, double contact, double rate, long customers) {
        ValueAssumptions changed = new ValueAssumptions(
                version,
                model,
                owner,
                reason,
                money(worth),
                monthsKept,
                money(offer),
                money(contact),
                rate,
                customers,
                costs);
        ValueRanges.requireMeaning(changed);
        return changed;
    }

    private Money money(double amount) {
        return Money.of(amount, customerValue.currency());
    }

    /** Of a month, all lines together, low estimate. */
    @JsonIgnore
    public Money runningCostLow() {
        return total(CostLine::monthlyLow);
    }

    /** Of a month, all lines together, high estimate. */
    @JsonIgnore
    public Money runningCostHigh() {
        return total(CostLine::monthlyHigh);
    }

    /** Of building, all lines together, low estimate. */
    @JsonIgnore
    public Money oneTimeCostLow() {
        return total(CostLine::onceLow);
    }

    /** Of building, all lines together, high estimate. */
    @JsonIgnore
    public Money oneTimeCostHigh() {
        return total(CostLine::onceHigh);
    }

    /**
     * Probability of leaving from which on a contact pays, for a customer worth {@code customerValue}; above 1 it never does.
     *
     * @throws IllegalArgumentException if the amounts cannot be meant
     * @see CampaignEconomics#breakEvenScore()
     */
    public double breakEvenScore() {
        return new CampaignEconomics(
                        customerValue.amount().doubleValue(),
                        offerCost.amount().doubleValue(),
                        contactCost.amount().doubleValue(),
                        saveRate)
                .breakEvenScore();
    }

    /** Whether they differ in nothing but their number. */
    public boolean saysTheSame(ValueAssumptions other) {
        return numbered(other.version).equals(other);
    }

    private ValueAssumptions numbered(int number) {
        return new ValueAssumptions(
                number,
                model,
                owner,
                reason,
                customerValue,
                monthsKept,
                offerCost,
                contactCost,
                saveRate,
                customersPerMonth,
                costs);
    }

    private Money total(Function<CostLine, Money> part) {
        return costs.stream().map(part).reduce(Money.of(0, customerValue.currency()), Money::plus);
    }
}
