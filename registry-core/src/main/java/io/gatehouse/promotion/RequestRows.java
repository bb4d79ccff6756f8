package io.gatehouse.promotion;

import io.gatehouse.evaluation.Change;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.policy.Approver;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.StoredText;
import io.gatehouse.policy.Use;
import io.gatehouse.search.CaseFold;
import io.gatehouse.search.LikePattern;
import io.gatehouse.sentences.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One query for all that a request says of itself, names and verdict counts included. */
@Component
class RequestRows {
    private static final String SELECT = """
            select r.id, r.number, r.model_id, m.name as model, r.version, r.alias, r.use_for, r.state, r.note, r.round,
                   r.requested_at, r.decided_at, r.evaluation_id, r.compared_with, r.problem, r.last_step, r.approvals_needed,
                   asker.display_name as asked_by, trainer.display_name as trained_by_name,
                   (select count(*) from check_result c where c.evaluation_id = e.id and c.verdict = 'PASS') as passed,
                   (select count(*) from check_result c where c.evaluation_id = e.id and c.verdict = 'FAIL') as failed,
                   (select count(*) from check_result c where c.evaluation_id = e.id and c.verdict in ('INCONCLUSIVE', 'ERROR')) as undecided,
                   (select string_agg(c.check_name, ',' order by c.check_name) from check_result c
                     where c.evaluation_id = e.id and c.verdict not in ('PASS', 'NOT_APPLICABLE')) as unmet,
                   (select string_agg(c.check_name, ',' order by c.check_name) from check_result c
                     where c.evaluation_id = e.id and c.verdict = 'NOT_APPLICABLE') as inapplicable,
                   case when not exists (select 1 from check_result c where c.evaluation_id = e.id and c.verdict = 'NOT_APPLICABLE') then null
                        else (select p.canonical from policy_version p
                               where p.name = e.policy_name and p.version = e.policy_version) end as policy,
                   (select string_agg(v.kinds, ';' order by v.voted_at, v.id) from promotion_vote v
                     where v.request_id = r.id and v.round = r.round and v.choice = 'APPROVE') as approvers,
                   (select string_agg(o.check_name, ',' order by o.check_name) from check_override o
                     where o.request_id = r.id and o.evaluation_digest = e.digest and o.state = 'IN_FORCE' and o.until_at >= :now) as overridden,
                   (select string_agg('OV-' || cast(o.number as varchar), ',' order by o.number) from check_override o
                     where o.request_id = r.id and o.evaluation_digest = e.digest and o.state = 'PROPOSED' and o.until_at >= :now) as proposed,
                   r.approval_kinds, r.approvals_in_order, r.remind_after, r.expires_after, r.remind_at, r.expires_at, r.execute_at,
                   (select j.state from job j where j.id = r.job_id) as job_state,
                   e.policy_name, e.policy_version, e.assumptions, e.evidence_sha256, e.description_sha256, e.evidence_directory,
                   (select cv.version from model_alias ca join model_version cv on cv.id = ca.version_id
                     where ca.model_id = r.model_id and ca.alias = r.alias) as champion_now,
                   (select a.sha256 from artifact a
                     where a.directory = e.evidence_directory and a.name = e.evidence_name) as evidence_now,
                   (select a.sha256 from artifact a
                     where a.directory = e.evidence_directory and a.name = 'evidence.json') as description_now,
                   e.card_sha256,
                   (select k.sha256 from model_card_revision k where k.model_id = r.model_id and k.version = r.version
                      and k.revision = (select max(n.revision) from model_card_revision n
                                         where n.model_id = r.model_id and n.version = r.version)) as card_now,
                   case when e.card_sha256 is null then null
                        else (select p.canonical from policy_version p
                               where p.name = e.policy_name and p.version = e.policy_version) end as card_policy,
                   case when e.card_sha256 is null then null
                        else (select string_agg(a.field, ',') from model_card_answer a
                               where a.model_id = r.model_id and a.version = r.version and a.words <> ''
                                 and a.revision = (select max(n.revision) from model_card_answer n
                                                    where n.model_id = a.model_id and n.version = a.version
                                                      and n.field = a.field)) end as card_given
            from promotion_request r
            left join evaluation e on e.id = r.evaluation_id
            join registered_model m on m.id = r.model_id
            join person asker on asker.id = r.requested_by
            join person trainer on trainer.id = r.trained_by""";
    private static final String OF_MODEL =
            "r.model_id in (select named.id from registered_model named where named.name = :model)";
    private static final String ORDER = """
             order by case when r.open_key is null then 1 else 0 end,
                      case when r.open_key is null then null else r.requested_at end, r.decided_at desc, r.number desc""";

