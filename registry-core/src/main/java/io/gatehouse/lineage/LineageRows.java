package io.gatehouse.lineage;

import io.gatehouse.lineage.Facts.EvidenceFact;
import io.gatehouse.lineage.Facts.RiskListFact;
import io.gatehouse.lineage.Facts.Taken;
import io.gatehouse.lineage.Facts.VersionFact;
import io.gatehouse.search.Condition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the versions that a node belongs to, and then everything about those versions: one query for each kind of thing. */
@Component
class LineageRows {
    /** Of a data fingerprint or run behind more versions than this, the newest are shown. */
    static final int MOST_VERSIONS = 50;

    private static final String VERSIONS = """
            select v.model_id, m.name as model, v.version, v.run_id, v.created_at
            from model_version v join registered_model m on m.id = v.model_id where m.deleted_at is null and\s""";
    private static final String RUNS = """
            select r.id, r.name, r.start_ms,
                   (select t.tag_value from run_tag t where t.run_id = r.id and t.tag_key = 'data_hash') as data_hash,
                   (select t.tag_value from run_tag t where t.run_id = r.id and t.tag_key = 'data_version') as data_version
            from run r where\s""";

    /** Names its data by the tag of the fingerprint. */
    private static final String TAGGED = "run_tag t where t.tag_key = 'data_hash' and t.tag_value = ?";

    /** Logged the data as an input. */
    private static final String READ = "run_dataset u join dataset d on d.id = u.dataset_id where d.digest = ?";

    private final JdbcClient jdbc;

    LineageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The versions that a node belongs to; none if there is no such node, or it is a run that no version came from. */
    List<VersionFact> versionsOf(NodeId node) {
        return switch (node) {
            case NodeId.Version(String model, int version) ->
                versions("m.name = ? and v.version = ?", List.of(model, version));
            case NodeId.OfRun(String run) -> versions("v.run_id = ?", List.of(run));
            case NodeId.Data(String hash) ->
                versions(
                        "(exists (select 1 from " + TAGGED + " and t.run_id = v.run_id) or exists (select 1 from "
                                + READ + " and u.run_id = v.run_id))",
                        List.of(hash, hash));
            case NodeId.Evidence(long number) -> versions(owner("evaluation", "number = ?"), List.of(number));
            case NodeId.Request(long number) -> versions(owner("promotion_request", "number = ?"), List.of(number));
            case NodeId.RiskList(long number) -> versions(owner("risk_list", "number = ?"), List.of(number));
            case NodeId.ScoredBatch(long list) -> versions(owner("risk_list", "number = ?"), List.of(list));
            case NodeId.ListWorkbook(long list) -> versions(owner("risk_list", "number = ?"), List.of(list));
            case NodeId.EvidencePack(long number) -> versions(owner("evaluation", "number = ?"), List.of(number));
            case NodeId.Tenure(UUID id) ->
                versions("exists (select 1 from alias_tenure x where x.version_id = v.id and x.id = ?)", List.of(id));
        };
    }

    private static String owner(String table, String condition) {
        return "exists (select 1 from " + table + " x where x.model_id = v.model_id and x.version = v.version and x."
                + condition + ")";
    }

    /** The newest runs on this data. */
    List<String> runsOn(String hash) {
        return jdbc.sql("select r.id from run r where r.id in (select t.run_id from " + TAGGED
                        + ") or r.id in (select u.run_id from " + READ + ") order by r.start_ms desc, r.id limit "
                        + MOST_VERSIONS)
                .params(hash, hash)
                .query((row, index) -> row.getString("id"))
                .list();
    }

    Optional<Integer> champion(String model) {
        return jdbc.sql("""
                select v.version from registered_model m
                join model_alias a on a.model_id = m.id and a.alias = m.protected_alias
                join model_version v on v.id = a.version_id where m.deleted_at is null and m.name = ?""").param(model).query(Integer.class).optional();
    }

