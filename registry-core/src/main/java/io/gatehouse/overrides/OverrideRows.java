package io.gatehouse.overrides;

import io.gatehouse.checks.CheckName;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.policy.Use;
import io.gatehouse.search.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored overrides, each read with its names in one query. */
@Component
class OverrideRows {
    /** How long before its end people are told of it. */
    static final Duration ANNOUNCED = Duration.ofDays(7);

    private static final String SELECT = """
            select o.id, o.number, o.request_id, r.number as request, m.id as model_id, m.name as model, o.version, o.use_for,
                   o.check_name, o.verdict, e.number as evaluation, o.evaluation_digest, o.evidence_sha256, o.reason, o.control,
                   o.until_at, o.state, o.proposed_by, o.proposed_human, proposer.display_name as proposed_name, o.proposed_at,
                   o.agreed_by, o.agreed_human, agreer.display_name as agreed_name, o.agreed_at,
                   ender.display_name as ended_name, o.ended_at, o.end_reason, o.reminded_at,
                   o.renews as renews_id, (select b.number from check_override b where b.id = o.renews) as renews,
                   (select max(n.number) from check_override n where n.renews = o.id and n.agreed_at is not null) as renewed_by,
                   r.requested_by, asker.answers_to as asking_human, r.trained_by, trainer.answers_to as training_human,
                   (select string_agg(cast(f.person_id as varchar), ',') from override_stands_for f where f.override_id = o.id) as stood_for,
                   case when r.state = 'EXECUTED' and exists (
                        select 1 from model_alias a join model_version v on v.id = a.version_id
                         where a.model_id = o.model_id and a.alias = r.alias and v.version = o.version) then true else false end as in_use
            from check_override o
            join promotion_request r on r.id = o.request_id
            join registered_model m on m.id = o.model_id
            join evaluation e on e.id = o.evaluation_id
            join person proposer on proposer.id = o.proposed_by
            join person asker on asker.id = r.requested_by
            join person trainer on trainer.id = r.trained_by
            left join person agreer on agreer.id = o.agreed_by
            left join person ender on ender.id = o.ended_by""";

    private final JdbcClient jdbc;
    private final JdbcTemplate inserts;

    OverrideRows(JdbcClient jdbc, JdbcTemplate inserts) {
        this.jdbc = jdbc;
        this.inserts = inserts;
    }

