package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Arguments;

/**
 * What a challenger is worth beside the champion over the same customers, each model acting at its own threshold fixed beforehand.
 *
 * @param difference challenger less champion, per customer; customers whom both treat alike count with 0
 * @param challenger the challenger's net value per customer
 * @param champion the champion's
 */
public record PairedValue(MeanValue difference, MeanValue challenger, MeanValue champion) {

    /**
     * Compares two models. A leaver whom the challenger alone contacts is worth b more, one whom the champion alone does b less; stayers
     * −c and c.
     */
    public static PairedValue of(PairedDecisionCounts counts, CampaignEconomics economics) {
        double leaver = economics.valueOfContactedLeaver();
        double stayer = economics.valueOfContactedStayer();
        PairedDecisionCounts.Cells leavers = counts.positives();
        PairedDecisionCounts.Cells stayers = counts.negatives();
        MeanValue difference = MeanValue.of(new double[] {leaver, -leaver, stayer, -stayer, 0}, new long[] {
            leavers.onlyChallenger(),
            leavers.onlyChampion(),
            stayers.onlyChallenger(),
            stayers.onlyChampion(),
            leavers.both() + leavers.neither() + stayers.both() + stayers.neither()
        });
        return new PairedValue(
                difference, economics.perCustomer(counts.challenger()), economics.perCustomer(counts.champion()));
    }

    /** The same where each subscriber has a value of their own. */
    public static PairedValue of(PairedValueCells cells, CampaignEconomics economics) {
        return new OwnValue(economics).paired(cells);
    }

    /**
     * The margin per customer that a share of the champion's value makes; 0 where the champion is worth nothing or less, since a share of
     * a loss is no room to be worse.
     *
     * @throws IllegalArgumentException if the share is not in 0..1
     */
    public double margin(double share) {
        return Arguments.share("share", share) * Math.max(0, champion.mean());
    }
}
