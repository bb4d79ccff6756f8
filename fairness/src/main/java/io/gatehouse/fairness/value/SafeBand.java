package io.gatehouse.fairness.value;

import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * At which thresholds a model would pass: the way out of a refusal. Verdicts at many thresholds on the same rows are a search, and a
 * threshold found so is to be confirmed on rows that it was not found on.
 *
 * @param acting threshold of the evaluation in percent, 1..99
 * @param points thresholds 0.01 to 0.99, rising
 */
public record SafeBand(int acting, List<Point> points) {

    /** Lowest and highest threshold looked at, in percent. */
    private static final int LOWEST = 1;

    private static final int HIGHEST = 99;

    /**
     * What the checks conclude at one threshold.
     *
     * @param performance does it find leavers well enough
     * @param fairness in every segment alike
     * @param value does acting pay for itself
     */
    public record Verdicts(Verdict performance, Verdict fairness, Verdict value) {

        /** The verdict on all three: what does not apply is left out, and nothing but PASS passes. */
        public Verdict all() {
            return Verdict.ofAll(List.of(performance, fairness, value));
        }
    }

    /**
     * One threshold.
     *
     * @param percent the threshold, 1..99
     * @param verdicts at it
     * @param listLength how many customers would be contacted
     */
    public record Point(int percent, Verdicts verdicts, long listLength) {

        /** Whether all checks that apply pass. */
        public boolean passes() {
            return verdicts.all() == Verdict.PASS;
        }
    }

    /**
     * Neighbouring thresholds that all pass, as many as there are.
     *
     * @param from lowest, in percent
     * @param to highest, in percent; may be the lowest
     * @param longestList at the lowest
     * @param shortestList at the highest
     */
    public record Run(int from, int to, long longestList, long shortestList) {

        /** Whether the threshold is one of them. */
        public boolean contains(int percent) {
            return from <= percent && percent <= to;
        }
    }

    /** @throws IllegalArgumentException if the acting threshold or the points are not those of 1..99 percent */
    public SafeBand {
        points = List.copyOf(points);
        if (acting < LOWEST || acting > HIGHEST) {
            throw new IllegalArgumentException("acting must lie in 1..99: " + acting);
        }
        if (!points.stream()
                .map(Point::percent)
                .toList()
                .equals(percents().boxed().toList())) {
            throw new IllegalArgumentException("points must be those of 1..99 percent in order");
        }
    }

    /**
     * Asks for every threshold of 1..99 percent.
     *
     * @param acting threshold in percent
     * @param verdicts at a threshold in percent
     * @param listLength at a threshold in percent
     */
    public static SafeBand of(int acting, IntFunction<Verdicts> verdicts, IntToLongFunction listLength) {
        return new SafeBand(
                acting,
                percents()
                        .mapToObj(
                                percent -> new Point(percent, verdicts.apply(percent), listLength.applyAsLong(percent)))
                        .toList());
    }

    /**
     * How many of so many customers would be contacted where these counts hold: customers·flagged/total, rounded half up; 0 where nobody
     * was counted.
     */
    public static long listLength(ConfusionCounts counts, long customers) {
        return counts.total() == 0 ? 0 : Math.round((double) customers * counts.flagged() / counts.total());
    }

    /** All runs of thresholds that pass, rising, with a threshold that does not pass between any two; none if none passes. */
    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        while (start < points.size()) {
            int end = start;
            while (end < points.size() && points.get(end).passes()) {
                end++;
            }
            if (end > start) {
                Point first = points.get(start);
                Point last = points.get(end - 1);
                runs.add(new Run(first.percent, last.percent, first.listLength, last.listLength));
            }
            start = end + 1;
        }
        return runs;
    }

    /** The acting threshold. */
    public Point actingPoint() {
        return points.get(acting - LOWEST);
    }

    /** The run that holds the acting threshold; none where that does not pass. */
    public Optional<Run> actingRun() {
        return runs().stream().filter(run -> run.contains(acting)).findFirst();
    }

    /**
     * The threshold nearest to the acting one that passes: itself if it does; of two as near the higher, which contacts fewer; none if no
     * threshold passes.
     */
    public Optional<Point> nearestPassing() {
        return points.stream()
                .filter(Point::passes)
                .min(Comparator.<Point>comparingInt(point -> Math.abs(point.percent - acting))
                        .thenComparing(Comparator.comparingInt(Point::percent).reversed()));
    }

    private static IntStream percents() {
        return IntStream.rangeClosed(LOWEST, HIGHEST);
    }
}