    private final JdbcClient jdbc;
    private final InForce inForce;
    private final GivenApprovals given;
    private final Clock clock;

    RequestRows(JdbcClient jdbc, InForce inForce, GivenApprovals given, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.inForce = inForce;
        this.given = given;
    }

    /**
     * A request with its names.
     *
     * @param rests what its evaluation rests on, as far as one query can tell; absent while there is none
     */
    record Row(
            UUID id,
            long number,
            UUID modelId,
            String model,
            int version,
            String alias,
            Use use,
            RequestState state,
            String note,
            int round,
            Instant requestedAt,
            @Nullable Instant decidedAt,
            String requestedBy,
            String trainedBy,
            @Nullable UUID evaluationId,
            @Nullable Integer comparedWith,
            @Nullable Sentence problem,
            ApprovalsAsked asked,
            List<Set<Approver>> approvers,
            @Nullable Instant expiresAt,
            @Nullable Instant executeAt,
            int passed,
            int failed,
            int undecided,
            StatusLines.Facts facts,
            InForce.@Nullable Rests rests) {

        PromotionRow asQueued(List<Change> changes, List<Person> lapsed) {
            return new PromotionRow(
                    number,
                    model,
                    version,
                    alias,
                    use,
                    state,
                    requestedBy,
                    requestedAt,
                    decidedAt,
                    passed,
                    failed,
                    undecided,
                    StatusLines.of(facts.with(changes, lapsed)),
                    state == RequestState.AWAITING_REVIEW ? waitsFor(changes.isEmpty() && lapsed.isEmpty()) : Set.of());
        }

        /** Whether approvals were given that wait for others, and may count no more by then. */
        boolean mayLapse() {
            return state == RequestState.AWAITING_REVIEW && !approvers.isEmpty();
        }

        /** Approvals that no longer hold fill no seat. */
        private Set<Role> waitsFor(boolean asJudged) {
            List<Approver> free = asked.seats().free(asJudged ? approvers : List.of());
            return free.stream()
                    .limit(asked.inOrder() ? 1 : free.size())
                    .map(Approver::role)
                    .collect(Collectors.toSet());
        }
    }

    List<PromotionRow> all(PromotionDossiers.Filter filter) {
        // A condition that also holds without a model would keep a database from looking up those of one.
        String ofModel = filter.model() == null ? "1 = 1" : OF_MODEL;
        return queued(jdbc.sql(SELECT + " where " + ofModel + (filter.open() ? " and r.open_key is not null" : "")
                        + "\n" + ORDER)
                .param("model", filter.model())
                .param("now", now())
                .query(RequestRows::row)
                .list());
    }

    /** @param after absent for the first of the queue */
    List<PromotionRow> after(PromotionDossiers.Query query, Optional<QueuePlace> after, int most) {
        if (query.states().isEmpty()) {
            return List.of();
        }
        return few(
                (query.model() == null ? "" : OF_MODEL + " and ") + "r.state in (:states)"
                        + after.map(QueuePlace::sql).orElse(""),
                ORDER,
                Map.of(
                        "model",
                        Objects.requireNonNullElse(query.model(), ""),
                        "states",
                        query.states().stream().map(Enum::name).toList(),
                        "at",
                        after.map(QueuePlace::bound).orElseGet(this::now),
                        "number",
                        after.map(QueuePlace::number).orElse(0L)),
                most);
    }

