package io.gatehouse.champions;

import io.gatehouse.checks.Case;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.EvaluationSets;
import io.gatehouse.evaluation.EvaluationSets.VersionKey;
import io.gatehouse.evaluation.TrainingRecords;
import io.gatehouse.people.Actor;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.RunInfo;
import io.gatehouse.tracking.Runs;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The runs that champions came from, with what they had logged when they were approved; a handful of queries for any number. */
@Component
class Origins {
    private final ChampionRows rows;
    private final EvaluationSets evaluations;
    private final Runs runs;

    Origins(ChampionRows rows, EvaluationSets evaluations, Runs runs) {
        this.rows = rows;
        this.evaluations = evaluations;
        this.runs = runs;
    }

    /** @param champions by their models @return by models; those whose version names no run that is known are left out */
    Map<UUID, AnswersOf.Origin> of(Actor actor, Map<UUID, TenureFacts> champions) {
        Map<VersionKey, String> runOf = rows.runsOf(champions.values().stream()
                .map(champion -> new VersionKey(champion.modelId(), champion.version()))
                .toList());
        // A run may go on logging after it was judged; what was approved is what was on record then.
        Map<UUID, Case> approved = evaluations.judged(
                actor,
                champions.values().stream()
                        .flatMap(champion -> champion.judged().map(Evaluation::id).stream())
                        .toList());
        Map<String, RunInfo> infos = runs.infosBehindVersions(actor, List.copyOf(runOf.values()));
        Map<String, Run> whole = whole(actor, champions.values(), runOf, approved);
        Map<UUID, AnswersOf.Origin> origins = new HashMap<>();
        champions.forEach((model, champion) -> {
            String id = runOf.get(new VersionKey(model, champion.version()));
            RunInfo info = id == null ? null : infos.get(id);
            if (info != null) {
                Case of = of(champion, approved);
                origins.put(
                        model,
                        new AnswersOf.Origin(
                                info.id(),
                                info.name(),
                                of == null
                                        ? TrainingRecords.of(Objects.requireNonNull(whole.get(info.id())))
                                        : of.record()));
            }
        });
        return origins;
    }

    /** Of decisions of early releases no case was kept: their runs are read as they are now. */
    private Map<String, Run> whole(
            Actor actor, Collection<TenureFacts> champions, Map<VersionKey, String> runOf, Map<UUID, Case> approved) {
        List<String> ids = champions.stream()
                .filter(champion -> of(champion, approved) == null)
                .flatMap(champion ->
                        Optional.ofNullable(runOf.get(new VersionKey(champion.modelId(), champion.version()))).stream())
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : runs.behindVersions(actor, ids).stream()
                        .collect(Collectors.toMap(run -> run.info().id(), Function.identity(), (one, same) -> one));
    }

    private static @Nullable Case of(TenureFacts champion, Map<UUID, Case> approved) {
        return champion.judged().map(Evaluation::id).map(approved::get).orElse(null);
    }
}
