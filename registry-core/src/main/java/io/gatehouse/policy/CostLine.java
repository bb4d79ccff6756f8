package io.gatehouse.policy;

import io.gatehouse.money.Money;

/**
 * One thing that the model costs, whoever is contacted.
 *
 * @param name such as Serving
 * @param monthlyLow of a month, low estimate
 * @param monthlyHigh the same, high estimate
 * @param onceLow to build it, low estimate
 * @param onceHigh the same, high estimate
 */
public record CostLine(String name, Money monthlyLow, Money monthlyHigh, Money onceLow, Money onceHigh) {}