    /** What somebody asked for, in the order of the queue. @param states at least one */
    List<PromotionRow> askedBy(UUID person, Set<RequestState> states, int most) {
        return few(
                "r.requested_by = :person and r.state in (:states)",
                ORDER,
                Map.of(
                        "person",
                        person,
                        "states",
                        states.stream().map(Enum::name).toList()),
                most);
    }

    /** Asked for or decided after a moment, what happened last first. */
    List<PromotionRow> changedSince(Instant since, int most) {
        return few(
                "(r.decided_at > :since or r.decided_at is null and r.requested_at > :since)",
                "order by coalesce(r.decided_at, r.requested_at) desc, r.number desc",
                Map.of("since", since.atOffset(ZoneOffset.UTC)),
                most);
    }

    /** Finds out first which they are: all that is told of a request is looked up for those alone. */
    private List<PromotionRow> few(String where, String order, Map<String, Object> parameters, int most) {
        return told(
                jdbc.sql("select r.id from promotion_request r where " + where + "\n" + order
                                + " fetch first :limit rows only")
                        .params(parameters)
                        .param("limit", most)
                        .query((row, index) -> row.getObject(1, UUID.class))
                        .list(),
                order);
    }

    /** All that is told of these. */
    List<PromotionRow> told(List<UUID> ids) {
        return told(ids, ORDER);
    }

    private List<PromotionRow> told(List<UUID> ids, String order) {
        return ids.isEmpty()
                ? List.of()
                : queued(jdbc.sql(SELECT + " where r.id in (:ids)\n" + order)
                        .param("ids", ids)
                        .param("now", now())
                        .query(RequestRows::row)
                        .list());
    }

