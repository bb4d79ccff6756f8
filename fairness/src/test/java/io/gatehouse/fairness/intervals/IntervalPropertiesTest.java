package io.gatehouse.fairness.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every interval, over two hundred tables drawn under a fixed seed. */
class IntervalPropertiesTest {

    interface TwoGroups {
        Interval of(long x1, long n1, long x2, long n2, double confidence);
    }

    record Method(String name, TwoGroups interval, boolean ratio) {
        @Override
        public String toString() {
            return name;
        }
    }

    record Table(long x1, long n1, long x2, long n2) {

        Interval by(Method method, double confidence) {
            return method.interval.of(x1, n1, x2, n2, confidence);
        }

        Table swapped() {
            return new Table(x2, n2, x1, n1);
        }

        Table times(long k) {
            return new Table(k * x1, k * n1, k * x2, k * n2);
        }

        double estimate(Method method) {
            double p1 = (double) x1 / n1;
            double p2 = (double) x2 / n2;
            return method.ratio ? p1 / p2 : p1 - p2;
        }
    }

    static List<Method> methods() {
        return List.of(
                new Method("Koopman", KoopmanRatio::of, true),
                new Method("Katz", KatzRatio::of, true),
                new Method("Newcombe", NewcombeDifference::of, false));
    }

    private static List<Table> tables() {
        var random = new SplittableRandom(1998);
        return LongStream.range(0, 200)
                .mapToObj(i -> {
                    long n1 = random.nextLong(2, 400);
                    long n2 = random.nextLong(2, 400);
                    return new Table(random.nextLong(1, n1), n1, random.nextLong(1, n2), n2);
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyIntervalContainsItsEstimate(Method method) {
        assertThat(tables()).allMatch(table -> table.by(method, .9).contains(table.estimate(method)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void swappingTheGroupsGivesTheInverse(Method method) {
        for (Table table : tables()) {
            Interval there = table.by(method, .95);
            Interval back = table.swapped().by(method, .95);
            double low = method.ratio ? 1 / back.high() : -back.high();
            double high = method.ratio ? 1 / back.low() : -back.low();
            assertThat(there.low()).isCloseTo(low, within(1e-10 * Math.max(1, Math.abs(low))));
            assertThat(there.high()).isCloseTo(high, within(1e-10 * Math.max(1, Math.abs(high))));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void moreOfTheSameDataNarrowsTheInterval(Method method) {
        for (Table table : tables()) {
            Interval few = table.by(method, .95);
            Interval many = table.times(4).by(method, .95);
            assertThat(many.width()).isLessThan(few.width());
            assertThat(few.contains(many.low()) && few.contains(many.high())).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void moreConfidenceContainsLess(Method method) {
        for (Table table : tables()) {
            Interval sure = table.by(method, .99);
            Interval unsure = table.by(method, .8);
            assertThat(sure.low()).isLessThanOrEqualTo(unsure.low());
            assertThat(sure.high()).isGreaterThanOrEqualTo(unsure.high());
        }
    }

    /** Katz's interval does not: where the last failure becomes a success, its variance falls faster than the rate rises. */
    @ParameterizedTest
    @MethodSource("methods")
    void oneMoreSuccessOfTheFirstGroupMovesBothEndsUp(Method method) {
        if (method.name.equals("Katz")) {
            assertThat(KatzRatio.of(29, 30, 290, 300, .9).high())
                    .isGreaterThan(KatzRatio.of(30, 30, 290, 300, .9).high());
            return;
        }
        for (Table table : tables()) {
            Table more = new Table(Math.min(table.n1, table.x1 + 1), table.n1, table.x2, table.n2);
            assertThat(more.by(method, .9).low())
                    .isGreaterThanOrEqualTo(table.by(method, .9).low());
            assertThat(more.by(method, .9).high())
                    .isGreaterThanOrEqualTo(table.by(method, .9).high());
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void ofTwoGroupsAtTheSameRateTheIntervalContainsParity(Method method) {
        for (Table table : tables()) {
            Table same = new Table(table.x1, table.n1, 3 * table.x1, 3 * table.n1);
            assertThat(same.by(method, .5).contains(method.ratio ? 1 : 0)).isTrue();
        }
    }
}
