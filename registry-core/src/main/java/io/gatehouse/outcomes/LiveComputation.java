package io.gatehouse.outcomes;

import io.gatehouse.checks.Figure;
import io.gatehouse.checks.LoggedMetric;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.discrimination.Auc;
import io.gatehouse.fairness.discrimination.DeLong;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.outcomes.LiveFigures.State;
import io.gatehouse.outcomes.LiveRows.Batch;
import io.gatehouse.outcomes.LiveRule.Standing;
import io.gatehouse.people.Actor;
import io.gatehouse.scoring.EvidenceDescription;
import io.gatehouse.scoring.EvidenceReducer;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.scoring.ReductionResult;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Computes how a version does in use. Of each population that it scores again and again, the newest counts whose window has passed and
 * of which enough is known; a customer counts once, in the newest. Scores and labels are then reduced as evidence is, so that the live
 * figures are those of the evidence on other customers.
 */
@Component
class LiveComputation {
    /** Older populations of the same name are not gone through: they tell of a time that is over. */
    private static final int MOST_A_POPULATION = 12;

    private final LiveRows rows;
    private final EvidenceWords words;
    private final EvidenceReducer reducer;
    private final Clock clock;

    LiveComputation(LiveRows rows, EvidenceWords words, EvidenceReducer reducer, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.reducer = reducer;
        this.clock = clock;
    }

    /** What is asked for. @param windowDays by the evidence @param threshold by the policy; absent if it was never judged */
    private record Question(
            UUID model,
            int version,
            long intake,
            LocalDate knownUntil,
            @Nullable Integer windowDays,
            @Nullable Double threshold) {
        LiveRule rule(Batch batch) {
            return new LiveRule(batch.asOf(), windowDays);
        }
    }

    /** @param intake the newest to take into account */
    LiveFigures of(Actor actor, UUID model, int version, long intake) {
        Optional<Evaluation> evaluation = words.evaluation(actor, model, version);
        Question question = new Question(
                model,
                version,
                intake,
                rows.knownUntil(model, intake),
                evaluation
                        .flatMap(each -> words.description(actor, each))
                        .map(EvidenceDescription::labelWindowDays)
                        .orElse(null),
                evaluation.flatMap(each -> words.actingThreshold(actor, each)).orElse(null));
        List<Batch> kept =
                rows.batches(model, version).stream().filter(Batch::kept).toList();
        if (kept.isEmpty()) {
            return none(question, State.NOT_SCORED, null);
        }
        Map<String, List<Batch>> passed = new LinkedHashMap<>();
        kept.stream()
                .filter(batch -> question.rule(batch).passedBy(question.knownUntil))
                .forEach(batch -> passed.computeIfAbsent(batch.population(), name -> new ArrayList<>())
                        .add(batch));
        if (passed.isEmpty()) {
            return none(
                    question,
                    State.TOO_EARLY,
                    kept.stream()
                            .map(batch -> question.rule(batch).end())
                            .min(LocalDate::compareTo)
                            .orElseThrow());
        }
        return of(question, passed);
    }

    private LiveFigures of(Question question, Map<String, List<Batch>> passed) {
        Set<String> counted = new HashSet<>();
        List<LiveCohort> cohorts = new ArrayList<>();
        try {
            for (List<Batch> population : passed.values()) {
                LiveCohort cohort = newestReady(question, population, counted);
                cohorts.add(cohort);
                counted.addAll(cohort.own());
            }
            long leavers = sum(cohorts, Standing.LEFT);
            long stayers = sum(cohorts, Standing.STAYED);
            return leavers < LiveFigures.LEAST || stayers < LiveFigures.LEAST
                    ? figures(question, State.TOO_FEW, cohorts, null)
                    : figures(question, State.KNOWN, cohorts, reduced(question, cohorts));
        } finally {
            cohorts.forEach(LiveCohort::close);
        }
    }

    /** The newest that can be judged by itself, else the one of which most is known. */
    private LiveCohort newestReady(Question question, List<Batch> population, Set<String> counted) {
        LiveCohort best = null;
        for (Batch batch : population.subList(0, Math.min(population.size(), MOST_A_POPULATION))) {
            LiveCohort cohort = new LiveCohort(batch, question.rule(batch), counted);
            rows.outcomes(question.model, batch.number(), question.intake, cohort::take);
            if (best == null || cohort.ready() || cohort.decided() > best.decided()) {
                if (best != null) {
                    best.close();
                }
                best = cohort;
            } else {
                cohort.close();
            }
            if (cohort.ready()) {
                break;
            }
        }
        return Objects.requireNonNull(best);
    }

