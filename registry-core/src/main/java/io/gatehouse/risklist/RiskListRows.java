package io.gatehouse.risklist;

import io.gatehouse.money.Money;
import io.gatehouse.risklist.RiskListPage.Movement;
import io.gatehouse.scoring.Reason;
import io.gatehouse.scoring.ScoredRow;
import io.gatehouse.search.LikePattern;
import io.gatehouse.sentences.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The rows of risk lists, written in batches and read a page at a time. */
@Component
class RiskListRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectReader GROUPS = JSON.readerFor(new TypeReference<Map<String, String>>() {});
    /** In the order in which they are read. */
    private static final String ROWS =
            "select r.list_rank, r.customer, r.probability, r.band, r.movement, r.previous_probability,"
                    + " r.customer_value, r.segments, r.reasons from risk_list_row r where ";

    /** With the number, of which there is one: H2 goes along an index only if all its columns are named, and sorts the list otherwise. */
    private static final String BY_RANK = " order by r.list_number, r.list_rank";

    private static final int BATCH = 1000;
    private static final int REASONS = 3;

    /** Less than half a point of probability is no news. */
    private static final double NOTICEABLE = 0.005;

    private final JdbcTemplate jdbc;
    private final NumberedReasons numbered;

    RiskListRows(JdbcTemplate jdbc, NumberedReasons numbered) {
        this.jdbc = jdbc;
        this.numbered = numbered;
    }

    /** Probability by customer of a list, for what its successor says of change. */
    Map<String, Double> probabilities(long list) {
        Map<String, Double> probabilities = new HashMap<>();
        jdbc.query(
                "select customer, probability from risk_list_row where list_number = ?",
                row -> {
                    probabilities.put(row.getString(1), row.getDouble(2));
                },
                list);
        return probabilities;
    }

    /** Takes rows by rank and writes them in batches; {@link #finish} writes the rest. */
    Writer writer(long list, @Nullable Map<String, Double> before) {
        return new Writer(list, before);
    }

    /** One list being written, in the transaction of the caller. */
    final class Writer {
        private final long list;
        private final @Nullable Map<String, Double> before;
        private final List<Object[]> rows = new ArrayList<>();
        private final List<Object[]> groups = new ArrayList<>();
        private final Map<String, Set<String>> choices = new TreeMap<>();
        private final StoredReasons.Numbers numbers = new StoredReasons.Numbers();
        private long known;
        private long written;

        private Writer(long list, @Nullable Map<String, Double> before) {
            this.list = list;
            this.before = before;
        }

        void add(ScoredRow row) {
            Double previous = before == null ? null : before.get(row.id());
            if (previous != null) {
                known++;
            }
            int rank = (int) ++written;
            List<Sentence> reasons = row.reasons().stream()
                    .limit(REASONS)
                    .map(RiskListRows::sentence)
                    .toList();
            rows.add(new Object[] {
                list,
                rank,
                row.id(),
                row.score(),
                Bands.of(row.score()),
                movement(row.score(), previous).name(),
                previous,
                row.value(),
                JSON.writeValueAsString(row.segments()),
                numbers.write(reasons),
                searchable(row.id(), reasons)
            });
            row.segments().forEach((attribute, group) -> {
                groups.add(new Object[] {list, attribute, group, rank});
                choices.computeIfAbsent(attribute, any -> new TreeSet<>()).add(group);
            });
            if (rows.size() == BATCH) {
                flush();
            }
        }

        /** @return how many of the rows were on the list before */
        long finish() {
            flush();
            List<Object[]> held = new ArrayList<>();
            choices.forEach(
                    (attribute, values) -> values.forEach(group -> held.add(new Object[] {list, attribute, group})));
            jdbc.batchUpdate(
                    "insert into risk_list_choice (list_number, attribute, group_value) values (?, ?, ?)", held);
            return known;
        }

        long written() {
            return written;
        }

        private void flush() {
            jdbc.batchUpdate("""
                    insert into risk_list_row (list_number, list_rank, customer, probability, band, movement,
                        previous_probability, customer_value, segments, reasons, searchable)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
            List<Object[]> reasons = new ArrayList<>();
            numbers.unwritten().forEach((number, sentence) -> reasons.add(new Object[] {list, number, sentence}));
            jdbc.batchUpdate(
                    "insert into risk_list_reason (list_number, reason_number, sentence) values (?, ?, ?)", reasons);
            jdbc.batchUpdate(
                    "insert into risk_list_group (list_number, attribute, group_value, list_rank) values (?, ?, ?, ?)",
                    groups);
            rows.clear();
            groups.clear();
        }

        private Movement movement(double score, @Nullable Double previous) {
            if (previous == null) {
                return Movement.NEW;
            }
            if (Math.abs(score - previous) < NOTICEABLE) {
                return Movement.SAME;
            }
            return score > previous ? Movement.UP : Movement.DOWN;
        }
    }

    long count(long list, RiskLists.Filter filter) {
        Where where = where(list, filter);
        Long count = jdbc.queryForObject(
                "select count(*) from risk_list_row r where " + where.sql, Long.class, where.values.toArray());
        return count == null ? 0 : count;
    }

    long countUpTo(long list, RiskLists.Filter filter, int most) {
        Where where = where(list, filter);
        where.values.add(most);
        Long count = jdbc.queryForObject(
                "select count(*) from (select r.list_rank from risk_list_row r where " + where.sql
                        + " fetch first ? rows only) found",
                Long.class,
                where.values.toArray());
        return count == null ? 0 : count;
    }

    List<RiskListPage.Row> page(long list, Currency currency, RiskLists.Filter filter, int offset, int limit) {
        Where where = where(list, filter);
        where.values.add(limit);
        where.values.add(offset);
        return jdbc.query(
                ROWS + where.sql + BY_RANK + " limit ? offset ?", rows(list, currency), where.values.toArray());
    }

    List<RiskListPage.Row> after(
            long list, Currency currency, RiskLists.Filter filter, RiskLists.From from, int limit) {
        Where where = where(list, filter);
        where.values.add(from.rank());
        where.values.add(limit);
        where.values.add(from.skipped());
        return jdbc.query(
                ROWS + where.sql + " and r.list_rank > ?" + BY_RANK + " limit ? offset ?",
                rows(list, currency),
                where.values.toArray());
    }

    /** @param customer as the list writes them */
    Optional<RiskListPage.Row> of(long list, Currency currency, String customer) {
        return jdbc.query(ROWS + "r.list_number = ? and r.customer = ?", rows(list, currency), list, customer).stream()
                .findFirst();
    }

    /** Rows at some ranks, in no order; there are no more of them than a page has. */
    List<RiskListPage.Row> atRanks(long list, Currency currency, List<Integer> ranks) {
        if (ranks.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(list));
        values.addAll(ranks);
        return jdbc.query(
                ROWS + "r.list_number = ? and r.list_rank in ("
                        + String.join(",", Collections.nCopies(ranks.size(), "?")) + ")",
                rows(list, currency),
                values.toArray());
    }

    Map<String, List<String>> groups(long list) {
        Map<String, List<String>> groups = new TreeMap<>();
        jdbc.query(
                "select attribute, group_value from risk_list_choice where list_number = ? order by 1, 2",
                row -> {
                    groups.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                            .add(row.getString(2));
                },
                list);
        return groups;
    }

    private record Where(String sql, List<Object> values) {}

    /**
     * The rank of the customer whom somebody wrote in full. One spelling is asked for at a time: with several at once H2 goes along the index
     * through all of the list.
     */
    private Optional<Integer> customer(long list, String text) {
        return Stream.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))
                .distinct()
                .flatMap(written -> jdbc
                        .queryForList(
                                "select list_rank from risk_list_row where list_number = ? and customer = ?"
                                        + " fetch first 1 rows only",
                                Integer.class,
                                list,
                                written)
                        .stream())
                .findFirst();
    }

    private Where where(long list, RiskLists.Filter filter) {
        StringBuilder sql = new StringBuilder("r.list_number = ?");
        List<Object> values = new ArrayList<>(List.of(list));
        if (!filter.text().isBlank()) {
            String text = filter.text().strip();
            Optional<Integer> rank = customer(list, text);
            sql.append(rank.isPresent() ? " and r.list_rank = ?" : " and r.searchable like ? escape '!'");
            values.add(rank.<Object>map(found -> found)
                    .orElseGet(() -> LikePattern.containing(text.toLowerCase(Locale.ROOT))));
        }
        if (filter.band() != null) {
            sql.append(" and r.band = ?");
            values.add(filter.band());
        }
        if (filter.movement() != null) {
            sql.append(" and r.movement = ?");
            values.add(filter.movement().name());
        }
        filter.segments().forEach((attribute, group) -> {
            sql.append(" and exists (select 1 from risk_list_group g where g.list_number = r.list_number"
                    + " and g.attribute = ? and g.group_value = ? and g.list_rank = r.list_rank)");
            values.add(attribute);
            values.add(group);
        });
        return new Where(sql.toString(), values);
    }

    /** Of one page: the many who are in the same groups share what says so. */
    private RowMapper<RiskListPage.Row> rows(long list, Currency currency) {
        Map<String, Map<String, String>> groups = new HashMap<>();
        List<Sentence> reasons = numbered.of(list);
        return (row, index) -> {
            double previous = row.getDouble(6);
            boolean unknown = row.wasNull();
            BigDecimal value = row.getBigDecimal(7);
            return new RiskListPage.Row(
                    row.getInt(1),
                    row.getString(2),
                    row.getDouble(3),
                    row.getString(4),
                    Movement.valueOf(row.getString(5)),
                    unknown ? null : previous,
                    groups.computeIfAbsent(row.getString(8), GROUPS::readValue),
                    value == null ? null : new Money(value, currency),
                    StoredReasons.read(row.getString(9), reasons));
        };
    }

    private static String searchable(String customer, List<Sentence> reasons) {
        StringBuilder text = new StringBuilder(customer);
        reasons.forEach(reason -> text.append(' ').append(reason.english()));
        return text.substring(0, Math.min(text.length(), 4000)).toLowerCase(Locale.ROOT);
    }

    private static Sentence sentence(Reason reason) {
        return new Sentence("reason." + reason.code(), new HashMap<>(reason.parameters()), reason.text());
    }
}
