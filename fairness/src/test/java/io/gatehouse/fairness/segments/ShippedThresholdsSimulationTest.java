package io.gatehouse.fairness.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.fairness.discrimination.Auc;
import io.gatehouse.fairness.discrimination.AucDifference;
import io.gatehouse.fairness.discrimination.AucFloor;
import io.gatehouse.fairness.discrimination.DeLong;
import io.gatehouse.fairness.discrimination.GapRule;
import io.gatehouse.fairness.discrimination.PairedPlacementSums;
import io.gatehouse.fairness.discrimination.PlacementSums;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.rows.ScoredRows;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.fairness.value.PairedDecisionCounts;
import io.gatehouse.fairness.value.PairedValue;
import io.gatehouse.fairness.value.ValueRule;
import io.gatehouse.fairness.verdicts.Verdict;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A gate that nobody can pass is overridden by habit and is no gate; one that lets everybody pass is none either. Populations are drawn
 * anew each time: 7,500 rows in each of two splits, about a third of them leavers, and scores as good as a well-trained model's.
 */
class ShippedThresholdsSimulationTest {

    private static final int ROWS = 7_500;
    private static final double THRESHOLD = 0.20;
    private static final Map<String, double[]> SHARES = Map.of(
            "plan_type", new double[] {.35, .35, .20, .10},
            "age_band", new double[] {.13, .27, .24, .22, .14},
            "region", new double[] {.29, .27, .24, .20});