    private static long sum(List<LiveCohort> cohorts, Standing standing) {
        return cohorts.stream().mapToLong(cohort -> cohort.count(standing)).sum();
    }

    private EvidenceStatistics reduced(Question question, List<LiveCohort> cohorts) {
        try {
            Path table = Files.createTempFile("live-figures", ".csv");
            try {
                try (OutputStream out = Files.newOutputStream(table)) {
                    out.write("id,y_true,y_proba\n".getBytes(StandardCharsets.UTF_8));
                    for (LiveCohort cohort : cohorts) {
                        Files.copy(cohort.lines(), out);
                    }
                }
                return switch (reducer.reduce(table, EvidenceDescription.ofBareTable(), threshold(question, cohorts))) {
                    case ReductionResult.Reduced(EvidenceStatistics statistics) -> statistics;
                    case ReductionResult.Refused(io.gatehouse.scoring.Refusal refusal) ->
                        throw new IllegalStateException("Scores beside outcomes cannot be read: " + refusal.sentence());
                };
            } finally {
                Files.deleteIfExists(table);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot put scores beside outcomes", failure);
        }
    }

    /** The policy's, so that the figures can be held against those of the evidence; that of the list where nothing was judged. */
    private static double threshold(Question question, List<LiveCohort> cohorts) {
        Double acting = question.threshold;
        return acting == null ? cohorts.getFirst().batch().threshold() : acting;
    }

    private LiveFigures figures(
            Question question, State state, List<LiveCohort> cohorts, @Nullable EvidenceStatistics statistics) {
        EvidenceStatistics.Split split = statistics == null ? null : statistics.test();
        return new LiveFigures(
                question.version,
                state,
                sum(cohorts, Standing.LEFT),
                sum(cohorts, Standing.STAYED),
                sum(cohorts, Standing.OPEN),
                cohorts.stream().mapToLong(cohort -> cohort.batch().scored()).sum(),
                days(cohorts).stream().min(LocalDate::compareTo).orElse(null),
                days(cohorts).stream().max(LocalDate::compareTo).orElse(null),
                question.knownUntil,
                question.windowDays,
                null,
                cohorts.stream().map(cohort -> cohort.batch().number()).sorted().toList(),
                threshold(question, cohorts),
                split == null ? null : auc(split),
                split == null ? null : Figure.share("true_positive_rate", Rate.TRUE_POSITIVE_RATE.of(split.counts())),
                split == null ? null : Figure.share("precision", Rate.PRECISION.of(split.counts())),
                split == null ? Map.of() : metrics(split),
                question.intake,
                statistics == null ? "" : statistics.sha256(),
                now());
    }

    private static List<LocalDate> days(List<LiveCohort> cohorts) {
        return cohorts.stream().map(cohort -> cohort.batch().asOf()).toList();
    }

    private LiveFigures none(Question question, State state, @Nullable LocalDate readyOn) {
        return new LiveFigures(
                question.version,
                state,
                0,
                0,
                0,
                0,
                null,
                null,
                question.knownUntil,
                question.windowDays,
                readyOn,
                List.of(),
                question.threshold == null ? 0 : question.threshold,
                null,
                null,
                null,
                Map.of(),
                question.intake,
                "",
                now());
    }

    /** The database would round up, to a moment that has not come yet. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Figure auc(EvidenceStatistics.Split split) {
        Auc auc = DeLong.auc(split.placements());
        Interval interval = auc.interval(0.95);
        return new Figure(
                "live_auc", auc.value(), interval.low(), interval.high(), auc.rows(), null, Figure.Unit.INDEX);
    }

    private static Map<String, Double> metrics(EvidenceStatistics.Split split) {
        Map<String, Double> metrics = new LinkedHashMap<>(LoggedMetric.figures(split));
        metrics.values().removeIf(figure -> !Double.isFinite(figure));
        return metrics;
    }
}
