package io.gatehouse.fairness.value;

import io.gatehouse.fairness.calibration.ScoreBand;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.segments.ConfusionCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What contacting customers band by band is worth, from the highest scores down, whatever the threshold.
 *
 * @param bands from the highest scores down
 */
public record ValueByDecile(List<Band> bands) {

    public ValueByDecile {
        bands = List.copyOf(bands);
    }

    /**
     * One band.
     *
     * @param band that it is of
     * @param lift positive rate of the band over that of all rows; 1 is no better than chance, NaN without positives
     * @param net value of contacting the whole band
     * @param cumulativeNet value of contacting it and all bands above
     */
    public record Band(ScoreBand band, double lift, double net, double cumulativeNet) {}

    /** The bands in any order; they are sorted by score, bands of equal scores as given. */
    public static ValueByDecile of(List<ScoreBand> bands, CampaignEconomics economics) {
        List<ScoreBand> falling = bands.stream()
                .sorted(Comparator.comparingDouble(ScoreBand::highest)
                        .thenComparingDouble(ScoreBand::lowest)
                        .reversed())
                .toList();
        long rows = falling.stream().mapToLong(ScoreBand::rows).sum();
        long positives = falling.stream().mapToLong(ScoreBand::positives).sum();
        double baseRate = new Proportion(positives, rows).value();
        List<Band> valued = new ArrayList<>();
        long leavers = 0;
        long stayers = 0;
        for (ScoreBand band : falling) {
            leavers += band.positives();
            stayers += band.rows() - band.positives();
            valued.add(new Band(
                    band,
                    band.positiveRate().value() / baseRate,
                    net(band.positives(), band.rows() - band.positives(), economics),
                    net(leavers, stayers, economics)));
        }
        return new ValueByDecile(valued);
    }

    /**
     * How many bands from the top are worth most together, the fewest if several are; 0 where not even the first pays. Found on the rows
     * it is reported for, so it flatters: a threshold is chosen on validation rows.
     */
    public int bestCut() {
        int best = 0;
        double most = 0;
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i).cumulativeNet() > most) {
                most = bands.get(i).cumulativeNet();
                best = i + 1;
            }
        }
        return best;
    }

    private static double net(long leavers, long stayers, CampaignEconomics economics) {
        return economics.net(new ConfusionCounts(leavers, stayers, 0, 0));
    }
}
