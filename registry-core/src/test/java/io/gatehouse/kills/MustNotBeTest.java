package io.gatehouse.kills;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Each question finds what it asks for, and nothing in whole books. */
class MustNotBeTest {
    private static final UUID MODEL = new UUID(0, 1);
    private static final UUID OLD = new UUID(0, 2);
    private static final UUID NEW = new UUID(0, 3);
    private static final UUID JOB = new UUID(0, 4);
    private static final UUID JUDGED = new UUID(0, 5);
    private static final List<UUID> REQUESTS = List.of(new UUID(1, 0), new UUID(1, 1), new UUID(1, 2), new UUID(1, 3));
    private static final UUID ROLLBACK = new UUID(0, 6);

    /** What is done to whole books, and what must be told of it then. */
    private static final Map<MustNotBe, String> DONE = new EnumMap<>(Map.ofEntries(
            entry(
                    MustNotBe.ALIAS_WITHOUT_ONE_OPEN_TENURE,
                    "update alias_tenure set to_at = from_at where to_at is null"),
            entry(MustNotBe.OPEN_TENURE_WITHOUT_ITS_ALIAS, "delete from model_alias"),
            entry(
                    MustNotBe.TENURE_THAT_ENDS_BEFORE_IT_BEGAN,
                    "update alias_tenure set from_at = to_at + interval '1' day where to_at is not null"),
            entry(
                    MustNotBe.GAP_OR_OVERLAP_BETWEEN_TENURES,
                    "update alias_tenure set to_at = to_at - interval '1' minute where rollback_id is null and to_at is not null"),
            entry(
                    MustNotBe.EXECUTION_WITHOUT_ONE_TENURE,
                    "update promotion_request set state = 'EXECUTED' where number = 3"),
            entry(
                    MustNotBe.TENURE_WITHOUT_EXECUTION,
                    "update promotion_request set state = 'OUTDATED' where number = 1"),
            entry(MustNotBe.EXECUTION_WITHOUT_ITS_APPROVALS, "delete from promotion_vote"),
            entry(
                    MustNotBe.APPROVALS_WITHOUT_EXECUTION,
                    "update promotion_request set state = 'AWAITING_REVIEW' where number = 1"),
            entry(
                    MustNotBe.EXECUTION_NOT_ONCE_ON_THE_AUDIT_LOG,
                    "update promotion_request set number = 9 where number = 1"),
            entry(
                    MustNotBe.EXECUTION_ON_THE_AUDIT_LOG_ALONE,
                    "update promotion_request set state = 'REJECTED' where number = 1"),
            entry(MustNotBe.MOVES_ON_THE_AUDIT_LOG_UNLIKE_TENURES, "delete from alias_tenure where to_at is null"),
            entry(MustNotBe.EXECUTION_WITHOUT_ITS_MESSAGE, "delete from outbox_event"),
            entry(MustNotBe.ROLLBACK_WITHOUT_ONE_TENURE, "update alias_tenure set rollback_id = null"),
            entry(MustNotBe.ROLLBACKS_UNLIKE_THE_AUDIT_LOG, "delete from alias_rollback"),
            entry(MustNotBe.CHECKS_THAT_NOBODY_WILL_RUN, "update job set state = 'DONE'"),
            entry(
                    MustNotBe.REVIEW_WITHOUT_AN_EVALUATION,
                    "update promotion_request set evaluation_id = null where number = 4"),
            entry(
                    MustNotBe.REQUEST_WHOSE_LAST_STEP_IS_NOT_IN_ITS_HISTORY,
                    "update promotion_request set last_step = 'other' where number = 2"),
            entry(MustNotBe.HALF_A_BATCH_OF_METRICS, "delete from run_metric where step > 9"),
            entry(MustNotBe.LATEST_METRIC_THAT_IS_NOT_THE_LATEST, "update run_metric_latest set step = 7"),
            entry(MustNotBe.AUDIT_HEAD_ELSEWHERE_THAN_AT_THE_END, "update audit_head set seq = seq + 1")));

    private Connection connection;
    private JdbcClient jdbc;

    @BeforeEach
    void wholeBooks() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(
                "jdbc:h2:mem:books;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        connection = source.getConnection();
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        // Only what is asked for has to be there.
        jdbc.sql("set referential_integrity false").update();
        connection.setAutoCommit(false);
        promotions();
        metrics();
        auditLog();
    }