    /** Everything about these versions, and about these runs whether or not versions came from them. */
    Facts about(List<VersionFact> versions, List<String> moreRuns) {
        List<String> runs = Stream.concat(versions.stream().map(VersionFact::runId), moreRuns.stream())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<EvidenceFact> evidence = all(
                "select x.model_id, x.version, x.id, x.number, x.evidence_sha256, x.created_at from evaluation x where ",
                pairs(versions, "x.version"),
                " order by x.number",
                ReadFacts::evidence);
        List<RiskListFact> lists = all(
                "select x.model_id, x.version, x.number, x.as_of, x.population, x.file_sha256, x.scored, x.listed, x.posted_at"
                        + " from risk_list x where ",
                pairs(versions, "x.version"),
                " order by x.number",
                ReadFacts::riskList);
        return new Facts(
                all(RUNS, Condition.in("r.id", runs), " order by r.start_ms, r.id", ReadFacts::run),
                all(
                        "select u.run_id, d.name, d.digest from run_dataset u join dataset d on d.id = u.dataset_id where ",
                        Condition.in("u.run_id", runs),
                        " order by d.name, d.digest, u.run_id",
                        ReadFacts::dataset),
                versions,
                evidence,
                all(
                        "select x.model_id, x.version, x.id, x.number, x.state, x.requested_at, x.evaluation_id"
                                + " from promotion_request x where ",
                        pairs(versions, "x.version"),
                        " order by x.number",
                        ReadFacts::request),
                all(
                        "select x.model_id, v.version, x.id, x.request_id, x.from_at, x.to_at from alias_tenure x"
                                + " join model_version v on v.id = x.version_id"
                                + " join registered_model m on m.id = x.model_id and m.protected_alias = x.alias where ",
                        pairs(versions, "v.version"),
                        " order by x.from_at, x.id",
                        ReadFacts::tenure),
                lists,
                taken(evidence, lists));
    }

    /** Workbooks of lists and packs of evidence that were taken away, as the audit log says. */
    private Map<String, Taken> taken(List<EvidenceFact> evidence, List<RiskListFact> lists) {
        List<String> objects = Stream.concat(
                        evidence.stream().map(each -> "evaluation/" + each.evaluation()),
                        lists.stream().map(each -> "risk-list/" + each.number()))
                .toList();
        Condition which = Condition.in("x.object", objects);
        Map<String, Taken> taken = new HashMap<>();
        jdbc.sql("select x.object, count(*) as times, max(x.at) as last_at from audit_event x where " + which.sql()
                        + " and (x.action = 'evaluation.pack_taken'"
                        + " or x.action = 'risk_list.read' and x.canonical like '%\"how\":\"downloaded\"%')"
                        + " group by x.object")
                .params(which.parameters())
                .query(row -> {
                    taken.put(
                            row.getString("object"), new Taken(row.getLong("times"), ReadFacts.moment(row, "last_at")));
                });
        return taken;
    }

    private List<VersionFact> versions(String condition, List<Object> parameters) {
        return all(
                VERSIONS,
                new Condition(condition, parameters),
                " order by v.created_at desc, v.id desc limit " + MOST_VERSIONS,
                ReadFacts::version);
    }

    private static Condition pairs(List<VersionFact> versions, String column) {
        if (versions.isEmpty()) {
            return Condition.in(column, List.of());
        }
        String each = "(x.model_id = ? and " + column + " = ?)";
        return new Condition(
                "(" + (each + " or ").repeat(versions.size() - 1) + each + ")",
                versions.stream()
                        .flatMap(version -> Stream.<Object>of(version.modelId(), version.version()))
                        .toList());
    }

    private <T> List<T> all(String select, Condition which, String order, RowMapper<T> mapper) {
        return jdbc.sql(select + which.sql() + order)
                .params(which.parameters())
                .query(mapper)
                .list();
    }
}