    /** How many there are in each state that there are any in. @param model only of this one; all if absent */
    Map<RequestState, Long> counts(@Nullable String model) {
        Map<RequestState, Long> counts = new EnumMap<>(RequestState.class);
        jdbc.sql("select r.state, count(*) from promotion_request r"
                        + (model == null
                                ? ""
                                : " where r.model_id in (select m.id from registered_model m where m.name = :model)")
                        + " group by r.state")
                .param("model", model)
                .query(row -> {
                    counts.put(RequestState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** Names of models that were asked for, by name. */
    List<String> models(String words, int offset, int most) {
        return jdbc.sql("""
                select m.name from registered_model m
                where fold_case(m.name) like :words escape '!' and exists (select 1 from promotion_request r where r.model_id = m.id)
                order by m.name offset :offset rows fetch first :most rows only""")
                .param("words", LikePattern.containing(Objects.requireNonNull(CaseFold.fold(words))))
                .param("offset", offset)
                .param("most", most)
                .query((row, index) -> row.getString(1))
                .list();
    }

    /** Those of them whose approvals no longer hold, since what they rest on changed or somebody could not approve any more. */
    Set<UUID> noLongerHold(Set<UUID> requests) {
        if (requests.isEmpty()) {
            return Set.of();
        }
        List<Row> rows = jdbc.sql(SELECT + " where r.id in (:ids)")
                .param("ids", requests)
                .param("now", now())
                .query(RequestRows::row)
                .list();
        Map<Long, List<Change>> changes = inForce.changes(rows);
        Set<UUID> stale = new HashSet<>(given.lapsed(requests).keySet());
        rows.stream()
                .filter(row -> !changes.getOrDefault(row.number, List.of()).isEmpty())
                .forEach(row -> stale.add(row.id));
        return stale;
    }

    private List<PromotionRow> queued(List<Row> rows) {
        Map<Long, List<Change>> changes = inForce.changes(rows);
        Map<UUID, List<Person>> lapsed =
                given.lapsed(rows.stream().filter(Row::mayLapse).map(Row::id).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> row.asQueued(
                        changes.getOrDefault(row.number, List.of()), lapsed.getOrDefault(row.id, List.of())))
                .toList();
    }

    Optional<Row> one(long number) {
        return jdbc.sql(SELECT + " where r.number = :number")
                .param("number", number)
                .param("now", now())
                .query(RequestRows::row)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        String problem = row.getString("problem");
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        OffsetDateTime expiresAt = row.getObject("expires_at", OffsetDateTime.class);
        OffsetDateTime executeAt = row.getObject("execute_at", OffsetDateTime.class);
        RequestState state = RequestState.valueOf(row.getString("state"));
        Sentence why = problem == null ? null : PromotionSteps.read(problem);
        return new Row(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("model_id", UUID.class),
                row.getString("model"),
                row.getInt("version"),
                row.getString("alias"),
                Use.valueOf(row.getString("use_for")),
                state,
                row.getString("note"),
                row.getInt("round"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("asked_by"),
                row.getString("trained_by_name"),
                row.getObject("evaluation_id", UUID.class),
                row.getObject("compared_with", Integer.class),
                why,
                asked(row),
                approvers(row),
                expiresAt == null ? null : expiresAt.toInstant(),
                executeAt == null ? null : executeAt.toInstant(),
                row.getInt("passed"),
                row.getInt("failed"),
                row.getInt("undecided"),
                facts(row, state, why),
                rests(row));
    }

    private static InForce.@Nullable Rests rests(ResultSet row) throws SQLException {
        String policy = row.getString("policy_name");
        if (policy == null) {
            return null;
        }
        return new InForce.Rests(
                policy,
                row.getInt("policy_version"),
                row.getInt("assumptions"),
                row.getObject("champion_now", Integer.class),
                row.getString("evidence_directory") == null
                        || Objects.equals(row.getString("evidence_sha256"), row.getString("evidence_now")),
                row.getString("evidence_directory") == null
                        || row.getString("description_sha256") == null
                        || Objects.equals(row.getString("description_sha256"), row.getString("description_now")),
                row.getString("card_sha256") == null
                        || Objects.equals(
                                row.getString("card_sha256"),
                                Objects.requireNonNullElse(row.getString("card_now"), ModelCards.NOTHING_SAID)));
    }

    private static StatusLines.Facts facts(ResultSet row, RequestState state, @Nullable Sentence problem)
            throws SQLException {
        return new StatusLines.Facts(
                state,
                PromotionSteps.read(row.getString("last_step")),
                problem,
                "FAILED".equals(row.getString("job_state")),
                unmet(row),
                names(row.getString("overridden")),
                names(row.getString("proposed")),
                approvers(row),
                asked(row).seats(),
                List.of(),
                List.of(),
                lacking(row));
    }

    static ApprovalsAsked asked(ResultSet row) throws SQLException {
        return new ApprovalsAsked(
                row.getInt("approvals_needed"),
                row.getString("approval_kinds"),
                row.getBoolean("approvals_in_order"),
                row.getObject("remind_after", Integer.class),
                row.getObject("expires_after", Integer.class));
    }

    static List<Set<Approver>> approvers(ResultSet row) throws SQLException {
        String joined = row.getString("approvers");
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(";")).map(PromotionVote::kinds).toList();
    }

    /** The checks that did not pass, without those that the policy lets not apply or that overrides in force cover. */
    private static List<String> unmet(ResultSet row) throws SQLException {
        List<String> unmet = new ArrayList<>(names(row.getString("unmet")));
        Optional<PolicyDocument> policy = policy(row.getString("policy"));
        for (String check : names(row.getString("inapplicable"))) {
            if (policy.filter(document -> document.excuses(check)).isEmpty()) {
                unmet.add(check);
            }
        }
        unmet.removeAll(names(row.getString("overridden")));
        return unmet;
    }

    /** The fields of the model card that the policy asks for and nobody answered. */
    private static List<CardField> lacking(ResultSet row) throws SQLException {
        List<String> given = names(row.getString("card_given"));
        return policy(row.getString("card_policy")).map(PolicyDocument::cardFields).orElse(List.of()).stream()
                .filter(field -> !given.contains(field.name()))
                .toList();
    }

    private static Optional<PolicyDocument> policy(@Nullable String canonical) {
        return Optional.ofNullable(canonical).flatMap(StoredText::read);
    }

    private static List<String> names(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split(","));
    }
}
