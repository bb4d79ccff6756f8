package io.gatehouse.fairness.value;

import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.ScoreHistogram;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What acting is worth at every threshold of whole percents.
 *
 * @param points thresholds 0.01 to 0.99, rising
 */
public record ValueByThreshold(List<Point> points) {

    /**
     * One threshold.
     *
     * @param percent the threshold, 1..99
     * @param counts at it
     * @param net value of contacting all who are flagged
     * @param cost of contacting them, offers included
     * @param roi net over cost; NaN where nobody is flagged
     * @param perCustomer net value per scored customer, with its deviation
     */
    public record Point(
            int percent, ConfusionCounts counts, double net, double cost, double roi, MeanValue perCustomer) {

        static Point of(int percent, ConfusionCounts counts, CampaignEconomics economics) {
            return new Point(
                    percent,
                    counts,
                    economics.net(counts),
                    economics.cost(counts),
                    economics.roi(counts),
                    economics.perCustomer(counts));
        }
    }

    public ValueByThreshold {
        points = List.copyOf(points);
    }

    public static ValueByThreshold of(ScoreHistogram histogram, CampaignEconomics economics) {
        return new ValueByThreshold(IntStream.range(1, ScoreHistogram.BINS)
                .mapToObj(percent -> Point.of(percent, histogram.at(percent), economics))
                .toList());
    }

    /**
     * The threshold.
     *
     * @throws IllegalArgumentException if the percent is not in 1..99
     */
    public Point at(int percent) {
        if (percent < 1 || percent > points.size()) {
            throw new IllegalArgumentException("percent must lie in 1..99: " + percent);
        }
        return points.get(percent - 1);
    }

    /**
     * The threshold that is worth most, the highest of several. Found on the rows it is reported for, so it flatters: a threshold is
     * chosen on validation rows.
     */
    public Point best() {
        Point best = points.getLast();
        for (Point point : points.reversed()) {
            best = point.net() > best.net() ? point : best;
        }
        return best;
    }
}
