package io.gatehouse.champions;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.EvaluationSets;
import io.gatehouse.evaluation.EvaluationSets.VersionKey;
import io.gatehouse.people.Actor;
import io.gatehouse.search.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Models and tenures in sets: the number of queries does not grow with what they find. */
@Component
class ChampionRows {
    private static final String MODELS = """
            select m.id, m.name, coalesce(m.description, '') as description, c.version as champion,
                   (select max(v.version) from model_version v where v.model_id = m.id and v.deleted_at is null) as newest,
                   (select count(*) from model_version v
                     where v.model_id = m.id and v.deleted_at is null and v.version > coalesce(c.version, 0)) as candidates,
                   (select count(*) from promotion_request r where r.model_id = m.id and r.open_key is not null
                      and r.state <> 'APPROVED') as open_requests
            from registered_model m
            left join model_alias a on a.model_id = m.id and a.alias = m.protected_alias
            left join model_version c on c.id = a.version_id
            where m.deleted_at is null""";

    private static final String NO_PROMPT = """
             and not exists (select 1 from registered_model_tag t
                              where t.model_id = m.id and t.tag_key = 'mlflow.prompt.is_prompt' and t.tag_value = 'true')
             order by m.name""";

    private static final String VERSIONED =
            " and exists (select 1 from model_version v where v.model_id = m.id and v.deleted_at is null)\n"
                    + NO_PROMPT;

    /** Named one by one in a query; of more, a database reads all sooner than it compares each row with each name. */
    private static final int FEW = 200;

    private final JdbcClient jdbc;
    private final EvaluationSets evaluations;

    ChampionRows(JdbcClient jdbc, EvaluationSets evaluations) {
        this.jdbc = jdbc;
        this.evaluations = evaluations;
    }

    /** All models that have a version, by name; prompts are none. */
    List<ModelFacts> models() {
        return jdbc.sql(MODELS + "\n" + VERSIONED).query(ChampionRows::model).list();
    }

    /** A model by its names alone, for lists that tell of its versions by themselves. */
    record Named(UUID id, String name) {}