    @AfterEach
    void asTheyWere() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void wholeBooksAreFoundWhole() {
        for (MustNotBe wrong : MustNotBe.values()) {
            assertThat(found(wrong)).as(wrong.name()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatMustNotBeIsFoundOnceItIs(MustNotBe wrong) {
        int changed = jdbc.sql(requireNonNull(DONE.get(wrong))).update();

        assertThat(changed).isPositive();
        assertThat(found(wrong)).isPositive();
    }

    private int found(MustNotBe wrong) {
        return jdbc.sql(wrong.query()).query().listOfRows().size();
    }

    /** One promoted, one promoted after it and taken back, one that is judged and one that is read. */
    private void promotions() {
        row("registered_model", Map.of("id", MODEL, "protected_alias", "champion"));
        row("model_version", Map.of("id", OLD, "model_id", MODEL, "version", 1));
        row("model_version", Map.of("id", NEW, "model_id", MODEL, "version", 2));
        row("model_alias", Map.of("model_id", MODEL, "alias", "champion", "version_id", OLD));
        row("job", Map.of("id", JOB, "state", "WAITING"));
        row("evaluation", Map.of("id", JUDGED));
        List<String> states = List.of("EXECUTED", "ROLLED_BACK", "EVALUATING", "AWAITING_REVIEW");
        for (int i = 0; i < REQUESTS.size(); i++) {
            UUID request = REQUESTS.get(i);
            row(
                    "promotion_request",
                    Map.of(
                            "id",
                            request,
                            "number",
                            i + 1,
                            "state",
                            states.get(i),
                            "approvals_needed",
                            1,
                            "round",
                            1,
                            "job_id",
                            JOB,
                            "evaluation_id",
                            JUDGED,
                            "last_step",
                            "said"));
            row("promotion_step", Map.of("request_id", request, "seq", 1, "sentence", "said"));
            if (i < 2) {
                row("promotion_vote", Map.of("id", request, "request_id", request, "round", 1, "choice", "APPROVE"));
                row("outbox_event", Map.of("id", request, "kind", "promotion.executed"));
            }
        }
        row("alias_rollback", Map.of("id", ROLLBACK, "number", 1));
        tenure(OLD, REQUESTS.get(0), Map.of("from_at", day(1), "to_at", day(2)));
        tenure(NEW, REQUESTS.get(1), Map.of("from_at", day(2), "to_at", day(3)));
        tenure(OLD, REQUESTS.get(0), Map.of("from_at", day(3), "rollback_id", ROLLBACK));
    }

    private void tenure(UUID version, UUID request, Map<String, Object> when) {
        Map<String, Object> tenure = new TreeMap<>(when);
        tenure.putAll(Map.of("id", UUID.randomUUID(), "model_id", MODEL, "alias", "champion", "version_id", version));
        tenure.put("request_id", request);
        row("alias_tenure", tenure);
    }

    private static String day(int day) {
        return "2026-01-0" + day + " 12:00:00+00";
    }

    private void metrics() {
        for (int step = 0; step < Town.STEPS; step++) {
            row("run_metric", Map.of("run_id", "r", "metric_key", "k1", "step", step));
        }
        row("run_metric_latest", Map.of("run_id", "r", "metric_key", "k1", "step", Town.STEPS - 1));
    }

    private void auditLog() {
        List<Map<String, Object>> events = List.of(
                Map.of("action", "promotion.executed", "object", "promotion/PR-1"),
                Map.of("action", "alias.moved"),
                Map.of("action", "promotion.executed", "object", "promotion/PR-2"),
                Map.of("action", "alias.moved"),
                Map.of("action", "alias.rolled_back"));
        for (int i = 0; i < events.size(); i++) {
            Map<String, Object> event = new TreeMap<>(events.get(i));
            event.put("seq", i + 1);
            event.put("hash", "e".repeat(64));
            row("audit_event", event);
            jdbc.sql("update audit_head set seq = ?, hash = ?")
                    .params(i + 1, "e".repeat(64))
                    .update();
        }
    }

    /** A row that says what is given, and something in each other column that wants something. */
    private void row(String table, Map<String, ?> given) {
        Map<String, String> wanted = new LinkedHashMap<>();
        jdbc.sql("""
                select column_name, data_type from information_schema.columns
                where table_name = ? and is_nullable = 'NO' and column_default is null order by ordinal_position""")
                .param(table)
                .query((row, index) -> wanted.put(row.getString(1), something(row.getString(2))))
                .list();
        Map<String, Object> all = new LinkedHashMap<>(wanted);
        all.putAll(given);
        jdbc.sql("insert into " + table + " (" + String.join(", ", all.keySet()) + ") values ("
                        + String.join(", ", Collections.nCopies(all.size(), "?")) + ")")
                .params(List.copyOf(all.values()))
                .update();
    }

    private static String something(String type) {
        return switch (type.toLowerCase(java.util.Locale.ROOT)) {
            case "uuid" -> UUID.randomUUID().toString();
            case "timestamp with time zone" -> day(1);
            case "boolean" -> "false";
            case "character varying", "character", "character large object" -> "x";
            default -> "0";
        };
    }
}
