package io.gatehouse.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an earlier release told of as waiting, and waits no longer, is done after an upgrade. */
@Tag("database")
class NoticesDoneByUpgradeTest {
    private static final UUID DANA = UUID.fromString("11111111-aaaa-4bbb-8ccc-000000000001");
    private static final UUID MODEL = UUID.fromString("0a1b2c3d-1111-4222-8333-fedcba987654");
    private static final UUID EVALUATION = UUID.fromString("0a1b2c3d-2222-4222-8333-fedcba987654");
    private static final OffsetDateTime THEN =
            Instant.parse("2026-03-14T05:10:00Z").atOffset(ZoneOffset.UTC);
    private static final OffsetDateTime READ = THEN.plusDays(1);

    private final DataSource database = new TestDatabase().dataSource("notices_done");
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void whatWaitsNoLongerIsDoneAndWhatStillWaitsIsNot() {
        TestDatabase.flyway(database, "635").migrate();
        house();
        long promotion = 0;
        for (String state : new String[] {"AWAITING_REVIEW", "CHANGES_REQUESTED", "APPROVED", "EXECUTED", "REJECTED"}) {
            promotion(++promotion, state);
            notice("promotion/PR-" + promotion, "YOUR_TURN");
        }
        override(1, "PROPOSED");
        override(2, "IN_FORCE");
        proposal(1, "PROPOSED");
        proposal(2, "ACCEPTED");
        rollback(1, null);
        rollback(2, READ);
        for (String subject : new String[] {"override/OV-", "proposal/PC-", "rollback/RB-"}) {
            notice(subject + 1, "YOUR_TURN");
            notice(subject + 2, "YOUR_TURN");
        }
        notice("promotion/PR-2", "YOUR_TURN_DONE");
        notice("promotion/PR-4", "OUTCOME");
        UUID unread = notice("promotion/PR-5", "YOUR_TURN");
        jdbc.sql("update notice set read_at = null where id = ?").param(unread).update();
        jdbc.sql("""
                insert into notice_delivery (notice_id, channel, state, attempts, next_attempt, message)
                values (?, 'MAIL', 'WAITING', 0, ?, '')""").params(unread, THEN).update();

        TestDatabase.flyway(database, "latest").migrate();

        assertThat(jdbc.sql("select kind, subject from notice where done_at is null")
                        .query((row, index) -> tuple(row.getString(1), row.getString(2)))
                        .list())
                .containsExactlyInAnyOrder(
                        tuple("YOUR_TURN", "promotion/PR-1"),
                        tuple("YOUR_TURN", "promotion/PR-2"),
                        tuple("OUTCOME", "promotion/PR-4"),
                        tuple("YOUR_TURN", "override/OV-1"),
                        tuple("YOUR_TURN", "proposal/PC-1"),
                        tuple("YOUR_TURN", "rollback/RB-1"));
        assertThat(jdbc.sql("select kind, subject, done_at from notice where done_at is not null")
                        .query((row, index) -> tuple(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant()))
                        .list())
                .containsExactlyInAnyOrder(
                        done("promotion/PR-2"),
                        done("promotion/PR-3"),
                        done("promotion/PR-4"),
                        done("promotion/PR-5"),
                        done("override/OV-2"),
                        done("proposal/PC-2"),
                        done("rollback/RB-2"),
                        tuple("YOUR_TURN", "promotion/PR-5", THEN.toInstant()));
        assertThat(jdbc.sql("select count(*) from notice where read_at is null")
                        .query(Integer.class)
                        .single())
                .as("what is done counts as unread no more")
                .isZero();
        assertThat(jdbc.sql("select state from notice_delivery")
                        .query(String.class)
                        .single())
                .as("and is mailed to nobody")
                .isEqualTo("DROPPED");
    }

    private static Tuple done(String subject) {
        return tuple("YOUR_TURN", subject, READ.toInstant());
    }

    private void house() {
        jdbc.sql("""
                insert into person (id, username, display_name, email, kind, answers_to, active, created_at)
                values (?, 'dana', 'Dana Kim', '', 'HUMAN', ?, true, ?)""").params(DANA, DANA, THEN).update();
        jdbc.sql("""
                insert into registered_model (id, name, protected_alias, last_version, created_at, created_by, updated_at)
                values (?, 'churn', 'champion', 1, ?, ?, ?)""").params(MODEL, THEN, DANA, THEN).update();
        jdbc.sql("""
                insert into evaluation (id, number, model_id, version, policy_name, policy_version, use_for, assumptions,
                                        evidence_sha256, digest, document, created_at, requested_by)
                values (?, 1, ?, 1, 'p', 1, 'HUMAN_REVIEWED', 1, 'e', 'd', '{}', ?, ?)""").params(EVALUATION, MODEL, THEN, DANA).update();
    }

    private UUID notice(String subject, String kind) {
        UUID event = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into outbox_event (id, kind, payload, created_at) values (?, 'test', '{}', ?)")
                .params(event, THEN)
                .update();
        jdbc.sql("""
                insert into notice (id, event_id, person_id, kind, subject, place, read_by, title, detail, at, read_at)
                values (?, ?, ?, ?, ?, '', 'READ_PROMOTION', '{}', '', ?, ?)""").params(id, event, DANA, kind, subject, THEN, READ).update();
        return id;
    }

    private void promotion(long number, String state) {
        jdbc.sql("""
                insert into promotion_request (id, number, revision, model_id, version, alias, use_for, state, requested_by,
                                               requested_at, trained_by, note, approvals_needed, round, job_id, last_step)
                values (?, ?, 1, ?, 1, 'champion', 'HUMAN_REVIEWED', ?, ?, ?, ?, '', 1, 1, ?, '{}')""")
                .params(request(number), number, MODEL, state, DANA, THEN, DANA, DANA)
                .update();
    }

    private static UUID request(long number) {
        return new UUID(7, number);
    }

    private void override(long number, String state) {
        jdbc.sql("""
                insert into check_override (id, number, request_id, model_id, version, use_for, check_name, verdict, evaluation_id,
                                            evaluation_digest, evidence_sha256, reason, control, until_at, state, proposed_by,
                                            proposed_human, proposed_at)
                values (?, ?, ?, ?, 1, 'HUMAN_REVIEWED', 'fairness', 'FAIL', ?, 'd', 'e', '', '', ?, ?, ?, ?, ?)""")
                .params(UUID.randomUUID(), number, request(1), MODEL, EVALUATION, READ, state, DANA, DANA, THEN)
                .update();
    }

    private void proposal(long number, String state) {
        jdbc.sql("""
                insert into policy_proposal (id, number, subject, target, base_version, wanted, sha256, reason, state, proposed_by,
                                             proposed_at, judging, round, job_id)
                values (?, ?, 'POLICY', 'policy/p', 0, '{}', 's', '', ?, ?, ?, 'DONE', 1, ?)""").params(UUID.randomUUID(), number, state, DANA, THEN, DANA).update();
    }

    private void rollback(long number, @Nullable OffsetDateTime followed) {
        jdbc.sql("""
                insert into alias_rollback (id, number, model_id, alias, from_version, to_version, request_id, person_id, human_id,
                                            reason, at, due_at, followed_at)
                values (?, ?, ?, 'champion', 2, 1, ?, ?, ?, '', ?, ?, ?)""")
                .params(UUID.randomUUID(), number, MODEL, request(1), DANA, DANA, THEN, READ)
                .param(followed)
                .update();
    }
}
