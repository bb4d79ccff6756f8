package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.segments.ConfusionCounts;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Percentile intervals by drawing customers with replacement, without their rows: where a figure depends on counts alone, drawing n rows
 * is drawing the counts from a multinomial distribution. It checks the intervals that rest on the normal limit, and serves figures that
 * have none.
 *
 * <p>Replicate i has a random stream of its own made from the seed and i, so the result is the same for any number of threads. Ends are
 * order statistics: of B replicates the ⌊B(1−confidence)/2⌋-th from either end; numpy {@code quantile(method='inverted_cdf')} differs by at
 * most one of them. Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13.
 *
 * @param seed recorded with the result
 * @param replicates B, at least 1
 */
public record CountBootstrap(long seed, int replicates) {

    /** @throws IllegalArgumentException if there is no replicate */
    public CountBootstrap {
        if (replicates < 1) {
            throw new IllegalArgumentException("replicates must be at least 1: " + replicates);
        }
    }

    /** With 2,000 replicates. */
    public static CountBootstrap withSeed(long seed) {
        return new CountBootstrap(seed, 2_000);
    }

    /**
     * Interval of a figure of one model. A replicate in which it is NaN counts at both ends, as if it were −∞ and ∞.
     *
     * @param confidence between 0 and 1
     * @throws ArithmeticException above 2³¹−1 rows
     */
    public Interval interval(ConfusionCounts counts, ToDoubleFunction<ConfusionCounts> figure, double confidence) {
        return percentiles(confidence, random -> {
            long[] drawn = BinomialDraw.multinomial(
                    random,
                    counts.truePositives(),
                    counts.falsePositives(),
                    counts.falseNegatives(),
                    counts.trueNegatives());
            return figure.applyAsDouble(new ConfusionCounts(drawn[0], drawn[1], drawn[2], drawn[3]));
        });
    }

    /** The same of a figure of two models on the same rows: a drawn row brings both decisions along. */
    public Interval interval(
            PairedDecisionCounts counts, ToDoubleFunction<PairedDecisionCounts> figure, double confidence) {
        PairedDecisionCounts.Cells leavers = counts.positives();
        PairedDecisionCounts.Cells stayers = counts.negatives();
        return percentiles(confidence, random -> {
            long[] drawn = BinomialDraw.multinomial(
                    random,
                    leavers.both(),
                    leavers.onlyChallenger(),
                    leavers.onlyChampion(),
                    leavers.neither(),
                    stayers.both(),
                    stayers.onlyChallenger(),
                    stayers.onlyChampion(),
                    stayers.neither());
            return figure.applyAsDouble(new PairedDecisionCounts(cells(drawn, 0), cells(drawn, 4)));
        });
    }

    /**
     * How sure the best number of bands to contact is. In every replicate each band keeps its rows and draws anew how many of them leave.
     *
     * @param confidence between 0 and 1
     * @throws ArithmeticException above 2³¹−1 rows in a band
     */
    public BestCut bestCut(ValueByDecile value, CampaignEconomics economics, double confidence) {
        double[] cuts = replicates(random -> bestCut(random, value.bands(), economics));
        long[] times = new long[value.bands().size() + 1];
        for (double cut : cuts) {
            times[(int) cut]++;
        }
        Interval interval = percentiles(confidence, cuts);
        return new BestCut(
                value.bestCut(),
                (int) interval.low(),
                (int) interval.high(),
                LongStream.of(times)
                        .mapToObj(time -> (double) time / replicates)
                        .toList());
    }

    /**
     * @param cut bands from the top that are worth most together; 0 where not even the first pays
     * @param lowest end of its interval
     * @param highest end of its interval
     * @param shares of replicates in which 0, 1, 2 … bands were best
     */
    public record BestCut(int cut, int lowest, int highest, List<Double> shares) {

        public BestCut {
            shares = List.copyOf(shares);
        }
    }

    private static int bestCut(SplittableRandom random, List<ValueByDecile.Band> bands, CampaignEconomics economics) {
        int best = 0;
        double most = 0;
        double net = 0;
        for (int i = 0; i < bands.size(); i++) {
            long rows = bands.get(i).band().rows();
            long leavers = rows == 0
                    ? 0
                    : BinomialDraw.at(
                            random.nextDouble(),
                            rows,
                            (double) bands.get(i).band().positives() / rows);
            net += economics.net(new ConfusionCounts(leavers, rows - leavers, 0, 0));
            if (net > most) {
                most = net;
                best = i + 1;
            }
        }
        return best;
    }

    private Interval percentiles(double confidence, ToDoubleFunction<SplittableRandom> figure) {
        Arguments.confidence(confidence);
        return percentiles(confidence, replicates(figure));
    }

    private static Interval percentiles(double confidence, double[] figures) {
        int cut = (int) (figures.length * (1 - Arguments.confidence(confidence)) / 2);
        return new Interval(
                sorted(figures, Double.NEGATIVE_INFINITY)[cut],
                sorted(figures, Double.POSITIVE_INFINITY)[figures.length - 1 - cut]);
    }

    private static double[] sorted(double[] figures, double insteadOfNaN) {
        return Arrays.stream(figures)
                .map(figure -> Double.isNaN(figure) ? insteadOfNaN : figure)
                .sorted()
                .toArray();
    }

    private double[] replicates(ToDoubleFunction<SplittableRandom> figure) {
        return IntStream.range(0, replicates)
                .parallel()
                .mapToDouble(i -> figure.applyAsDouble(new SplittableRandom(mixed(seed, i))))
                .toArray();
    }

    private static PairedDecisionCounts.Cells cells(long[] drawn, int from) {
        return new PairedDecisionCounts.Cells(drawn[from], drawn[from + 1], drawn[from + 2], drawn[from + 3]);
    }

    /**
     * Stafford's mix 13. Without it neighbouring replicates would be one sequence, shifted: SplittableRandom steps by the constant that
     * would part them.
     */
    private static long mixed(long seed, int replicate) {
        long z = seed + (replicate + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
