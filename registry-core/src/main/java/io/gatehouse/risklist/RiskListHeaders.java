package io.gatehouse.risklist;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.money.Money;
import io.gatehouse.people.Actor;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Previous;
import io.gatehouse.scoring.BatchTotals;
import io.gatehouse.sentences.Sentence;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of risk lists besides their rows. */
@Component
class RiskListHeaders {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    /** Below so many scored customers a share says little. */
    private static final int FEW = 100;
    /** So many times as many, or as few, are no longer about as many. */
    private static final double MUCH = 1.25;

    private static final String SELECT = """
            select l.*, m.name as model, p.display_name as poster, b.as_of as before_as_of, b.listed as before_listed
            from risk_list l join registered_model m on m.id = l.model_id join person p on p.id = l.posted_by
            left join risk_list b on b.number = l.previous\s""";

    private final JdbcClient jdbc;
    private final JdbcTemplate updates;
    private final Clock clock;

    RiskListHeaders(JdbcClient jdbc, JdbcTemplate updates, Clock clock) {
        this.jdbc = jdbc;
        this.updates = updates;
        this.clock = clock;
    }

    /** The list that another is compared with. */
    record Predecessor(long number, long listed) {}

    /** The newest list of the same model and population from before a day. */
    Optional<Predecessor> predecessor(UUID modelId, String population, LocalDate asOf) {
        return jdbc.sql("""
                select number, listed from risk_list where model_id = ? and population = ? and as_of < ?
                order by as_of desc, number desc limit 1""")
                .params(modelId, population, asOf)
                .query(Predecessor.class)
                .optional();
    }

    long nextNumber() {
        return jdbc.sql("select nextval('risk_list_number')").query(Long.class).single();
    }

    /** Puts the header before its rows, which refer to it; {@link #complete} fills in what only reading the file tells. */
    void reserve(
            UUID id,
            long number,
            Actor actor,
            RiskLists.BatchDescription batch,
            RegisteredModel model,
            Currency currency) {
        jdbc.sql("""
                insert into risk_list (id, number, model_id, version, was_champion, as_of, population, threshold, scored, listed,
                    currency, joined, left_since, segment_names, file_sha256, posted_by, posted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 0, 0, ?, '', ?, ?)""")
                .params(
                        id,
                        number,
                        model.id(),
                        batch.version(),
                        Objects.equals(model.champion(), batch.version()),
                        batch.asOf(),
                        batch.population(),
                        batch.threshold(),
                        currency.getCurrencyCode(),
                        String.join(",", batch.segments()),
                        actor.person().id(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void complete(long number, BatchTotals totals, Optional<Predecessor> before, long joined, long stayed) {
        updates.update(
                """
                update risk_list set scored = ?, listed = ?, value_listed = ?, previous = ?, joined = ?, left_since = ?,
                    file_sha256 = ? where number = ?""",
                totals.rows(),
                totals.flagged(),
                totals.valueFlagged(),
                before.map(Predecessor::number).orElse(null),
                before.isPresent() ? joined : 0,
                before.map(list -> list.listed() - stayed).orElse(0L),
                totals.sha256(),
                number);
    }

    /** @param share of the customers that the version was tested on, which it would have listed */
    void expected(long number, double share) {
        updates.update("update risk_list set expected_share = ? where number = ?", share, number);
    }

    Optional<Header> find(long number) {
        return jdbc.sql(SELECT + "where l.number = ?")
                .param(number)
                .query(RiskListHeaders::header)
                .optional();
    }

    /** @param models names of at least one */
    Map<String, RiskLists.Length> ofVersionsInUse(Collection<String> models) {
        Map<String, RiskLists.Length> found = new HashMap<>();
        jdbc.sql("""
                select m.name, l.as_of, l.scored, l.listed from registered_model m
                join model_alias a on a.model_id = m.id and a.alias = m.protected_alias
                join model_version v on v.id = a.version_id
                join risk_list l on l.number = (select n.number from risk_list n
                                                 where n.model_id = m.id and n.version = v.version
                                                 order by n.as_of desc, n.number desc fetch first 1 rows only)
                where m.name in (:models)""").param("models", models).query(row -> {
            found.put(
                    row.getString("name"),
                    new RiskLists.Length(
                            row.getObject("as_of", LocalDate.class), row.getLong("scored"), row.getLong("listed")));
        });
        return found;
    }

    List<Header> all() {
        return jdbc.sql(SELECT + "order by l.as_of desc, l.number desc")
                .query(RiskListHeaders::header)
                .list();
    }

    Currency currency(long number) {
        return Currency.getInstance(jdbc.sql("select currency from risk_list where number = ?")
                .param(number)
                .query(String.class)
                .single());
    }

    private static Header header(ResultSet row, int index) throws SQLException {
        BigDecimal value = row.getBigDecimal("value_listed");
        String segments = row.getString("segment_names");
        Previous previous = previous(row);
        return new Header(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("model"),
                row.getInt("version"),
                row.getBoolean("was_champion"),
                row.getObject("as_of", LocalDate.class),
                row.getString("population"),
                row.getDouble("threshold"),
                row.getLong("scored"),
                row.getLong("listed"),
                value == null ? null : new Money(value, Currency.getInstance(row.getString("currency"))),
                previous,
                summary(row, previous),
                row.getString("poster"),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                row.getString("file_sha256"),
                segments.isEmpty() ? List.of() : List.of(segments.split(",")));
    }

    /**
     * How the share of customers on the list compares with the tests, on which what the version is worth was reckoned; absent where it
     * is not known, which reads as 0.
     */
    private static Optional<Sentence> expected(ResultSet row) throws SQLException {
        double expected = row.getDouble("expected_share");
        long scored = row.getLong("scored");
        if (expected == 0 || scored < FEW) {
            return Optional.empty();
        }
        double share = (double) row.getLong("listed") / scored;
        String code = share < expected / MUCH ? "fewer" : share > expected * MUCH ? "more" : "like";
        return Optional.of(say(
                "risklist.expected." + code, "share", share, "expected", expected, "version", row.getInt("version")));
    }

    private static @Nullable Previous previous(ResultSet row) throws SQLException {
        long number = row.getLong("previous");
        return row.wasNull()
                ? null
                : new Previous(
                        number,
                        row.getObject("before_as_of", LocalDate.class),
                        row.getLong("before_listed"),
                        row.getLong("joined"),
                        row.getLong("left_since"));
    }

    private static List<Sentence> summary(ResultSet row, @Nullable Previous previous) throws SQLException {
        List<Sentence> summary = new ArrayList<>();
        String population = row.getString("population");
        long listed = row.getLong("listed");
        summary.add(say(
                "risklist.headline",
                "listed",
                listed,
                "scored",
                row.getLong("scored"),
                "population",
                population,
                "threshold",
                row.getDouble("threshold")));
        if (previous == null) {
            summary.add(say("risklist.first", "population", population));
        } else {
            String code = listed == previous.listed() ? "same" : listed > previous.listed() ? "grown" : "shrunk";
            summary.add(say(
                    "risklist." + code,
                    "difference",
                    Math.abs(listed - previous.listed()),
                    "before",
                    previous.listed(),
                    "date",
                    DAY.format(previous.asOf()),
                    "joined",
                    previous.joined(),
                    "left",
                    previous.left()));
        }
        expected(row).ifPresent(summary::add);
        if (!row.getBoolean("was_champion")) {
            summary.add(say("risklist.not_champion", "version", row.getInt("version")));
        }
        summary.add(say("risklist.read"));
        return summary;
    }
}
