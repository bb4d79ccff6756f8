package io.gatehouse.evaluation;

import io.gatehouse.checks.Case;
import io.gatehouse.checks.CaseFile;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.search.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads evaluations in sets, for pages that show several versions: one query each, however many are asked for. */
@Component
public class EvaluationSets {
    private final JdbcClient jdbc;
    private final Briefs briefs;

    EvaluationSets(JdbcClient jdbc, Briefs briefs) {
        this.jdbc = jdbc;
        this.briefs = briefs;
    }

    /** @param modelId of the registered model @param version number */
    public record VersionKey(UUID modelId, int version) {}

    /** Those of these ids that are known, with verdicts and main figures alone: of one group in particular, other thresholds or bands they say nothing. */
    @Transactional(readOnly = true)
    public Map<UUID, Evaluation> briefs(Actor actor, Collection<UUID> ids) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return briefs.of(ids);
    }

    /** What an evaluation judged, as it was then; empty if there is no such evaluation, or its case was not kept. */
    @Transactional(readOnly = true)
    public Optional<Case> judged(Actor actor, UUID id) {
        return Optional.ofNullable(judged(actor, List.of(id)).get(id));
    }

    /** As {@link #judged(Actor, UUID)} of several, by their ids; those without a case are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Case> judged(Actor actor, Collection<UUID> ids) {
        Permissions.require(actor, Action.READ_REGISTRY);
        Condition which = Condition.in("id", List.copyOf(ids));
        Map<UUID, Case> cases = new HashMap<>();
        jdbc.sql("select id, judged_case from evaluation where judged_case is not null and " + which.sql())
                .params(which.parameters())
                .query(row -> {
                    cases.put(row.getObject(1, UUID.class), CaseFile.read(row.getString(2)));
                });
        return cases;
    }

    /** The newest evaluation of each version for each use, the newest first; versions without one are left out. */
    @Transactional(readOnly = true)
    public Map<VersionKey, List<Evaluation>> newest(Actor actor, Collection<VersionKey> versions) {
        Permissions.require(actor, Action.READ_REGISTRY);
        if (versions.isEmpty()) {
            return Map.of();
        }
        Map<VersionKey, List<Evaluation>> found = new HashMap<>();
        jdbc.sql("""
                select e.model_id, e.version, e.document
                from unnest(cast(? as varchar array), cast(? as integer array)) these (model, version)
                join evaluation e on e.model_id = cast(these.model as uuid) and e.version = these.version
                where not exists (select 1 from evaluation l where l.model_id = e.model_id and l.version = e.version
                                    and l.use_for = e.use_for and l.number > e.number)
                order by e.number desc""")
                .param(
                        1,
                        versions.stream()
                                .map(version -> version.modelId().toString())
                                .toArray(String[]::new))
                .param(2, versions.stream().map(VersionKey::version).toArray(Integer[]::new))
                .query(row -> {
                    found.computeIfAbsent(
                                    new VersionKey(row.getObject(1, UUID.class), row.getInt(2)),
                                    version -> new ArrayList<>())
                            .add(EvaluationStore.read(row.getString(3)));
                });
        return found;
    }

    /** As {@link #newest} of versions of any number of models, and as brief as {@link #briefs}. */
    @Transactional(readOnly = true)
    public Map<VersionKey, List<Evaluation>> newestBriefs(Actor actor, Collection<VersionKey> versions) {
        Permissions.require(actor, Action.READ_REGISTRY);
        Set<VersionKey> wanted = Set.copyOf(versions);
        Condition which = Condition.in(
                "model_id", wanted.stream().map(VersionKey::modelId).distinct().toList());
        Map<VersionKey, Map<String, UUID>> ids = new HashMap<>();
        jdbc.sql("select model_id, version, use_for, id from evaluation where " + which.sql() + " order by number desc")
                .params(which.parameters())
                .query(row -> {
                    VersionKey key = new VersionKey(row.getObject(1, UUID.class), row.getInt(2));
                    if (wanted.contains(key)) {
                        ids.computeIfAbsent(key, version -> new LinkedHashMap<>())
                                .putIfAbsent(row.getString(3), row.getObject(4, UUID.class));
                    }
                });
        Map<UUID, Evaluation> known = briefs.of(ids.values().stream()
                .flatMap(ofUses -> ofUses.values().stream())
                .toList());
        Map<VersionKey, List<Evaluation>> found = new HashMap<>();
        ids.forEach((key, ofUses) -> found.put(
                key,
                ofUses.values().stream()
                        .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                        .toList()));
        return found;
    }
}