    /** As {@link #models()}, without counting what belongs to each. */
    List<Named> names() {
        return jdbc.sql("select m.id, m.name from registered_model m where m.deleted_at is null\n" + VERSIONED)
                .query((row, index) -> new Named(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    /** The models without a champion of which each version was logged with less than the floor of the test AUC. */
    Set<UUID> belowFloor(double floor) {
        return Set.copyOf(jdbc.sql("""
                select v.model_id from registered_model m
                join model_version v on v.model_id = m.id and v.deleted_at is null
                left join run_metric_latest l on l.run_id = v.run_id and l.metric_key = 'test_auc' and not l.is_nan
                where m.deleted_at is null
                  and not exists (select 1 from model_alias a where a.model_id = m.id and a.alias = m.protected_alias)
                group by v.model_id
                having count(*) = sum(case when l.metric_value < ? then 1 else 0 end)""")
                .param(floor)
                .query((row, index) -> row.getObject(1, UUID.class))
                .list());
    }

    /** Those without, the first of them by name; prompts are none. */
    Champions.WithoutVersion withoutVersion(int most) {
        List<Counted> found = jdbc.sql("""
                        select m.name, count(*) over () as among from registered_model m where m.deleted_at is null
                         and not exists (select 1 from model_version v where v.model_id = m.id and v.deleted_at is null)
                        """ + NO_PROMPT + " fetch first ? rows only")
                .param(most)
                .query((row, index) -> new Counted(row.getString(1), row.getLong(2)))
                .list();
        return new Champions.WithoutVersion(
                found.isEmpty() ? 0 : found.getFirst().among(),
                found.stream().map(Counted::name).toList());
    }

    /** @param among how many */
    private record Counted(String name, long among) {}

    Optional<ModelFacts> model(String name) {
        return jdbc.sql(MODELS + " and m.name = ?")
                .param(name)
                .query(ChampionRows::model)
                .optional();
    }

    /** Those of these names that there are. */
    List<ModelFacts> models(Collection<String> names) {
        Condition which = Condition.in("m.name", List.copyOf(names));
        return jdbc.sql(MODELS + " and " + which.sql())
                .params(which.parameters())
                .query(ChampionRows::model)
                .list();
    }

    /** The runs that versions came from, deleted versions included; versions without a run are left out. */
    Map<VersionKey, String> runsOf(Collection<VersionKey> versions) {
        Map<VersionKey, String> runs = new HashMap<>();
        if (!versions.isEmpty()) {
            jdbc.sql("""
                    select v.model_id, v.version, v.run_id
                    from unnest(cast(? as varchar array), cast(? as integer array)) these (model, version)
                    join model_version v on v.model_id = cast(these.model as uuid) and v.version = these.version
                    where v.run_id is not null""")
                    .param(
                            1,
                            versions.stream()
                                    .map(each -> each.modelId().toString())
                                    .toArray(String[]::new))
                    .param(2, versions.stream().map(VersionKey::version).toArray(Integer[]::new))
                    .query(row -> {
                        runs.put(new VersionKey(row.getObject(1, UUID.class), row.getInt(2)), row.getString(3));
                    });
        }
        return runs;
    }

    /** The tenures of the protected alias of each model, newest first, at most {@code most} of each with their evaluations. */
    Map<UUID, List<TenureFacts>> tenures(Actor actor, Collection<UUID> models, int most) {
        if (models.isEmpty()) {
            return Map.of();
        }
        if (models.size() <= FEW) {
            return tenures(actor, held(Condition.in("t.model_id", List.copyOf(models)), most));
        }
        Map<UUID, List<Held>> all = held(Condition.ALWAYS, most);
        all.keySet().retainAll(Set.copyOf(models));
        return tenures(actor, all);
    }

    /**
     * The tenure of the protected alias of each model that covers a moment, for each of these moments in their order; models without one
     * are left out. Read together: from one quarter to the next most versions stay.
     */
    List<Map<UUID, TenureFacts>> championsAt(Actor actor, Instant... moments) {
        List<Object> parameters = new ArrayList<>();
        for (Instant at : moments) {
            OffsetDateTime moment = at.atOffset(ZoneOffset.UTC);
            parameters.addAll(List.of(moment, moment));
        }
        String covers = String.join(
                " or ", Collections.nCopies(moments.length, "t.from_at <= ? and (t.to_at is null or t.to_at > ?)"));
        Map<UUID, List<TenureFacts>> tenures =
                tenures(actor, held(new Condition("(" + covers + ")", parameters), Integer.MAX_VALUE));
        return Stream.of(moments).map(at -> covering(tenures, at)).toList();
    }

    /** Newest first, so that of two which a clock that went back made overlap the later one counts. */
    private static Map<UUID, TenureFacts> covering(Map<UUID, List<TenureFacts>> tenures, Instant at) {
        Map<UUID, TenureFacts> champions = new HashMap<>();
        tenures.forEach((model, ofModel) -> ofModel.stream()
                .filter(tenure -> tenure.covers(at))
                .findFirst()
                .ifPresent(tenure -> champions.put(model, tenure)));
        return champions;
    }

    /** The tenures of the protected alias of each model that began or ended in a time, newest first. @param after exclusive @param until inclusive */
    Map<UUID, List<TenureFacts>> cameOrWent(Actor actor, Instant after, Instant until) {
        OffsetDateTime from = after.atOffset(ZoneOffset.UTC);
        OffsetDateTime to = until.atOffset(ZoneOffset.UTC);
        return tenures(
                actor,
                held(
                        new Condition(
                                "((t.from_at > ? and t.from_at <= ?) or (t.to_at > ? and t.to_at <= ?))",
                                List.of(from, to, from, to)),
                        Integer.MAX_VALUE));
    }

    private Map<UUID, List<TenureFacts>> tenures(Actor actor, Map<UUID, List<Held>> held) {
        List<UUID> judged = held.values().stream()
                .flatMap(List::stream)
                .map(Held::evaluation)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, Evaluation> byId = evaluations.briefs(actor, judged);
        Map<UUID, List<String>> approvers = approvers(
                held.values().stream().flatMap(List::stream).map(Held::request).toList());
        Map<UUID, List<TenureFacts>> tenures = new HashMap<>();
        held.forEach((model, ofModel) -> tenures.put(
                model,
                ofModel.stream()
                        .map(each -> each.with(
                                approvers.getOrDefault(each.request, List.of()),
                                each.evaluation == null ? null : byId.get(each.evaluation)))
                        .toList()));
        return tenures;
    }

    /** A row of the tenures, before approvers and evaluation are known. */
    private record Held(
            TenureFacts facts, UUID request, @Nullable UUID evaluation) {
        TenureFacts with(List<String> approvedBy, @Nullable Evaluation promoted) {
            return new TenureFacts(
                    facts.modelId(),
                    facts.version(),
                    facts.from(),
                    facts.to(),
                    facts.requestNumber(),
                    facts.requestedBy(),
                    approvedBy,
                    promoted,
                    facts.rollbackNumber());
        }
    }

    private Map<UUID, List<Held>> held(Condition which, int most) {
        Map<UUID, List<Held>> held = new HashMap<>();
        jdbc.sql("""
                select t.model_id, v.version, t.from_at, t.to_at, t.request_id, r.number, p.display_name, r.evaluation_id, b.number as rollback
                from alias_tenure t
                join registered_model m on m.id = t.model_id and m.protected_alias = t.alias
                join model_version v on v.id = t.version_id
                left join promotion_request r on r.id = t.request_id
                left join person p on p.id = r.requested_by
                left join alias_rollback b on b.id = t.rollback_id
                where\s""" + which.sql() + " order by t.from_at desc, t.id desc")
                .params(which.parameters())
                .query(row -> {
                    List<Held> ofModel =
                            held.computeIfAbsent(row.getObject("model_id", UUID.class), id -> new ArrayList<>());
                    if (ofModel.size() < most) {
                        ofModel.add(held(row));
                    }
                });
        return held;
    }

    private static Held held(ResultSet row) throws SQLException {
        String requestedBy = row.getString("display_name");
        return new Held(
                new TenureFacts(
                        row.getObject("model_id", UUID.class),
                        row.getInt("version"),
                        Objects.requireNonNull(moment(row, "from_at")),
                        moment(row, "to_at"),
                        row.getObject("number", Long.class),
                        requestedBy == null ? "" : requestedBy,
                        List.of(),
                        null,
                        row.getObject("rollback", Long.class)),
                row.getObject("request_id", UUID.class),
                row.getObject("evaluation_id", UUID.class));
    }

    /** Who approved in the round that was decided, in the order of their votes. */
    private Map<UUID, List<String>> approvers(List<UUID> requests) {
        Condition which = requests.size() <= FEW ? Condition.in("r.id", requests) : Condition.ALWAYS;
        Map<UUID, List<String>> approvers = new HashMap<>();
        jdbc.sql("""
                select r.id, p.display_name from promotion_vote v
                join promotion_request r on r.id = v.request_id and r.round = v.round
                join person p on p.id = v.person_id
                where v.choice = 'APPROVE' and\s""" + which.sql() + " order by v.voted_at, v.id")
                .params(which.parameters())
                .query((row, index) -> approvers
                        .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(row.getString(2)))
                .list();
        return approvers;
    }

    private static ModelFacts model(ResultSet row, int index) throws SQLException {
        return new ModelFacts(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getObject("champion", Integer.class),
                row.getInt("newest"),
                row.getInt("candidates"),
                row.getInt("open_requests"),
                false);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