    /**
     * An override with those who have to do with it.
     *
     * @param judged those whose work it judges, as accounts and as humans: who asked and who trained
     * @param proposers the human who proposed it, and those in whose stead
     * @param agreedHuman who agreed; absent while nobody has
     * @param renews the one whose place it takes; absent if it is the first
     */
    record Row(
            CheckOverride shown,
            UUID id,
            UUID requestId,
            UUID modelId,
            Set<UUID> judged,
            Set<UUID> proposers,
            UUID proposedHuman,
            @Nullable UUID agreedHuman,
            @Nullable UUID renews,
            @Nullable Instant remindedAt) {

        /** Those whom its news concern by name, whatever their role. */
        Set<UUID> people() {
            return Stream.concat(Stream.concat(judged.stream(), proposers.stream()), Stream.ofNullable(agreedHuman))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** @param of what is judged @param verdict of the check */
    record New(
            UUID id,
            long number,
            ContestedRequests.Contested of,
            CheckName check,
            Verdict verdict,
            UUID evaluation,
            String evaluationDigest,
            String evidenceSha256,
            Overrides.Wanted wanted,
            Instant until,
            UUID proposedBy,
            UUID proposedHuman,
            List<UUID> standsFor,
            Instant at,
            @Nullable UUID renews) {}

    long nextNumber() {
        return jdbc.sql("select nextval('override_number')").query(Long.class).single();
    }

    void insert(New made) {
        inserts.update(
                """
                insert into check_override (id, number, request_id, model_id, version, use_for, check_name, verdict, evaluation_id,
                    evaluation_digest, evidence_sha256, reason, control, until_at, state, proposed_by, proposed_human, proposed_at, renews)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?, ?, ?)""",
                made.id,
                made.number,
                made.of.id(),
                made.of.modelId(),
                made.of.version(),
                made.of.use().name(),
                made.check.name(),
                made.verdict.name(),
                made.evaluation,
                made.evaluationDigest,
                made.evidenceSha256,
                made.wanted.reason(),
                made.wanted.control(),
                stored(made.until),
                made.proposedBy,
                made.proposedHuman,
                stored(made.at),
                made.renews);
        made.standsFor.forEach(human -> inserts.update(
                "insert into override_stands_for (override_id, person_id) values (?, ?)", made.id, human));
    }

    /** @throws IllegalStateException if it was in no state from which the verb starts: the caller has looked under the lock */
    void agreed(UUID id, UUID person, UUID human, Instant at) {
        moved(
                OverrideVerb.AGREE,
                inserts.update(
                        "update check_override set state = 'IN_FORCE', agreed_by = ?, agreed_human = ?, agreed_at = ? where id = ? and state in ("
                                + OverrideVerb.AGREE.startsInSql() + ")",
                        person,
                        human,
                        stored(at),
                        id));
    }

    /** Ends it by any verb but {@link OverrideVerb#AGREE}. @throws IllegalStateException as {@link #agreed} does */
    void ended(UUID id, OverrideVerb verb, UUID person, String reason, Instant at) {
        moved(
                verb,
                inserts.update(
                        "update check_override set state = ?, ended_by = ?, end_reason = ?, ended_at = ? where id = ? and state in ("
                                + verb.startsInSql() + ")",
                        verb.end().name(),
                        person,
                        reason,
                        stored(at),
                        id));
    }

    private static void moved(OverrideVerb verb, int rows) {
        if (rows != 1) {
            throw new IllegalStateException("The override is in no state that allows " + verb);
        }
    }

    void reminded(UUID id, Instant at) {
        inserts.update("update check_override set reminded_at = ? where id = ?", stored(at), id);
    }

    Optional<Row> find(long number) {
        return jdbc.sql(SELECT + " where o.number = ?")
                .param(number)
                .query(OverrideRows::row)
                .optional();
    }

    List<Row> ofRequest(UUID request) {
        return jdbc.sql(SELECT + " where o.request_id = ? order by o.number")
                .param(request)
                .query(OverrideRows::row)
                .list();
    }

    List<Row> ofRequests(Collection<Long> numbers) {
        Condition which = Condition.in("r.number", List.copyOf(numbers));
        return jdbc.sql(SELECT + " where " + which.sql() + " order by o.number")
                .params(which.parameters())
                .query(OverrideRows::row)
                .list();
    }

    /** Those of a check of a version for a use, whatever became of them, in the order in which they were proposed. */
    List<Row> of(UUID model, int version, Use use, CheckName check) {
        return jdbc.sql(
                        SELECT
                                + " where o.model_id = ? and o.version = ? and o.use_for = ? and o.check_name = ? order by o.number")
                .params(model, version, use.name(), check.name())
                .query(OverrideRows::row)
                .list();
    }

    /** All of a model, or of all models. */
    List<Row> all(@Nullable String model) {
        return jdbc.sql(SELECT
                        + " where (cast(:model as varchar) is null or m.name = :model)"
                        + " order by case when o.state in ('PROPOSED', 'IN_FORCE') then 0 else 1 end,"
                        + " case when o.state in ('PROPOSED', 'IN_FORCE') then o.until_at else null end, o.number desc")
                .param("model", model)
                .query(OverrideRows::row)
                .list();
    }

    /** Those that are open, and those of versions that some alias points to: no query that grows with what is over. */
    List<Row> openOrInUse() {
        return jdbc.sql(SELECT + "\n" + """
                 where o.state in ('PROPOSED', 'IN_FORCE') or o.id in (
                       select x.id from model_alias xa join model_version xv on xv.id = xa.version_id
                         join check_override x on x.model_id = xa.model_id and x.version = xv.version)
                 order by o.until_at, o.number""").query(OverrideRows::row).list();
    }

    /** The numbers of those of which something is due by a moment. */
    List<Long> dueBy(Instant now) {
        return jdbc.sql("""
                select number from check_override
                where state in ('PROPOSED', 'IN_FORCE') and until_at < :end
                   or state = 'IN_FORCE' and until_at < :announced and reminded_at is null order by number""")
                .param("end", stored(now))
                .param("announced", stored(now.plus(ANNOUNCED)))
                .query((row, index) -> row.getLong("number"))
                .list();
    }

    private static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                shown(row),
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getObject("model_id", UUID.class),
                Stream.of("requested_by", "asking_human", "trained_by", "training_human")
                        .map(column -> id(row, column))
                        .collect(Collectors.toUnmodifiableSet()),
                proposers(row),
                row.getObject("proposed_human", UUID.class),
                row.getObject("agreed_human", UUID.class),
                row.getObject("renews_id", UUID.class),
                moment(row, "reminded_at"));
    }

    private static CheckOverride shown(ResultSet row) throws SQLException {
        return new CheckOverride(
                row.getLong("number"),
                row.getLong("request"),
                row.getString("model"),
                row.getInt("version"),
                Use.valueOf(row.getString("use_for")),
                CheckName.valueOf(row.getString("check_name")),
                Verdict.valueOf(row.getString("verdict")),
                row.getLong("evaluation"),
                row.getString("evaluation_digest"),
                row.getString("evidence_sha256"),
                row.getString("reason"),
                row.getString("control"),
                Objects.requireNonNull(moment(row, "until_at")),
                OverrideState.valueOf(row.getString("state")),
                row.getString("proposed_name"),
                Objects.requireNonNull(moment(row, "proposed_at")),
                row.getString("agreed_name"),
                moment(row, "agreed_at"),
                row.getString("ended_name"),
                moment(row, "ended_at"),
                Objects.requireNonNullElse(row.getString("end_reason"), ""),
                row.getObject("renews", Long.class),
                row.getObject("renewed_by", Long.class),
                row.getBoolean("in_use"));
    }

    private static Set<UUID> proposers(ResultSet row) throws SQLException {
        String stoodFor = row.getString("stood_for");
        Stream<UUID> others =
                stoodFor == null ? Stream.of() : Stream.of(stoodFor.split(",")).map(UUID::fromString);
        return Stream.concat(Stream.of(row.getObject("proposed_human", UUID.class)), others)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static UUID id(ResultSet row, String column) {
        try {
            return row.getObject(column, UUID.class);
        } catch (SQLException failure) {
            throw new IllegalStateException("The column " + column + " cannot be read", failure);
        }
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
