package io.gatehouse.fairness.planning;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.resampling.RandomStream;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.IntersectionCounts;
import io.gatehouse.fairness.segments.SegmentCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * Subscribers of whom a model finds leavers, and pesters stayers, equally often in every group. Attributes are taken to be independent of
 * each other, and their effects on leaving to add up on the log-odds scale.
 *
 * @param attributes each with its groups
 * @param truePositiveRate of the model at the acting threshold, the same in every group
 * @param falsePositiveRate of the model at the acting threshold, the same in every group
 */
public record FairPopulation(List<PlannedAttribute> attributes, double truePositiveRate, double falsePositiveRate) {

    private static final int MOST_CELLS = 20_000;

    /** @throws IllegalArgumentException if there is no attribute, one occurs twice, all combinations are over 20,000, or a rate is not in 0..1 */
    public FairPopulation {
        attributes = List.copyOf(attributes);
        Arguments.share("truePositiveRate", truePositiveRate);
        Arguments.share("falsePositiveRate", falsePositiveRate);
        if (attributes.isEmpty()
                || attributes.stream().map(PlannedAttribute::name).distinct().count() < attributes.size()) {
            throw new IllegalArgumentException("There must be attributes, each once: " + attributes);
        }
        double cells = attributes.stream()
                .mapToDouble(attribute -> attribute.groups().size())
                .reduce(1, (a, b) -> a * b);
        if (cells > MOST_CELLS) {
            throw new IllegalArgumentException("More than " + MOST_CELLS + " combinations of groups: " + cells);
        }
    }

    /** One combination of a group of each attribute. */
    private record Cell(int[] groups, double share, double baseRate) {}

    /** Rows drawn from this population, as a gate reads them. */
    record Drawn(List<SegmentCounts> segments, List<IntersectionCounts> pairs) {}

    /** What draws test sets of this population; made once, used by many threads. */
    final class Source {

        private final List<Cell> cells = new ArrayList<>();
        private final double[] shares;

        Source() {
            combine(new int[attributes.size()], 0, 1, 0);
            shares = cells.stream().mapToDouble(Cell::share).toArray();
        }

        private void combine(int[] groups, int attribute, double share, double shift) {
            if (attribute == groups.length) {
                double overall = attributes.getFirst().baseRate();
                cells.add(new Cell(groups.clone(), share, probability(logOdds(overall) + shift)));
                return;
            }
            PlannedAttribute planned = attributes.get(attribute);
            for (int group = 0; group < planned.groups().size(); group++) {
                PlannedAttribute.Group each = planned.groups().get(group);
                groups[attribute] = group;
                double effect = logOdds(each.baseRate()) - logOdds(planned.baseRate());
                combine(groups, attribute + 1, share * each.share(), shift + effect);
            }
        }

        Drawn draw(long rows, boolean pairs, RandomStream random) {
            long[] members = random.multinomial(rows, shares);
            ConfusionCounts[] counts = new ConfusionCounts[members.length];
            for (int cell = 0; cell < members.length; cell++) {
                long leavers = random.binomial(members[cell], cells.get(cell).baseRate);
                long found = random.binomial(leavers, truePositiveRate);
                long pestered = random.binomial(members[cell] - leavers, falsePositiveRate);
                counts[cell] =
                        new ConfusionCounts(found, pestered, leavers - found, members[cell] - leavers - pestered);
            }
            List<SegmentCounts> segments = new ArrayList<>();
            List<IntersectionCounts> intersections = new ArrayList<>();
            for (int first = 0; first < attributes.size(); first++) {
                segments.add(segment(first, counts));
                for (int second = first + 1; pairs && second < attributes.size(); second++) {
                    intersections.add(pair(first, second, counts));
                }
            }
            return new Drawn(segments, intersections);
        }

        private SegmentCounts segment(int attribute, ConfusionCounts[] counts) {
            PlannedAttribute planned = attributes.get(attribute);
            List<SegmentCounts.Group> groups = new ArrayList<>();
            for (int group = 0; group < planned.groups().size(); group++) {
                ConfusionCounts sum = NOBODY;
                for (int cell = 0; cell < counts.length; cell++) {
                    sum = cells.get(cell).groups[attribute] == group ? sum.plus(counts[cell]) : sum;
                }
                groups.add(new SegmentCounts.Group(planned.groups().get(group).value(), sum));
            }
            return new SegmentCounts(planned.name(), groups);
        }

        private IntersectionCounts pair(int first, int second, ConfusionCounts[] counts) {
            List<PlannedAttribute.Group> rows = attributes.get(first).groups();
            List<PlannedAttribute.Group> columns = attributes.get(second).groups();
            ConfusionCounts[] sums = new ConfusionCounts[rows.size() * columns.size()];
            for (int cell = 0; cell < counts.length; cell++) {
                int[] groups = cells.get(cell).groups;
                int place = groups[first] * columns.size() + groups[second];
                sums[place] = sums[place] == null ? counts[cell] : sums[place].plus(counts[cell]);
            }
            List<IntersectionCounts.Cell> pairs = new ArrayList<>();
            for (int place = 0; place < sums.length; place++) {
                pairs.add(new IntersectionCounts.Cell(
                        rows.get(place / columns.size()).value(),
                        columns.get(place % columns.size()).value(),
                        sums[place]));
            }
            return new IntersectionCounts(
                    attributes.get(first).name(), attributes.get(second).name(), pairs);
        }
    }

    private static final ConfusionCounts NOBODY = new ConfusionCounts(0, 0, 0, 0);

    private static double logOdds(double probability) {
        double inside = Math.clamp(probability, 1e-9, 1 - 1e-9);
        return Math.log(inside / (1 - inside));
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
