package io.gatehouse.scoring;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Finds the groups of the segment columns, and what is wrong with them. */
final class SegmentColumns {

    /** A column with more spellings than this is no segment, whatever a mapping makes of it. */
    private static final int MOST_SPELLINGS = 1_000;

    private final ConfinedDuckDb duckDb;
    private final EvidenceDescription description;
    private final ReductionLimits limits;
    private final List<AttributeGroups> found = new ArrayList<>();

    SegmentColumns(ConfinedDuckDb duckDb, EvidenceDescription description, ReductionLimits limits) {
        this.duckDb = duckDb;
        this.description = description;
        this.limits = limits;
    }

    /** Reads the groups; what is wrong is that a column has too many of them, or none that is the declared reference. */
    @Nullable
    Refusal find() throws SQLException {
        for (int i = 0; i < description.segments().size(); i++) {
            Refusal refusal = find(i);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /** In the order in which the columns are declared. */
    List<AttributeGroups> found() {
        return List.copyOf(found);
    }

    private @Nullable Refusal find(int index) throws SQLException {
        String segment = description.segments().get(index);
        TreeSet<String> spellings = new TreeSet<>();
        AtomicBoolean withoutValue = new AtomicBoolean();
        duckDb.forEach(
                "SELECT DISTINCT " + EvidenceTable.segmentColumn(index) + " FROM evidence WHERE split = "
                        + EvidenceTable.TEST + " AND " + EvidenceTable.COUNTED + " LIMIT " + (MOST_SPELLINGS + 2),
                row -> {
                    String spelling = row.getString(1);
                    withoutValue.compareAndSet(false, spelling == null);
                    if (spelling != null) {
                        spellings.add(spelling);
                    }
                });
        if (spellings.size() > MOST_SPELLINGS) {
            return tooMany(segment, "more than " + MOST_SPELLINGS);
        }
        Map<String, String> mapping = description.groupMap().getOrDefault(segment, Map.of());
        AttributeGroups groups = AttributeGroups.of(segment, List.copyOf(spellings), withoutValue.get(), mapping);
        found.add(groups);
        return refusalOf(groups);
    }

    private @Nullable Refusal refusalOf(AttributeGroups attribute) {
        List<String> groups = attribute.groups();
        if (groups.size() > limits.groups()) {
            return tooMany(attribute.attribute(), String.valueOf(groups.size()));
        }
        String reference = description.reference().get(attribute.attribute());
        return reference == null || groups.contains(reference)
                ? null
                : Refusal.of(
                        RefusalCode.REFERENCE_UNKNOWN,
                        "column",
                        attribute.attribute(),
                        "reference",
                        reference,
                        "groups",
                        String.join(", ", groups));
    }

    private Refusal tooMany(String segment, String groups) {
        return Refusal.of(RefusalCode.TOO_MANY_GROUPS, "column", segment, "groups", groups, "limit", limits.groups());
    }
}
