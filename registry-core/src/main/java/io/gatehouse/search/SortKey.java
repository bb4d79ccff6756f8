package io.gatehouse.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One key of an order.
 *
 * @param complete whether every object has a value, so that none is missing
 */
record SortKey(Field field, boolean ascending, boolean complete) {
    /** Whether it is a column of the object itself that is never empty, so that an index can give its order. */
    boolean isByIndex() {
        return complete && field instanceof Field.Attribute;
    }

    boolean isMetric() {
        return field instanceof Field.Metric;
    }

    String direction() {
        return ascending ? " asc" : " desc";
    }

    /**
     * What it is in a row of a page's query.
     *
     * @param index of the key in its order, by which its columns are called
     */
    Mark in(ResultSet row, int index) throws SQLException {
        String column = "k" + index;
        return switch (field) {
            case Field.Keyed keyed -> text(row.getString(column));
            case Field.Metric metric -> metric(row, column, "nan" + index);
            case Field.Attribute attribute ->
                switch (attribute.nature()) {
                    case TEXT -> text(row.getString(column));
                    case NUMBER, LENIENT_NUMBER -> whole(row, column);
                    case TIME -> moment(row.getObject(column, OffsetDateTime.class));
                };
        };
    }

    private static Mark text(@Nullable String value) {
        return value == null ? new Mark.Missing() : new Mark.Text(value);
    }

    private static Mark whole(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? new Mark.Missing() : new Mark.Whole(value);
    }

    private static Mark moment(@Nullable OffsetDateTime value) {
        return value == null ? new Mark.Missing() : Mark.Moment.of(value.toInstant());
    }

    private static Mark metric(ResultSet row, String column, String nan) throws SQLException {
        boolean isNan = row.getBoolean(nan);
        if (row.wasNull()) {
            return new Mark.Missing();
        }
        return isNan ? new Mark.NotANumber() : new Mark.Measured(row.getDouble(column));
    }

    /** Whether a value that came with a token can be one of this key. */
    boolean fits(Mark mark) {
        return switch (mark) {
            case Mark.Missing missing -> !complete;
            case Mark.NotANumber notANumber -> isMetric();
            case Mark.Measured measured -> isMetric();
            case Mark.Whole whole -> field instanceof Field.Attribute attribute && isWhole(attribute.nature());
            case Mark.Moment moment ->
                field instanceof Field.Attribute attribute && attribute.nature() == Field.Nature.TIME;
            case Mark.Text text -> isText();
            case Mark.LongText text -> isText();
        };
    }

    private boolean isText() {
        return field instanceof Field.Keyed
                || field instanceof Field.Attribute attribute && attribute.nature() == Field.Nature.TEXT;
    }

    private static boolean isWhole(Field.Nature nature) {
        return nature == Field.Nature.NUMBER || nature == Field.Nature.LENIENT_NUMBER;
    }

    /** As a value to be bound. */
    static Object bound(Mark mark) {
        return switch (mark) {
            case Mark.Whole whole -> whole.value();
            case Mark.Measured measured -> measured.value();
            case Mark.Moment moment -> moment.at();
            case Mark.Text text -> text.value();
            case Mark.Missing none -> throw new IllegalArgumentException("nothing to compare with");
            case Mark.NotANumber none -> throw new IllegalArgumentException("NaN is not compared with");
            case Mark.LongText unknown -> throw new IllegalArgumentException("a text that was not looked up");
        };
    }
}
