package io.gatehouse.scoring;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names and texts from files, written so that SQL cannot mistake them for anything else. */
final class Sql {

    private Sql() {}

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String literals(Collection<String> texts) {
        return texts.stream().map(Sql::literal).collect(Collectors.joining(", "));
    }

    /** The column as trimmed text, NULL where nothing is left. */
    static String trimmed(String column) {
        return "NULLIF(trim(CAST(" + identifier(column) + " AS VARCHAR)), '')";
    }

    /** The column as the name of a group, NULL where there is none; pandas writes a missing category as nan when told to write text. */
    static String group(String column) {
        return "NULLIF(" + trimmed(column) + ", 'nan')";
    }

    /**
     * The column as a DOUBLE, NULL where it is no number. A float32 is taken by the shortest decimal that names it, as a CSV file would
     * hold it, so that 0.7 is 0.7 in every format and the threshold means the same row.
     */
    static String number(String column, String type) {
        if (type.equals("BOOLEAN")) {
            return "CAST(CAST(" + identifier(column) + " AS INTEGER) AS DOUBLE)";
        }
        return type.equals("DOUBLE")
                ? identifier(column)
                : "TRY_CAST(trim(CAST(" + identifier(column) + " AS VARCHAR)) AS DOUBLE)";
    }

    /** The number if it is in 0..1, else NULL; abs() folds the negative zero. NaN sorts above every number, so it fails too. */
    static String unitInterval(String number) {
        return "CASE WHEN " + number + " >= 0 AND " + number + " <= 1 THEN abs(" + number + ") END";
    }

    /** The shortest decimal of a DOUBLE in 0..1, rounded to a whole number of 10⁻¹⁷: sums of it are exact. */
    static String fixedPoint(String number) {
        return "CAST(CAST(" + number + " AS VARCHAR) AS DECIMAL(18, 17))";
    }

    /** A DECIMAL(18, 17) as the whole number of 10⁻¹⁷ that it is. */
    static String units(String decimal) {
        return "CAST(" + decimal + " * 100000000000000000 AS BIGINT)";
    }

    static String number(double value) {
        return "CAST('" + value + "' AS DOUBLE)";
    }
}
