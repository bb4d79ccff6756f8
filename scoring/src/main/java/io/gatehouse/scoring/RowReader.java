package io.gatehouse.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the counted rows of both judged splits into memory. DuckDB turns each segment into the number of its spelling and packs these
 * numbers into as few columns as hold them, since every cell that crosses over costs time.
 */
final class RowReader {

    private static final int MOST_BITS = 62;

    /** Columns of the result before the packed ones. */
    private static final int FIRST_PACKED = 5;

    private final ConfinedDuckDb duckDb;
    private final int segments;
    private final EvidenceCensus census;
    private final boolean paired;
    private final boolean valued;
    private final boolean weighted;
    private final List<Field> fields = new ArrayList<>();

    /**
     * Where the number of an attribute's spelling lies.
     *
     * @param column of the result
     * @param shift of its lowest bit
     * @param mask of its bits, once shifted
     * @param groups position of the group by number of the spelling
     */
    private record Field(int column, int shift, int mask, byte[] groups) {}

    /**
     * @param test rows of the test split
     * @param validation rows of the validation split, without groups
     */
    record Rows(LoadedRows test, LoadedRows validation) {}

    RowReader(ConfinedDuckDb duckDb, EvidenceCensus census, EvidenceDescription description) {
        this.duckDb = duckDb;
        this.segments = description.segments().size();
        this.census = census;
        this.paired = description.baseline() != null;
        this.valued = description.value() != null;
        this.weighted = description.weight() != null;
    }

    /** What is wrong if the rows do not fit the memory that is left. */
    @Nullable
    Refusal tooLarge() {
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        long needed = Math.max(Long.BYTES * census.rows(), bytesOfRows());
        return needed <= free
                ? null
                : Refusal.of(
                        RefusalCode.TABLE_TOO_DEMANDING,
                        "resource",
                        "memory",
                        "limit",
                        (free >> 20) + " MB of free heap");
    }

    private long bytesOfRows() {
        return LoadedRows.bytes(census.counted(EvidenceTable.TEST), segments, paired, valued, weighted)
                + LoadedRows.bytes(census.counted(EvidenceTable.VALIDATION), 0, false, false, weighted);
    }

    /** @param attributes in the order of the description's segments */
    Rows read(List<String> positiveLabels, List<AttributeGroups> attributes) throws SQLException {
        LoadedRows test =
                new LoadedRows(census.countedByBucket(EvidenceTable.TEST), segments, paired, valued, weighted);
        LoadedRows validation =
                new LoadedRows(census.countedByBucket(EvidenceTable.VALIDATION), 0, false, false, weighted);
        duckDb.forEach(select(positiveLabels, attributes), row -> {
            if (row.getInt(1) == EvidenceTable.TEST) {
                addTestRow(test, row);
            } else {
                validation.add(row.getDouble(3), row.getBoolean(2));
            }
            if (weighted) {
                (row.getInt(1) == EvidenceTable.TEST ? test : validation)
                        .weight(FixedPoint.weight(row.getDouble(weightColumn())));
            }
        });
        return new Rows(test, validation);
    }

    /** It comes after the packed ones. */
    private int weightColumn() {
        return fields.isEmpty() ? FIRST_PACKED + 1 : fields.getLast().column + 1;
    }

    private void addTestRow(LoadedRows test, ResultSet row) throws SQLException {
        test.add(row.getDouble(3), row.getBoolean(2));
        if (paired) {
            test.champion(row.getDouble(4));
        }
        if (valued) {
            test.value(row.getDouble(5));
        }
        int column = FIRST_PACKED;
        long packed = 0;
        for (int attribute = 0; attribute < fields.size(); attribute++) {
            Field field = fields.get(attribute);
            if (field.column != column) {
                column = field.column;
                packed = row.getLong(column);
            }
            test.group(attribute, field.groups[(int) (packed >>> field.shift) & field.mask]);
        }
    }

    private String select(List<String> positiveLabels, List<AttributeGroups> attributes) throws SQLException {
        String positive = positiveLabels.isEmpty() ? "false" : "label IN (" + Sql.literals(positiveLabels) + ")";
        return "SELECT split, " + positive + ", score, coalesce(champion, CAST('NaN' AS DOUBLE)),"
                + " coalesce(value, CAST('NaN' AS DOUBLE))" + packedColumns(attributes)
                + (weighted ? ", weight" : "")
                + " FROM evidence WHERE split <= "
                + EvidenceTable.TEST + " AND " + EvidenceTable.COUNTED;
    }

    private String packedColumns(List<AttributeGroups> attributes) throws SQLException {
        List<List<String>> columns = new ArrayList<>();
        int shift = MOST_BITS;
        for (int i = 0; i < attributes.size(); i++) {
            AttributeGroups attribute = attributes.get(i);
            int bits = Integer.SIZE
                    - Integer.numberOfLeadingZeros(attribute.spellings().size());
            if (shift + bits > MOST_BITS) {
                columns.add(new ArrayList<>());
                shift = 0;
            }
            columns.getLast().add("(" + codeOf(i, attribute) + " << " + shift + ")");
            fields.add(new Field(FIRST_PACKED + columns.size(), shift, (1 << bits) - 1, groupsByCode(attribute, bits)));
            shift += bits;
        }
        return columns.stream().map(parts -> ", " + String.join(" | ", parts)).collect(Collectors.joining());
    }

    private static byte[] groupsByCode(AttributeGroups attribute, int bits) {
        byte[] groups = new byte[1 << bits];
        for (int code = 0; code < attribute.groupOfSpelling().size(); code++) {
            groups[code] = attribute.groupOfSpelling().get(code).byteValue();
        }
        return groups;
    }

    /** The number of a row's spelling; rows without a value have the number after the last. */
    private String codeOf(int index, AttributeGroups attribute) throws SQLException {
        String missing = "CAST(" + attribute.spellings().size() + " AS BIGINT)";
        if (attribute.spellings().isEmpty()) {
            return missing;
        }
        String type = "spelling_" + index;
        duckDb.execute("CREATE TYPE " + type + " AS ENUM (" + Sql.literals(attribute.spellings()) + ")");
        // TRY_CAST, since DuckDB looks a dictionary's entries up once each only where nothing can fail.
        return "coalesce(CAST(enum_code(TRY_CAST(" + EvidenceTable.segmentColumn(index) + " AS " + type
                + ")) AS BIGINT), " + missing + ")";
    }
}
