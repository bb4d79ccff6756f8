package io.gatehouse.fairness.value;

import io.gatehouse.fairness.calibration.ScoreBand;
import io.gatehouse.fairness.intervals.Proportion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

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
     * @param customers whose value is counted: all of the band, or those of it who have a value of their own
     * @param leavers among them
     * @param net value of contacting them
     * @param cumulativeNet value of contacting them and those of all bands above
     */
    public record Band(ScoreBand band, double lift, long customers, long leavers, double net, double cumulativeNet) {}

    /** One band with the subscribers who count in it. */
    private record Valued(ScoreBand band, BandValues values) {}

    /** The bands in any order; they are sorted by score, bands of equal scores as given. */
    public static ValueByDecile of(List<ScoreBand> bands, CampaignEconomics economics) {
        BigDecimal same = BigDecimal.valueOf(economics.customerValue());
        List<Valued> valued = bands.stream()
                .map(band -> new Valued(
                        band,
                        new BandValues(
                                ValueMoments.constant(band.positives(), same),
                                ValueMoments.constant(band.rows() - band.positives(), same))))
                .toList();
        return of(valued, values -> economics.net(values.contacted().counts()));
    }

    /**
     * The same where each subscriber has a value of their own: those without one are left out.
     *
     * @param values of the bands, in their order
     * @throws IllegalArgumentException if there are not as many values as bands
     */
    public static ValueByDecile of(List<ScoreBand> bands, List<BandValues> values, OwnValue own) {
        if (bands.size() != values.size()) {
            throw new IllegalArgumentException("As many values as bands: " + values.size() + ", " + bands.size());
        }
        List<Valued> valued = IntStream.range(0, bands.size())
                .mapToObj(i -> new Valued(bands.get(i), values.get(i)))
                .toList();
        return of(valued, some -> own.net(some.contacted()));
    }

    private static ValueByDecile of(List<Valued> bands, ToDoubleFunction<BandValues> net) {
        List<Valued> falling = bands.stream()
                .sorted(Comparator.<Valued>comparingDouble(valued -> valued.band.highest())
                        .thenComparingDouble(valued -> valued.band.lowest())
                        .reversed())
                .toList();
        double baseRate = new Proportion(
                        bands.stream()
                                .mapToLong(valued -> valued.band.positives())
                                .sum(),
                        bands.stream().mapToLong(valued -> valued.band.rows()).sum())
                .value();
        List<Band> worth = new ArrayList<>();
        BandValues above = BandValues.NONE;
        for (Valued valued : falling) {
            BandValues here = valued.values;
            above = above.plus(here);
            worth.add(new Band(
                    valued.band,
                    valued.band.positiveRate().value() / baseRate,
                    here.positives().rows() + here.negatives().rows(),
                    here.positives().rows(),
                    net.applyAsDouble(here),
                    net.applyAsDouble(above)));
        }
        return new ValueByDecile(worth);
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
}
