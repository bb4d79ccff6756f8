package io.gatehouse.comparison;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.comparison.Comparison.Subject;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.EvaluationSets;
import io.gatehouse.evaluation.EvaluationSets.VersionKey;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.sentences.Written;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.Runs;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Comparisons of what is on record: one query for the versions, a handful for their runs, one for their evaluations. */
@Component
class StoredComparisons implements Comparisons {
    private static final int MONTHS_BACK = 3;

    private final ComparedVersions versions;
    private final Runs runs;
    private final EvaluationSets evaluations;
    private final Clock clock;

    StoredComparisons(ComparedVersions versions, Runs runs, EvaluationSets evaluations, Clock clock) {
        this.versions = versions;
        this.runs = runs;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Result compare(Actor actor, List<VersionRef> subjects) {
        Permissions.require(actor, Action.READ_REGISTRY);
        List<VersionRef> wanted = subjects.stream().distinct().toList();
        if (wanted.isEmpty()) {
            return new Result.Refused(say("compare.count.none"));
        }
        if (wanted.size() > MOST) {
            return new Result.Refused(say("compare.count.many", "count", wanted.size(), "most", MOST));
        }
        Map<VersionRef, ComparedVersions.Row> found = versions.all(wanted);
        Optional<VersionRef> unknown =
                wanted.stream().filter(ref -> !found.containsKey(ref)).findFirst();
        if (unknown.isPresent()) {
            return new Result.Refused(say(
                    "compare.unknown",
                    "version",
                    unknown.get().version(),
                    "model",
                    unknown.get().model()));
        }
        List<ComparedVersions.Row> rows =
                wanted.stream().map(found::get).filter(Objects::nonNull).toList();
        return new Result.Compared(SideBySide.of(columns(actor, rows)));
    }

    private List<Compared> columns(Actor actor, List<ComparedVersions.Row> rows) {
        List<String> runIds = rows.stream()
                .map(ComparedVersions.Row::runId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, Run> byId = runs.behindVersions(actor, runIds).stream()
                .collect(Collectors.toMap(run -> run.info().id(), run -> run));
        Map<VersionKey, List<Evaluation>> judged = evaluations.newest(
                actor, rows.stream().map(ComparedVersions.Row::key).toList());
        return rows.stream()
                .map(row -> {
                    Evaluation evaluation = judged.getOrDefault(row.key(), List.of()).stream()
                            .findFirst()
                            .orElse(null);
                    Run run = row.runId() == null ? null : byId.get(row.runId());
                    return Compared.of(subject(row, evaluation), run, evaluation);
                })
                .toList();
    }

    private static Subject subject(ComparedVersions.Row row, @Nullable Evaluation evaluation) {
        return new Subject(row.model(), row.version(), label(row), row.createdAt(), row.runId(), evaluation);
    }

    private static String label(ComparedVersions.Row row) {
        if (row.champion()) {
            return say("compare.label.champion").english();
        }
        if (row.candidate()) {
            return say("compare.label.candidate").english();
        }
        Instant until = row.heldUntil();
        return until == null
                ? say("compare.label.other").english()
                : say("compare.label.former", "until", Written.day(until)).english();
    }

    @Override
    @Transactional(readOnly = true)
    public List<VersionRef> usual(Actor actor, String model) {
        Permissions.require(actor, Action.READ_REGISTRY);
        Instant earlier = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minusMonths(MONTHS_BACK)
                .toInstant();
        ComparedVersions.Usual usual = versions.usual(model, earlier);
        List<@Nullable Integer> wanted = new ArrayList<>();
        wanted.add(usual.champion());
        wanted.add(usual.championThen());
        wanted.add(usual.candidate());
        List<VersionRef> refs = wanted.stream()
                .filter(Objects::nonNull)
                .distinct()
                .map(version -> new VersionRef(model, version))
                .toList();
        Integer newest = usual.newest();
        return refs.isEmpty() && newest != null ? List.of(new VersionRef(model, newest)) : refs;
    }

    @Override
    @Transactional(readOnly = true)
    public List<VersionRef> versions(Actor actor, List<String> models) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return versions.of(models);
    }
}
