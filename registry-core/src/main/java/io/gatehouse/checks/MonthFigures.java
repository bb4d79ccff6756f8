package io.gatehouse.checks;

import io.gatehouse.fairness.value.CampaignMonth.Input;
import io.gatehouse.money.Money;
import java.util.List;

/**
 * A month of acting on the version as the value assumptions have it: modelled, and never measured. Intervals tell the chance in which
 * customers the evidence holds; what the assumptions themselves do to the month, the bars tell.
 *
 * @param ownValues whether each customer counted with a value of their own from the evidence, or all with the assumed one
 * @param customerValue mean over the leavers who are contacted
 * @param net benefit less all costs, running cost at the middle of its range, with its 95 % interval
 * @param returnOnCost net over cost with its 95 % interval, as a share; absent where nothing is spent
 * @param breakEvenSaveRate from which save rate on the month earns, with its 95 % interval, 0..1
 * @param hangsOn every input with what the month would net at the ends of what it might be, the one that moves it most first
 */
public record MonthFigures(
        boolean ownValues,
        Money customerValue,
        Figure net,
        Figure returnOnCost,
        Figure breakEvenSaveRate,
        List<Bar> hangsOn) {

    public MonthFigures {
        hangsOn = List.copyOf(hangsOn);
    }

    /** Without the bars. */
    MonthFigures inBrief() {
        return new MonthFigures(ownValues, customerValue, net, returnOnCost, breakEvenSaveRate, List.of());
    }

    /** The word under which people read a figure: what running costs is in those of a month, and not in those of the campaign alone. */
    public String wordFor(Figure figure) {
        return figure.equals(net) || figure.equals(returnOnCost) ? "month." + figure.name() : figure.name();
    }

    /**
     * @param input that might be otherwise
     * @param low end of what it might be
     * @param assumed value of it
     * @param high end of what it might be
     * @param netAtLow net of the month at the low end
     * @param netAtHigh net of the month at the high end
     * @param turnsTheSign whether the month earns at one end and loses at the other
     */
    public record Bar(
            Input input,
            double low,
            double assumed,
            double high,
            Money netAtLow,
            Money netAtHigh,
            boolean turnsTheSign) {}
}
