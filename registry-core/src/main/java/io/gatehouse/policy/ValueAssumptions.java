package io.gatehouse.policy;

import io.gatehouse.money.Money;

/**
 * What a campaign is counted with. One version is immutable; its currency is that of all amounts.
 *
 * @param version counts from 1
 * @param owner who answers for the figures
 * @param customerValue of a saved customer
 * @param offerCost paid to everybody who takes the offer
 * @param contactCost paid for everybody contacted
 * @param saveRate share of leavers who stay because of the offer, 0..1
 * @param customersPerMonth scored a month, for monthly figures
 * @param runningCostLow of a month, all lines together, low estimate
 * @param runningCostHigh the same, high estimate
 * @param oneTimeCostLow of building, low estimate
 * @param oneTimeCostHigh the same, high estimate
 */
public record ValueAssumptions(
        int version,
        String owner,
        Money customerValue,
        Money offerCost,
        Money contactCost,
        double saveRate,
        long customersPerMonth,
        Money runningCostLow,
        Money runningCostHigh,
        Money oneTimeCostLow,
        Money oneTimeCostHigh) {}
