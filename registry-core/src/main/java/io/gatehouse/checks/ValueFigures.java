package io.gatehouse.checks;

import io.gatehouse.money.Money;
import io.gatehouse.policy.ValueAssumptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What acting on the version is worth, modelled on the test rows and never measured: contacting everybody at or above the threshold,
 * against contacting nobody and against the champion on the same rows.
 *
 * @param assumptions that it was counted with
 * @param threshold of acting, 0..1
 * @param breakEvenScore above which contacting one customer pays
 * @param customers in the test rows, those who have a value where customers count with their own; with weights as many, in the shares
 *     that the weights give them
 * @param contacted of them
 * @param leaversContacted of those
 * @param benefit of all saved leavers
 * @param cost of contacts and offers taken
 * @param net benefit − cost
 * @param netPerCustomer mean over all test rows, in the currency, with its 95 % interval
 * @param returnOnCost net / cost; NaN if nothing was spent
 * @param netPerMonth scaled to the customers of a month, before running costs
 * @param paybackMonthsLow one-time cost over monthly net after running cost, best case; infinite if never
 * @param paybackMonthsHigh the same, worst case
 * @param againstChampion mean difference per customer on the same rows; absent for a first champion
 * @param deciles by falling score
 */
public record ValueFigures(
        ValueAssumptions assumptions,
        double threshold,
        double breakEvenScore,
        long customers,
        long contacted,
        long leaversContacted,
        Money benefit,
        Money cost,
        Money net,
        Figure netPerCustomer,
        double returnOnCost,
        Money netPerMonth,
        double paybackMonthsLow,
        double paybackMonthsHigh,
        @Nullable AgainstChampion againstChampion,
        List<Decile> deciles) {

    public ValueFigures {
        deciles = List.copyOf(deciles);
    }

    /** Without the deciles. */
    ValueFigures inBrief() {
        return new ValueFigures(
                assumptions,
                threshold,
                breakEvenScore,
                customers,
                contacted,
                leaversContacted,
                benefit,
                cost,
                net,
                netPerCustomer,
                returnOnCost,
                netPerMonth,
                paybackMonthsLow,
                paybackMonthsHigh,
                againstChampion,
                List.of());
    }

    /**
     * @param championVersion compared with
     * @param differencePerCustomer challenger − champion, mean per test row; low is the one-sided 95 % lower bound, high the upper
     * @param margin that the lower bound may fall short by, as money per customer
     * @param championNet of the champion on the same rows
     */
    public record AgainstChampion(
            int championVersion, Figure differencePerCustomer, double margin, Money championNet) {}

    /**
     * @param decile 1 holds the highest scores
     * @param customers in it
     * @param leavers among them
     * @param net of contacting all of them
     * @param cumulativeNet of contacting this decile and those above
     */
    public record Decile(int decile, long customers, long leavers, Money net, Money cumulativeNet) {}
}