    private static final FairnessGate FAIRNESS = new FairnessGate(
            List.of(ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, .8, .1)), Map.of(), SmallGroups.onlyNamedBlock());

    /** Rows of one split: labels, and the scores of a model with so much noise in its log-odds. */
    private record Draw(boolean[] labels, double[] challenger, double[] champion) {

        static Draw of(SplittableRandom random, double challengerNoise, double championNoise) {
            boolean[] labels = new boolean[ROWS];
            double[] challenger = new double[ROWS];
            double[] champion = new double[ROWS];
            for (int i = 0; i < ROWS; i++) {
                double logOdds = -1.15 + 2.3 * random.nextGaussian();
                labels[i] = random.nextDouble() < probability(logOdds);
                challenger[i] = probability(logOdds + challengerNoise * random.nextGaussian());
                champion[i] = probability(logOdds + championNoise * random.nextGaussian());
            }
            return new Draw(labels, challenger, champion);
        }

        private static double probability(double logOdds) {
            return 1 / (1 + Math.exp(-logOdds));
        }

        PairedDecisionCounts decisions() {
            return new ScoredRows(labels, challenger).pairedWith(new ScoredRows(labels, champion), THRESHOLD);
        }

        PairedPlacementSums placements() {
            long[] first = placements(challenger);
            long[] second = placements(champion);
            return new PairedPlacementSums(
                    sums(first), sums(second), products(first, second, true), products(first, second, false));
        }

        private PlacementSums sums(long[] placements) {
            long[] ones = new long[ROWS];
            Arrays.fill(ones, 1);
            return new PlacementSums(
                    products(ones, ones, true).longValue(),
                    products(ones, ones, false).longValue(),
                    products(placements, ones, true),
                    products(placements, placements, true),
                    products(placements, placements, false));
        }

        private BigInteger products(long[] first, long[] second, boolean label) {
            return BigInteger.valueOf(IntStream.range(0, ROWS)
                    .filter(i -> labels[i] == label)
                    .mapToLong(i -> first[i] * second[i])
                    .sum());
        }

        /** Doubled placements by one walk up the ranks; continuous scores have no ties. */
        private long[] placements(double[] scores) {
            int[] rising = IntStream.range(0, ROWS)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> scores[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            long positives = IntStream.range(0, ROWS).filter(i -> labels[i]).count();
            long[] placements = new long[ROWS];
            long positivesBelow = 0;
            for (int rank = 0; rank < ROWS; rank++) {
                int row = rising[rank];
                placements[row] = labels[row] ? 2 * (rank - positivesBelow) : 2 * (positives - positivesBelow);
                positivesBelow += labels[row] ? 1 : 0;
            }
            return placements;
        }
    }

    /** Groups of the given shares, drawn apart from label and score; of the disadvantaged one, leavers are missed as often as said. */
    private static SegmentCounts segment(SplittableRandom random, Draw draw, String attribute, double missed) {
        double[] shares = SHARES.getOrDefault(attribute, new double[0]);
        long[][] counts = new long[shares.length][4];
        for (int i = 0; i < ROWS; i++) {
            double drawn = random.nextDouble();
            int group = 0;
            while (group < shares.length - 1 && drawn >= shares[group]) {
                drawn -= shares[group++];
            }
            boolean flagged = draw.challenger[i] >= THRESHOLD && !(group == 0 && random.nextDouble() < missed);
            counts[group][(draw.labels[i] ? 0 : 1) + (flagged ? 0 : 2)]++;
        }
        List<SegmentCounts.Group> groups = new ArrayList<>();
        for (long[] group : counts) {
            groups.add(new SegmentCounts.Group(
                    "group " + groups.size(), new ConfusionCounts(group[0], group[1], group[2], group[3])));
        }
        return new SegmentCounts(attribute, groups);
    }

    private static FairnessJudgement fairness(SplittableRandom random, Draw draw, double missed) {
        return FAIRNESS.judge(List.of(
                segment(random, draw, "plan_type", 0),
                segment(random, draw, "age_band", missed),
                segment(random, draw, "region", 0)));
    }

    private static List<Verdict> allChecks(SplittableRandom random) {
        Draw validation = Draw.of(random, .3, 1);
        Draw test = Draw.of(random, .3, 1);
        Auc ofValidation = DeLong.paired(validation.placements()).first();
        AucDifference auc = DeLong.paired(test.placements());
        PairedValue value = PairedValue.of(test.decisions(), new CampaignEconomics(200, 10, 1, .3));
        ValueRule rule = ValueRule.withDefaults();
        return List.of(
                AucFloor.of(.78).judge(auc.first()).verdict(),
                GapRule.of(.02).judge(ofValidation, auc.first()).verdict(),
                fairness(random, test, 0).verdict(),
                rule.againstNobody(value.challenger()).verdict(),
                rule.againstChampion(value).verdict(),
                rule.againstChampion(auc).verdict());
    }

    @Test
    void aFairAndBetterModelPassesAllChecksAtLeast95TimesOutOf100() {
        var random = new SplittableRandom(20_250_416);
        int passes = 0;
        for (int i = 0; i < 100; i++) {
            passes += Verdict.ofAll(allChecks(random)) == Verdict.PASS ? 1 : 0;
        }

        assertThat(passes).isGreaterThanOrEqualTo(95);
    }

    @Test
    void aModelThatMissesAQuarterOfTheYoungestNeverPassesAndMostlyFails() {
        var random = new SplittableRandom(1824);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            verdicts.add(fairness(random, Draw.of(random, .3, 1), .25).verdict());
        }

        assertThat(verdicts).doesNotContain(Verdict.PASS);
        assertThat(verdicts).filteredOn(verdict -> verdict == Verdict.FAIL).hasSizeGreaterThan(90);
    }

    /** Every row's group of every attribute, drawn apart from label and score. */
    private static int[][] groups(SplittableRandom random) {
        return SHARES.values().stream()
                .map(shares -> IntStream.range(0, ROWS)
                        .map(row -> group(shares, random.nextDouble()))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static int group(double[] shares, double drawn) {
        int group = 0;
        double rest = drawn;
        while (group < shares.length - 1 && rest >= shares[group]) {
            rest -= shares[group++];
        }
        return group;
    }

    private static ConfusionCounts counts(Draw draw, IntPredicate member) {
        long[] cells = new long[4];
        for (int i = 0; i < ROWS; i++) {
            if (member.test(i)) {
                cells[(draw.labels[i] ? 0 : 1) + (draw.challenger[i] >= THRESHOLD ? 0 : 2)]++;
            }
        }
        return new ConfusionCounts(cells[0], cells[1], cells[2], cells[3]);
    }

    private static List<IntersectionCounts> pairs(Draw draw, int[][] groups) {
        List<IntersectionCounts> pairs = new ArrayList<>();
        for (int first = 0; first < groups.length; first++) {
            for (int second = first + 1; second < groups.length; second++) {
                pairs.add(pair(draw, first, groups[first], second, groups[second]));
            }
        }
        return pairs;
    }

    private static IntersectionCounts pair(Draw draw, int first, int[] ofFirst, int second, int[] ofSecond) {
        List<IntersectionCounts.Cell> cells = new ArrayList<>();
        int most = IntStream.of(ofFirst).max().orElse(0);
        int mostOther = IntStream.of(ofSecond).max().orElse(0);
        for (int a = 0; a <= most; a++) {
            for (int b = 0; b <= mostOther; b++) {
                int one = a;
                int other = b;
                cells.add(new IntersectionCounts.Cell(
                        "group " + a,
                        "group " + b,
                        counts(draw, row -> ofFirst[row] == one && ofSecond[row] == other)));
            }
        }
        return new IntersectionCounts("attribute " + first, "attribute " + second, cells);
    }

    private static List<SegmentCounts> singles(Draw draw, int[][] groups) {
        List<SegmentCounts> singles = new ArrayList<>();
        for (int attribute = 0; attribute < groups.length; attribute++) {
            int[] of = groups[attribute];
            singles.add(new SegmentCounts(
                    "attribute " + attribute,
                    IntStream.rangeClosed(0, IntStream.of(of).max().orElse(0))
                            .mapToObj(group ->
                                    new SegmentCounts.Group("group " + group, counts(draw, row -> of[row] == group)))
                            .toList()));
        }
        return singles;
    }

    @Test
    void pairsOfAttributesTurnAFairModelAwayAtMostOneTimeInTwenty() {
        var random = new SplittableRandom(53);
        int passes = 0;
        int failures = 0;
        for (int i = 0; i < 100; i++) {
            Draw draw = Draw.of(random, .3, 1);
            int[][] groups = groups(random);
            Verdict verdict =
                    FAIRNESS.judge(singles(draw, groups), pairs(draw, groups)).verdict();
            passes += verdict == Verdict.PASS ? 1 : 0;
            failures += verdict == Verdict.FAIL ? 1 : 0;
        }

        assertThat(passes).isGreaterThanOrEqualTo(95);
        assertThat(failures).isZero();
    }

    @Test
    void aModelAtTheEdgeOfTheToleranceSeldomPassesAndSeldomFails() {
        var random = new SplittableRandom(7);
        int passes = 0;
        int failures = 0;
        for (int i = 0; i < 1000; i++) {
            ToleranceRule rule = ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, .8, .5);
            Verdict verdict = rule.judge(binomial(random, 500, .4), binomial(random, 900, .5), 1)
                    .verdict();
            passes += verdict == Verdict.PASS ? 1 : 0;
            failures += verdict == Verdict.FAIL ? 1 : 0;
        }

        // 5 % wrong passes and 2.5 % wrong failures, each within four standard errors of a thousand trials
        assertThat(passes).isBetween(22, 78);
        assertThat(failures).isBetween(5, 45);
    }

    private static Proportion binomial(SplittableRandom random, int trials, double rate) {
        return new Proportion(
                random.doubles(trials).filter(value -> value < rate).count(), trials);
    }
}
