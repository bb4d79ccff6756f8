package io.gatehouse.policy;

import io.gatehouse.policy.Proposal.JudgingState;
import io.gatehouse.policy.Proposal.MovedOn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What proposals would say of the champions, and how far finding that out is. */
@Component
class AheadRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Comparator<ChampionAhead> WOULD_FAIL_FIRST =
            Comparator.comparing((ChampionAhead each) -> !each.wouldFail()).thenComparing(ChampionAhead::model);

    private final JdbcClient jdbc;
    private final JdbcTemplate inserts;

    AheadRows(JdbcClient jdbc, JdbcTemplate inserts) {
        this.jdbc = jdbc;
        this.inserts = inserts;
    }

    int round(long number) {
        return jdbc.sql("select round from policy_proposal where number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    /** Another attempt, whatever became of the one before. */
    void begin(long number, int round, UUID job) {
        jdbc.sql("update policy_proposal set judging = 'WAITING', round = ?, job_id = ? where number = ?")
                .params(round, job, number)
                .update();
    }

    /** Whether somebody still waits for this attempt. */
    boolean awaited(long number, int round) {
        return jdbc.sql("""
                select count(*) from policy_proposal
                where number = ? and round = ? and judging = 'WAITING' and state in ('PROPOSED', 'ACCEPTED')""").params(number, round).query(Long.class).single() == 1;
    }

    /** Ends an attempt that did not find anything out. @return whether it was under way */
    boolean end(long number, int round, JudgingState state) {
        return jdbc.sql("update policy_proposal set judging = ? where number = ? and round = ? and judging = 'WAITING'")
                        .params(state.name(), number, round)
                        .update()
                == 1;
    }

    /** Keeps what an attempt found, in place of what an earlier one did. */
    void done(long number, UUID proposal, List<ChampionAhead> found, Instant at) {
        jdbc.sql("update policy_proposal set judging = 'DONE', judged_at = ? where number = ?")
                .params(at.atOffset(ZoneOffset.UTC), number)
                .update();
        jdbc.sql("delete from champion_ahead where proposal_id = ?")
                .param(proposal)
                .update();
        found.forEach(champion -> inserts.update(
                """
                insert into champion_ahead (proposal_id, model_id, model_version, use_for, fails, document)
                values (?, ?, ?, ?, ?, ?)""",
                proposal,
                champion.modelId(),
                champion.version(),
                champion.use().name(),
                champion.fails(),
                JSON.writeValueAsString(champion)));
    }

    List<ChampionAhead> of(long number) {
        return jdbc
                .sql("""
                select a.document from champion_ahead a join policy_proposal q on q.id = a.proposal_id where q.number = ?""")
                .param(number)
                .query((row, index) -> JSON.readValue(row.getString(1), ChampionAhead.class))
                .list()
                .stream()
                .sorted(WOULD_FAIL_FIRST)
                .toList();
    }

    /** The models of which another version is in use than was judged, by their names; empty while they are not judged. */
    List<MovedOn> movedOn(long number) {
        return jdbc.sql("""
                select m.name, j.model_version as judged, v.version as in_use
                from policy_proposal q
                join registered_model m on m.deleted_at is null
                left join model_alias a on a.model_id = m.id and a.alias = m.protected_alias
                left join model_version v on v.id = a.version_id
                left join champion_ahead j on j.proposal_id = q.id and j.model_id = m.id
                where q.number = ? and q.judging = 'DONE'
                  and (j.model_version <> coalesce(v.version, 0)
                       or j.model_version is null and exists
                           (select 1 from alias_tenure t join promotion_request r on r.id = t.request_id
                             where t.model_id = m.id and t.alias = a.alias and t.to_at is null and t.from_at > q.judged_at
                               and r.use_for = coalesce(q.use_for, r.use_for) and m.id = coalesce(q.model_id, m.id)
                               and (q.subject = 'POLICY' or q.model_id is not null or not exists
                                   (select 1 from value_assumptions w where w.model_id = m.id))))
                order by m.name""")
                .param(number)
                .query((row, index) -> new MovedOn(
                        row.getString("name"),
                        row.getObject("judged", Integer.class),
                        row.getObject("in_use", Integer.class)))
                .list();
    }

    /** The versions that fail by the newest version of what they are judged by, as was found when it was accepted. */
    List<UnderReview> underReview() {
        return jdbc.sql("""
                select a.model_id, a.model_version, a.use_for, q.subject, q.target, q.made_version
                from champion_ahead a join policy_proposal q on q.id = a.proposal_id
                where q.state = 'ACCEPTED' and a.fails and q.made_version =
                    (select max(n.made_version) from policy_proposal n where n.target = q.target and n.state = 'ACCEPTED')
                order by q.number""").query(AheadRows::row).list();
    }

    private static UnderReview row(ResultSet row, int index) throws SQLException {
        boolean policy = row.getString("subject").equals("POLICY");
        return new UnderReview(
                row.getObject("model_id", UUID.class),
                row.getInt("model_version"),
                Use.valueOf(row.getString("use_for")),
                policy ? row.getString("target").substring("policy/".length()) : null,
                row.getInt("made_version"));
    }
}
