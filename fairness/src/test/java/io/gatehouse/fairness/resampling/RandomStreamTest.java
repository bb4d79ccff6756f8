package io.gatehouse.fairness.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToLongFunction;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomStreamTest {

    private static final int DRAWS = 40_000;

    @ParameterizedTest
    @CsvSource({"1, .3", "10, .5", "10, .02", "10, .97", "400, .21", "100000, .0001"})
    void binomialDrawsFollowTheirDistribution(int trials, double probability) {
        RandomStream random = RandomStream.of(11, trials);
        BinomialDistribution distribution = BinomialDistribution.of(trials, probability);

        assertFollows(stream -> random.binomial(trials, probability), distribution::probability, trials);
    }

    @ParameterizedTest
    @CsvSource({"20, 8, 5", "20, 18, 15", "1000, 30, 400", "5000, 2500, 100", "7, 3, 4"})
    void hypergeometricDrawsFollowTheirDistribution(int population, int successes, int drawn) {
        RandomStream random = RandomStream.of(12, population);
        HypergeometricDistribution distribution = HypergeometricDistribution.of(population, successes, drawn);

        assertFollows(stream -> random.hypergeometric(population, successes, drawn), distribution::probability, drawn);
    }

    /** χ² goodness of fit over the values to expect at least five times; the rest together. Seeded, so it holds or it does not. */
    private static void assertFollows(ToLongFunction<Integer> draw, IntToDoubleFunction probability, int most) {
        long[] observed = new long[most + 1];
        for (int i = 0; i < DRAWS; i++) {
            observed[(int) draw.applyAsLong(i)]++;
        }
        double statistic = 0;
        double restExpected = DRAWS;
        long restObserved = DRAWS;
        int cells = 0;
        for (int k = 0; k <= most; k++) {
            double expected = DRAWS * probability.applyAsDouble(k);
            if (expected >= 5) {
                statistic += Math.pow(observed[k] - expected, 2) / expected;
                restExpected -= expected;
                restObserved -= observed[k];
                cells++;
            }
        }
        statistic += restExpected > 1 ? Math.pow(restObserved - restExpected, 2) / restExpected : 0;
        assertThat(restObserved).isLessThan((long) (restExpected + 20 + 6 * Math.sqrt(Math.max(0, restExpected))));
        double degrees = Math.max(1, cells - 1.0 + (restExpected > 1 ? 1 : 0));
        assertThat(ChiSquaredDistribution.of(degrees).survivalProbability(statistic))
                .isGreaterThan(.001);
    }

    @Test
    void impossibleAndCertainDrawsAreWhatTheyMustBe() {
        RandomStream random = RandomStream.of(1, 1);
        assertThat(random.binomial(0, .5)).isZero();
        assertThat(random.binomial(10, 0)).isZero();
        assertThat(random.binomial(10, 1)).isEqualTo(10);
        assertThat(random.hypergeometric(10, 0, 5)).isZero();
        assertThat(random.hypergeometric(10, 10, 5)).isEqualTo(5);
        assertThat(random.hypergeometric(10, 4, 10)).isEqualTo(4);
        assertThat(random.multinomial(10, new double[] {0, 3, 0})).containsExactly(0, 10, 0);
        assertThat(random.multinomial(10, new double[] {0, 0})).containsExactly(0, 0);
    }

    @Test
    void aMultinomialDrawSpreadsAllRows() {
        long[] sums = new long[3];
        for (int i = 0; i < 2000; i++) {
            long[] drawn = RandomStream.of(5, i).multinomial(100, new double[] {.1, .2, .7});
            assertThat(Arrays.stream(drawn).sum()).isEqualTo(100);
            for (int cell = 0; cell < 3; cell++) {
                sums[cell] += drawn[cell];
            }
        }
        // Within five standard errors of 200,000 rows.
        assertThat(sums[0]).isBetween(20_000L - 671, 20_000L + 671);
        assertThat(sums[1]).isBetween(40_000L - 895, 40_000L + 895);
    }

    @Test
    void millionsOfRowsAreDrawnWithTheRightSpread() {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 400; i++) {
            double drawn = RandomStream.of(9, i).binomial(20_000_000, .3) - 6_000_000.0;
            sum += drawn;
            squares += drawn * drawn;
        }
        double deviation = Math.sqrt(20_000_000 * .3 * .7);
        assertThat(Math.abs(sum / 400)).isLessThan(4 * deviation / 20);
        assertThat(Math.sqrt(squares / 400) / deviation).isBetween(.85, 1.15);
    }

    @Test
    void eachSeedAndIndexHasAStreamOfItsOwnThatRepeats() {
        assertThat(RandomStream.of(1, 2).nextLong())
                .isEqualTo(RandomStream.of(1, 2).nextLong());
        assertThat(RandomStream.of(1, 2).nextLong())
                .isNotEqualTo(RandomStream.of(2, 1).nextLong())
                .isNotEqualTo(RandomStream.of(1, 3).nextLong());
        // What is recorded with a seed must stay what it was; the same arithmetic in Python 3 gives this.
        assertThat(RandomStream.of(20_250_416, 0).nextLong()).isEqualTo(PINNED);
    }

    private static final long PINNED = 6545244977538452027L;

    @Test
    void impossibleArgumentsAreRefused() {
        RandomStream random = RandomStream.of(1, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> random.binomial(-1, .5));
        assertThatIllegalArgumentException().isThrownBy(() -> random.binomial(3_000_000_000L, .5));
        assertThatIllegalArgumentException().isThrownBy(() -> random.binomial(3, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> random.hypergeometric(3, 4, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> random.hypergeometric(3, 1, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> random.hypergeometric(3_000_000_000L, 1, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> random.multinomial(3, new double[] {.5, -.1}));
        // Where nothing but the named argument is at fault.
        assertThatIllegalArgumentException().isThrownBy(() -> random.binomial(3_000_000_000L, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> random.hypergeometric(3_000_000_000L, 0, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> random.hypergeometric(3, 4, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> random.hypergeometric(3, 0, 4));
    }
}
