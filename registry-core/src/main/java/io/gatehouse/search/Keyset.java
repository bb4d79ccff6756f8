package io.gatehouse.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of one kind from a place on. Each page is found by where the one before ended and not by how many came before: the thousandth
 * costs what the first does, and what comes or goes meanwhile neither shifts nor repeats the others.
 *
 * @param <I> the id of a row
 */
public final class Keyset<I> {
    /** A query of so many parts is planned in some milliseconds. */
    private static final int MOST_PARTS = 100;

    private static final int MOST_VALUES_IN_PARTS = 20_000;

    private final JdbcClient jdbc;
    private final String id;
    private final String from;
    private final RowMapper<I> ids;

    /**
     * @param id column of the id, such as {@code r.id}
     * @param from such as {@code run r}
     * @param ids reads the column {@code id}
     */
    public Keyset(JdbcClient jdbc, String id, String from, RowMapper<I> ids) {
        this.jdbc = jdbc;
        this.id = id;
        this.from = from;
        this.ids = ids;
    }

    /** The first rows after a place, or of all. */
    public List<Placed<I>> after(Ordering order, Condition where, Optional<Place> after, int limit) {
        return rows(order, order.page(id, from, where, after, limit));
    }

    /** The same among other rows, such as those that an index names. Their values come before those of {@code where}. */
    public List<Placed<I>> among(String others, Ordering order, Condition where, Optional<Place> after, int limit) {
        return rows(order, order.page(id, others, where, after, limit));
    }

    /**
     * The same of all that have one of some values in a column, with which an index begins: of several, the first of each are found by
     * walking, and the first of those by sorting them.
     *
     * @param values each once, at least one
     */
    public List<Placed<I>> afterWithin(
            String column, List<?> values, Ordering order, Condition where, Optional<Place> after, int limit) {
        if (values.size() == 1) {
            return after(order.under(column), Condition.in(column, values).and(where), after, limit);
        }
        long bound = (long) values.size() * where.parameters().size();
        if (!order.isByIndex() || values.size() > MOST_PARTS || bound > MOST_VALUES_IN_PARTS) {
            return after(order, Condition.in(column, values).and(where), after, limit);
        }
        List<String> parts = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (Object value : values) {
            Condition one = new Condition(column + " = ?", List.of(value)).and(where);
            Condition part = order.under(column).page(id, from, one, after, limit);
            parts.add("(" + part.sql() + ")");
            parameters.addAll(part.parameters());
        }
        return rows(
                order,
                new Condition(
                        "select * from (" + String.join(" union all ", parts) + ") found order by " + order.byName()
                                + Ordering.limit(limit),
                        parameters));
    }

    /**
     * The place that a token stands for, whole: a text that is too long for a token is read from the row again.
     *
     * @return empty without a token
     * @throws InvalidSearchException if the token is not one of this question, or that text is another now
     */
    public Optional<Place> place(Ordering order, Optional<String> token, Question question) {
        Optional<Place> carried = PageToken.place(token, question);
        if (carried.isEmpty()) {
            return carried;
        }
        List<Mark> marks = carried.get().marks();
        if (marks.size() != order.keys().size()) {
            throw PageToken.damaged();
        }
        for (int i = 0; i < marks.size(); i++) {
            if (!order.keys().get(i).fits(marks.get(i))) {
                throw PageToken.damaged();
            }
        }
        return marks.stream().anyMatch(Mark.LongText.class::isInstance) ? Optional.of(lookedUp(order, marks)) : carried;
    }

    private Place lookedUp(Ordering order, List<Mark> marks) {
        List<Placed<I>> rows =
                after(order, new Condition(id + " = ?", List.of(idIn(order, marks))), Optional.empty(), 1);
        if (rows.isEmpty()) {
            throw PageToken.overtaken();
        }
        List<Mark> whole = new ArrayList<>(marks);
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i) instanceof Mark.LongText asked) {
                Mark now = rows.getFirst().place().marks().get(i);
                boolean same = now instanceof Mark.Text text
                        && PlaceBytes.digest(text.value()).equals(asked.digest());
                if (!same) {
                    throw PageToken.overtaken();
                }
                whole.set(i, now);
            }
        }
        return new Place(whole);
    }

    private Object idIn(Ordering order, List<Mark> marks) {
        for (int i = 0; i < marks.size(); i++) {
            if (order.keys().get(i).field() instanceof Field.Attribute attribute
                    && attribute.column().equals(id)
                    && !(marks.get(i) instanceof Mark.LongText)) {
                return SortKey.bound(marks.get(i));
            }
        }
        throw PageToken.damaged();
    }

    private List<Placed<I>> rows(Ordering order, Condition page) {
        return jdbc.sql(page.sql())
                .params(page.parameters())
                .query((row, index) -> new Placed<>(id(row, index), place(order, row)))
                .list();
    }

    private I id(ResultSet row, int index) throws SQLException {
        I found = ids.mapRow(row, index);
        if (found == null) {
            throw new IllegalStateException("a row without an id");
        }
        return found;
    }

    private static Place place(Ordering order, ResultSet row) throws SQLException {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < order.keys().size(); i++) {
            marks.add(order.keys().get(i).in(row, i));
        }
        return new Place(marks);
    }
}
