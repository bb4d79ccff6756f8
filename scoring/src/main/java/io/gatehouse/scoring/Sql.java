package io.gatehouse.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names and texts from files, written so that SQL cannot mistake them for anything else. */
final class Sql {

    /** Decimal places of a score in fixed point. */
    static final int PLACES = 17;

    /** 1 in fixed point. */
    static final String ONE = "100000000000000000";

    /** An id that no row of the registry can hold: too long in whatever units its database counts, or with a character it cannot store. */
    static final String UNFIT_ID = "(strlen(id) > 200 AND length(id) > 100 OR contains(id, chr(0)))";

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
        return switch (type) {
            case "BOOLEAN" -> "CAST(CAST(" + identifier(column) + " AS INTEGER) AS DOUBLE)";
            case "DOUBLE" -> identifier(column);
            case "VARCHAR" -> "TRY_CAST(trim(" + identifier(column) + ") AS DOUBLE)";
            default -> "TRY_CAST(CAST(" + identifier(column) + " AS VARCHAR) AS DOUBLE)";
        };
    }

    /** The same of a column of one of several tables; the table is an alias and a dot. */
    static String number(String table, String column, TableColumns columns) {
        return number(column, columns.types().getOrDefault(column, "VARCHAR"))
                .replace(identifier(column), table + identifier(column));
    }

    /** The number if it is in 0..1, else NULL; abs() folds the negative zero. NaN sorts above every number, so it fails too. */
    static String unitInterval(String number) {
        return "CASE WHEN " + number + " >= 0 AND " + number + " <= 1 THEN abs(" + number + ") END";
    }

    /** The shortest decimal of a DOUBLE in 0..1, as a whole number of 10⁻¹⁷: sums of it are exact. */
    static String fixedPoint(String number) {
        return "CAST(CAST(CAST(" + number + " AS VARCHAR) AS DECIMAL(18, 17)) * " + ONE + " AS BIGINT)";
    }

    /** A sum of fixed-point numbers as the decimal that it is. */
    static BigDecimal decimal(String units) {
        return new BigDecimal(new BigInteger(units), PLACES);
    }

    static String number(double value) {
        return "CAST('" + value + "' AS DOUBLE)";
    }
}
