package io.gatehouse.champions;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.house.HouseDays;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.policy.UnderReview;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a champion does, and the sentence that says it.
 *
 * @param verdict what it means for the business, and who should do what
 */
record HealthOf(Health health, Sentence verdict) {
    /** Figures older than this say little about today. */
    static final Duration FRESH = Duration.ofDays(90);

    /** A model that has no version in use. */
    static HealthOf nobody(ModelFacts model) {
        return new HealthOf(
                Health.NOT_KNOWN,
                say(
                        "champion.nobody." + (model.candidates() == 1 ? "one" : "several")
                                + (model.belowFloor() ? ".below_floor" : ""),
                        "versions",
                        model.candidates()));
    }

    /**
     * @param promoted the evaluation that was decided on; absent if not on record
     * @param newest of the champion for the same use; absent if there is none
     */
    static HealthOf champion(int version, @Nullable Evaluation promoted, @Nullable Evaluation newest, Instant now) {
        Evaluation judged = newest == null ? promoted : newest;
        if (judged == null) {
            return new HealthOf(Health.NOT_KNOWN, say("champion.not_known", "version", version));
        }
        boolean later = promoted == null || !judged.id().equals(promoted.id());
        List<CheckResult> failed = of(judged, List.of(Verdict.FAIL));
        List<CheckResult> unclear = of(judged, List.of(Verdict.INCONCLUSIVE, Verdict.ERROR));
        if (!failed.isEmpty()) {
            return new HealthOf(
                    later ? Health.ACT_NOW : Health.WATCH,
                    say(later ? "champion.act_now" : "champion.watch.accepted", parameters(version, judged, failed)));
        }
        if (!unclear.isEmpty()) {
            return new HealthOf(
                    Health.WATCH,
                    say(
                            later ? "champion.watch.unclear" : "champion.watch.accepted",
                            parameters(version, judged, unclear)));
        }
        if (judged.at().plus(FRESH).isBefore(now)) {
            return new HealthOf(Health.WATCH, say("champion.watch.old", parameters(version, judged, List.of())));
        }
        return new HealthOf(Health.ON_TRACK, say("champion.on_track", parameters(version, judged, List.of())));
    }

    /** The same, unless it does clearly worse in use than the evidence promised. */
    HealthOf inUse(int version, @Nullable ClaimedFigure figure) {
        if (health == Health.ACT_NOW
                || figure == null
                || figure.outcomes() == null
                || !figure.outcomes().clearlyWorse()) {
            return this;
        }
        LiveFigures live = figure.outcomes().figures();
        Figure auc = Objects.requireNonNull(live.auc());
        return new HealthOf(
                Health.WATCH,
                say(
                        "champion.watch.in_use",
                        "version",
                        version,
                        "auc",
                        Objects.requireNonNull(auc.estimate()),
                        "low",
                        Objects.requireNonNull(auc.low()),
                        "high",
                        Objects.requireNonNull(auc.high()),
                        "recomputed",
                        Objects.requireNonNull(figure.recomputed()),
                        "customers",
                        live.customers()));
    }

    /** The same, unless the version would not pass by what counts now: then somebody should look at it, whatever it was found to be. */
    HealthOf under(Optional<UnderReview> review) {
        if (review.isEmpty() || health == Health.ACT_NOW) {
            return this;
        }
        UnderReview why = review.get();
        String policy = why.policy();
        return new HealthOf(
                Health.WATCH,
                policy == null
                        ? say("champion.under_review.assumptions", "version", why.version(), "newer", why.newer())
                        : say(
                                "champion.under_review.policy",
                                "version",
                                why.version(),
                                "policy",
                                policy,
                                "newer",
                                why.newer()));
    }

    /**
     * The same, unless the version came into use on the word of two people although a check had not passed: then that is said, and
     * until when, or that nobody's word holds any more. A check that passes by now needs nobody's word.
     *
     * @param overrides of the request that brought the version
     */
    HealthOf overridden(List<CheckOverride> overrides, @Nullable Evaluation judged, Instant now) {
        List<CheckOverride> telling = overrides.stream()
                .filter(each -> judged == null
                        || judged.check(each.check())
                                .filter(check -> check.verdict() == Verdict.PASS)
                                .isEmpty())
                .toList();
        List<CheckOverride> over =
                telling.stream().filter(each -> each.overAt(now)).toList();
        if (!over.isEmpty()) {
            return new HealthOf(
                    health == Health.ACT_NOW ? health : Health.WATCH, accepted("champion.under_review.override", over));
        }
        List<CheckOverride> held = telling.stream()
                .filter(each -> each.holds(now)
                        && (judged == null || each.evaluationDigest().equals(judged.digest())))
                .toList();
        return held.isEmpty() ? this : new HealthOf(Health.WATCH, accepted("champion.overridden", held));
    }

    private static Sentence accepted(String code, List<CheckOverride> overrides) {
        CheckOverride first =
                overrides.stream().min(Comparator.comparing(HealthOf::end)).orElseThrow();
        return say(
                code,
                "version",
                first.version(),
                "checks",
                Written.list(
                        overrides.stream().map(each -> Words.of(each.check())).toList()),
                "day",
                Written.day(HouseDays.of(end(first))),
                "override",
                first.id());
    }

    /** When it ended or will: at its last day, or before if it was withdrawn. */
    private static Instant end(CheckOverride override) {
        Instant ended = override.endedAt();
        return ended != null && ended.isBefore(override.until()) ? ended : override.until();
    }

    private static Object[] parameters(int version, Evaluation judged, List<CheckResult> checks) {
        return new Object[] {
            "version",
            version,
            "found",
            hundred(judged.found()),
            "right",
            hundred(judged.right()),
            "day",
            Written.day(judged.at()),
            "checks",
            Written.list(checks.stream()
                    .map(check -> check.check().name().toLowerCase(Locale.ROOT))
                    .toList())
        };
    }

    private static Object hundred(Optional<Figure> figure) {
        return figure.map(Figure::estimate)
                .map(share -> (Object) Math.round(100 * Objects.requireNonNull(share)))
                .orElse("an unknown number");
    }

    private static List<CheckResult> of(Evaluation evaluation, List<Verdict> verdicts) {
        return evaluation.checks().stream()
                .filter(check -> verdicts.contains(check.verdict()))
                .toList();
    }
}
