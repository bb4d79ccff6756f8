package io.gatehouse.scoring;

import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.SegmentCounts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts the rows of a table that passed its checks. */
final class EvidenceCount {

    private final ConfinedDuckDb duckDb;
    private final EvidenceDescription description;
    private final double threshold;
    private final List<String> positiveLabels;
    private final List<AttributeGroups> attributes;
    private final LoadedRows test;
    private final LoadedRows validation;

    EvidenceCount(
            ConfinedDuckDb duckDb,
            EvidenceDescription description,
            double threshold,
            List<String> positiveLabels,
            List<AttributeGroups> attributes,
            RowReader.Rows rows) {
        this.duckDb = duckDb;
        this.description = description;
        this.threshold = threshold;
        this.positiveLabels = positiveLabels;
        this.attributes = attributes;
        this.test = rows.test();
        this.validation = rows.validation();
    }

    /** @param pairs absent without a baseline */
    record Counted(
            EvidenceStatistics.Split test,
            EvidenceStatistics.@Nullable Split validation,
            List<EvidenceStatistics.Attribute> attributes,
            List<EvidenceStatistics.Crossing> crossings,
            EvidenceStatistics.@Nullable Pairs pairs,
            EvidenceStatistics.@Nullable Values values,
            @Nullable WeightedStatistics weights) {}

    Counted count() throws SQLException {
        int[] groups = attributes.stream()
                .mapToInt(attribute -> attribute.groups().size())
                .toArray();
        ScoreOrder order = test.byScore();
        SplitSweep sweep = sweep(test, order, groups);
        EvidenceStatistics.Split judged = split(sweep, EvidenceTable.TEST);
        return new Counted(
                judged,
                validation.size() == 0
                        ? null
                        : split(sweep(validation, validation.byScore(), new int[0]), EvidenceTable.VALIDATION),
                attributes(sweep),
                sweep.crossings()
                        .crossings(
                                attributes.stream()
                                        .map(AttributeGroups::attribute)
                                        .toList(),
                                attributes.stream().map(AttributeGroups::groups).toList()),
                test.hasChampions() ? pairs(order, groups) : null,
                test.valued() ? values(judged, sweep.cuts()) : null,
                weighted(order, groups));
    }

    private @Nullable WeightedStatistics weighted(ScoreOrder order, int[] groups) {
        String column = description.weight();
        if (column == null) {
            return null;
        }
        WeightedSweep ofTest = weightedSweep(test, order, groups);
        return new WeightedStatistics(
                column,
                ofTest.split(),
                validation.size() == 0
                        ? null
                        : weightedSweep(validation, validation.byScore(), new int[0])
                                .split(),
                IntStream.range(0, groups.length)
                        .mapToObj(attribute -> ofTest.groups(attribute, groups[attribute]))
                        .toList(),
                ofTest.crossings(),
                test.hasChampions() ? new WeightedPairSweep(test, threshold).run(order) : null,
                test.valued() ? new WeightedValueTally(test, threshold).count() : null);
    }

    private WeightedSweep weightedSweep(LoadedRows rows, ScoreOrder order, int[] groups) {
        WeightedSweep sweep = new WeightedSweep(rows, order, groups, threshold);
        sweep.run();
        return sweep;
    }

    private EvidenceStatistics.Values values(EvidenceStatistics.Split judged, List<DecileCut.DividedScore> cuts)
            throws SQLException {
        DecileValues deciles = new DecileValues(judged.deciles(), cuts);
        new TiedValues(duckDb, positiveLabels, description.id() != null).addTo(deciles, cuts);
        return new ValueTally(test, threshold, deciles).count();
    }

    private SplitSweep sweep(LoadedRows rows, ScoreOrder order, int[] groups) {
        SplitSweep sweep = new SplitSweep(rows, order, groups, description.id() != null, threshold);
        sweep.run();
        return sweep;
    }

    private EvidenceStatistics.Split split(SplitSweep sweep, int split) throws SQLException {
        return sweep.split(new TiedIds(duckDb, positiveLabels, split).labels(sweep.divided()));
    }

    private List<EvidenceStatistics.Attribute> attributes(SplitSweep sweep) {
        List<EvidenceStatistics.Attribute> counted = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i++) {
            List<ScoreStatistics> statistics = sweep.statistics(i);
            List<EvidenceStatistics.Group> groups = new ArrayList<>();
            for (int group = 0; group < statistics.size(); group++) {
                groups.add(
                        new EvidenceStatistics.Group(attributes.get(i).groups().get(group), statistics.get(group)));
            }
            counted.add(new EvidenceStatistics.Attribute(attributes.get(i).attribute(), groups));
        }
        return counted;
    }

    private EvidenceStatistics.Pairs pairs(ScoreOrder order, int[] groups) {
        PairSweep sweep = new PairSweep(test, groups, threshold);
        sweep.run(order);
        long paired = sweep.decisions().challenger().total();
        return new EvidenceStatistics.Pairs(
                paired,
                test.size() - paired,
                sweep.placements(),
                sweep.decisions(),
                championSegments(sweep),
                sweep.histogram(true),
                sweep.histogram(false));
    }

    /** Groups that no paired row belongs to are left out. */
    private List<SegmentCounts> championSegments(PairSweep sweep) {
        List<SegmentCounts> segments = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i++) {
            List<ConfusionCounts> counts = sweep.championCounts(i);
            List<SegmentCounts.Group> groups = new ArrayList<>();
            for (int group = 0; group < counts.size(); group++) {
                if (counts.get(group).total() > 0) {
                    groups.add(
                            new SegmentCounts.Group(attributes.get(i).groups().get(group), counts.get(group)));
                }
            }
            segments.add(new SegmentCounts(attributes.get(i).attribute(), groups));
        }
        return segments;
    }
}
