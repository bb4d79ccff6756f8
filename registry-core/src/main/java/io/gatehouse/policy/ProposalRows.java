package io.gatehouse.policy;

import io.gatehouse.policy.Proposal.Judging;
import io.gatehouse.policy.Proposal.JudgingState;
import io.gatehouse.policy.Proposal.Wanted;
import io.gatehouse.policy.Proposal.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of proposals. */
@Component
class ProposalRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
            select q.*, b.display_name as proposer, b.answers_to as proposing_human,
                   d.display_name as decider, d.answers_to as deciding_human, m.name as model_name,
                   j.state as job_state, j.progress, j.message
            from policy_proposal q
            join person b on b.id = q.proposed_by
            left join person d on d.id = q.decided_by
            left join registered_model m on m.id = q.model_id
            left join job j on j.id = q.job_id""";

    private final JdbcClient jdbc;
    private final JdbcTemplate inserts;

    ProposalRows(JdbcClient jdbc, JdbcTemplate inserts) {
        this.jdbc = jdbc;
        this.inserts = inserts;
    }

    /** Waits until nobody else makes a version or decides on one; for the rest of the transaction. */
    void lock() {
        jdbc.sql("select id from policy_proposal_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    long nextNumber() {
        return jdbc.sql("select nextval('policy_proposal_number')")
                .query(Long.class)
                .single();
    }

    /** A proposal that is to be kept. */
    record Fresh(
            UUID id,
            long number,
            Wanted wanted,
            int base,
            String sha256,
            String reason,
            UUID by,
            Instant at,
            UUID job) {}

    void add(Fresh fresh) {
        inserts.update(
                """
                insert into policy_proposal (id, number, subject, target, model_id, use_for, base_version, wanted, sha256, reason, state,
                    proposed_by, proposed_at, judging, round, job_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?, 'WAITING', 1, ?)""",
                fresh.id,
                fresh.number,
                fresh.wanted instanceof Wanted.Policy ? "POLICY" : "ASSUMPTIONS",
                Proposal.target(fresh.wanted),
                fresh.wanted instanceof Wanted.Assumptions given ? given.says().model() : null,
                fresh.wanted instanceof Wanted.Policy given
                        ? given.document().use().name()
                        : null,
                fresh.base,
                text(fresh.wanted),
                fresh.sha256,
                fresh.reason,
                fresh.by,
                fresh.at.atOffset(ZoneOffset.UTC),
                fresh.job);
    }

    /** Those that wait on the same thing and say the same. */
    Optional<Long> open(String target, String sha256) {
        return jdbc.sql("""
                select number from policy_proposal where target = ? and sha256 = ? and state = 'PROPOSED' order by number limit 1""").params(target, sha256).query(Long.class).optional();
    }

    List<Long> openOf(String target) {
        return jdbc.sql("select number from policy_proposal where target = ? and state = 'PROPOSED' order by number")
                .param(target)
                .query((row, index) -> row.getLong(1))
                .list();
    }

    void decide(
            long number, ProposalState state, @Nullable UUID by, Instant at, String reason, @Nullable Integer version) {
        inserts.update("""
                update policy_proposal set state = ?, decided_by = ?, decided_at = ?, decision_reason = ?, made_version = ?
                where number = ? and state = 'PROPOSED'""", state.name(), by, at.atOffset(ZoneOffset.UTC), reason, version, number);
    }

    /** Another version came: what was written on the one before can no longer be agreed to. @return their numbers */
    List<Long> outdate(String target, Instant at) {
        List<Long> open = openOf(target);
        open.forEach(number -> decide(number, ProposalState.OUTDATED, null, at, "", null));
        return open;
    }

    Optional<Proposal> find(long number) {
        return jdbc.sql(SELECT + " where q.number = ?")
                .param(number)
                .query(ProposalRows::proposal)
                .optional();
    }

    UUID id(long number) {
        return jdbc.sql("select id from policy_proposal where number = ?")
                .param(number)
                .query(UUID.class)
                .single();
    }

    /** All of one target, or of all targets where none is named; the newest first. */
    List<Proposal> all(@Nullable String target, boolean openOnly) {
        String which = (target == null ? " where 1 = 1" : " where q.target = ?")
                + (openOnly ? " and q.state = 'PROPOSED'" : "");
        return jdbc.sql(SELECT + which + " order by q.number desc")
                .params(target == null ? List.of() : List.of(target))
                .query(ProposalRows::proposal)
                .list();
    }

    private static Proposal proposal(ResultSet row, int index) throws SQLException {
        UUID decider = row.getObject("decided_by", UUID.class);
        String reason = row.getString("decision_reason");
        return new Proposal(
                row.getLong("number"),
                wanted(row.getString("subject"), row.getString("wanted"), row.getString("model_name")),
                row.getInt("base_version"),
                row.getString("sha256"),
                row.getString("reason"),
                ProposalState.valueOf(row.getString("state")),
                new Who(
                        row.getObject("proposed_by", UUID.class),
                        row.getObject("proposing_human", UUID.class),
                        row.getString("proposer")),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                decider == null
                        ? null
                        : new Proposal.Decision(
                                new Who(decider, row.getObject("deciding_human", UUID.class), row.getString("decider")),
                                row.getObject("decided_at", OffsetDateTime.class)
                                        .toInstant(),
                                reason == null ? "" : reason),
                row.getObject("made_version", Integer.class),
                judging(row));
    }

    private static Judging judging(ResultSet row) throws SQLException {
        JudgingState state = JudgingState.valueOf(row.getString("judging"));
        OffsetDateTime at = row.getObject("judged_at", OffsetDateTime.class);
        String message = row.getString("message");
        return new Judging(
                state,
                state == JudgingState.DONE ? 100 : row.getInt("progress"),
                message == null ? "" : message,
                at == null ? null : at.toInstant());
    }

    private static String text(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Policy(PolicyDocument document) -> PolicyText.canonical(document);
            case Wanted.Assumptions(ValueAssumptions says, var model) -> JSON.writeValueAsString(says);
        };
    }

    private static Wanted wanted(String subject, String text, @Nullable String model) {
        if (subject.equals("ASSUMPTIONS")) {
            return new Wanted.Assumptions(JSON.readValue(text, ValueAssumptions.class), model);
        }
        if (PolicyText.parse(text) instanceof PolicyText.Reading.Understood(PolicyDocument document)) {
            return new Wanted.Policy(document);
        }
        throw new IllegalStateException("A stored proposal cannot be read any more: " + text);
    }
}
