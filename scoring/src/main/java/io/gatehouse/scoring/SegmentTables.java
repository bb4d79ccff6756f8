package io.gatehouse.scoring;

import io.gatehouse.fairness.segments.SegmentCounts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts the test split by the groups of each declared segment. */
final class SegmentTables {

    /** A column with more spellings than this is no segment, whatever a mapping makes of it. */
    private static final int MOST_SPELLINGS = 1_000;

    private final ConfinedDuckDb duckDb;
    private final EvidenceDescription description;
    private final ReductionLimits limits;

    SegmentTables(ConfinedDuckDb duckDb, EvidenceDescription description, ReductionLimits limits) {
        this.duckDb = duckDb;
        this.description = description;
        this.limits = limits;
    }

    /** What is wrong with the groups: too many of them, or none that is the declared reference. */
    @Nullable
    Refusal refusal() throws SQLException {
        for (int i = 0; i < description.segments().size(); i++) {
            Refusal refusal = refusalOf(i);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable Refusal refusalOf(int index) throws SQLException {
        String segment = description.segments().get(index);
        String column = EvidenceTable.segmentColumn(index);
        long spellings = duckDb.one(
                "SELECT count(DISTINCT " + column + ") FROM scored WHERE " + ScoredRows.TEST, row -> row.getLong(1));
        if (spellings > MOST_SPELLINGS) {
            return tooMany(segment, spellings);
        }
        List<String> groups = duckDb
                .list(
                        "SELECT DISTINCT " + column + " FROM scored WHERE " + ScoredRows.TEST,
                        row -> group(segment, row.getString(1)))
                .stream()
                .distinct()
                .sorted()
                .toList();
        if (groups.size() > limits.groups()) {
            return tooMany(segment, groups.size());
        }
        String reference = description.reference().get(segment);
        return reference == null || groups.contains(reference)
                ? null
                : Refusal.of(
                        RefusalCode.REFERENCE_UNKNOWN,
                        "column",
                        segment,
                        "reference",
                        reference,
                        "groups",
                        String.join(", ", groups));
    }

    private Refusal tooMany(String segment, long groups) {
        return Refusal.of(RefusalCode.TOO_MANY_GROUPS, "column", segment, "groups", groups, "limit", limits.groups());
    }

    List<SegmentCounts> ofChallenger() throws SQLException {
        return all("flagged", ScoredRows.TEST);
    }

    List<SegmentCounts> ofChampion() throws SQLException {
        return all("champion_flagged", ScoredRows.PAIRED);
    }

    private List<SegmentCounts> all(String flagged, String rows) throws SQLException {
        List<SegmentCounts> segments = new ArrayList<>();
        for (int i = 0; i < description.segments().size(); i++) {
            segments.add(one(i, flagged, rows));
        }
        return segments;
    }

    private SegmentCounts one(int index, String flagged, String rows) throws SQLException {
        String segment = description.segments().get(index);
        Map<String, DecisionTally> tallies = new TreeMap<>();
        duckDb.forEach(
                "SELECT " + EvidenceTable.segmentColumn(index) + ", y, " + flagged + ", count(*) FROM scored WHERE "
                        + rows + " GROUP BY ALL",
                row -> tallies.computeIfAbsent(group(segment, row.getString(1)), unseen -> new DecisionTally())
                        .add(row.getBoolean(2), row.getBoolean(3), row.getLong(4)));
        return new SegmentCounts(
                segment,
                tallies.entrySet().stream()
                        .map(group -> new SegmentCounts.Group(
                                group.getKey(), group.getValue().counts()))
                        .collect(Collectors.toList()));
    }

    /** The group of a spelling. One that the mapping does not name stays as it is: a mapping must not make a group disappear. */
    private String group(String segment, @Nullable String spelling) {
        if (spelling == null) {
            return SegmentCounts.UNKNOWN;
        }
        String mapped = description.groupMap().getOrDefault(segment, Map.of()).getOrDefault(spelling, spelling);
        return mapped.isBlank() ? SegmentCounts.UNKNOWN : mapped;
    }
}
