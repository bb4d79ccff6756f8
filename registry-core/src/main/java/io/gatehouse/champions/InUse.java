package io.gatehouse.champions;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.checks.Figure;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Written;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a version does in use beside what the evidence gives, in plain words.
 *
 * @param figures that it is said of
 * @param shortly the AUC and its range, for where there is little room; absent without figures
 * @param gap between the recomputed and the live AUC; absent where one of the two is
 * @param flagged how many leavers it had flagged, and how many of the flagged left, beside the evidence; absent without figures
 * @param clearlyWorse whether even the upper end of the live AUC's interval lies below the recomputed one
 * @param caveats what to bear in mind while reading them; empty without figures
 */
public record InUse(
        LiveFigures figures,
        @Nullable Sentence shortly,
        @Nullable Sentence gap,
        @Nullable Sentence flagged,
        boolean clearlyWorse,
        List<Sentence> caveats) {
    /** AUCs that differ by less are written alike. */
    private static final double ALIKE = 5e-5;

    /** Below this share the customers of whom nothing is known may tilt the figures. */
    private static final double MOST = 0.95;

    public InUse {
        caveats = List.copyOf(caveats);
    }

    /** @param recomputed AUC from the evidence; absent if that does not hold it */
    static InUse of(LiveFigures live, @Nullable Double recomputed, Evaluation evaluation) {
        Figure auc = live.auc();
        if (auc == null) {
            return new InUse(live, null, null, null, false, List.of());
        }
        return new InUse(
                live,
                say("live.shortly", "auc", estimate(auc), "low", low(auc), "high", high(auc)),
                recomputed == null ? null : gap(auc, recomputed),
                flagged(live, evaluation),
                recomputed != null && high(auc) < recomputed,
                caveats(live));
    }

    /** What is known, or why nothing is. */
    public static Sentence sentence(LiveFigures live) {
        String known = Written.day(live.knownUntil());
        return switch (live.state()) {
            case KNOWN -> known(live);
            case TOO_FEW ->
                say(
                        "live.too_few",
                        "leavers",
                        live.leavers(),
                        "stayers",
                        live.stayers(),
                        "least",
                        LiveFigures.LEAST,
                        "when",
                        when(live));
            case TOO_EARLY ->
                live.windowDays() == null
                        ? say("live.too_early.no_window", "known", known)
                        : say(
                                "live.too_early",
                                "known",
                                known,
                                "days",
                                live.windowDays(),
                                "ready",
                                Written.day(Objects.requireNonNull(live.readyOn())));
            case NOT_SCORED -> say("live.not_scored", "known", known);
        };
    }

    private static Sentence known(LiveFigures live) {
        Figure auc = Objects.requireNonNull(live.auc());
        Integer days = live.windowDays();
        return say(
                "live.known",
                "auc",
                estimate(auc),
                "low",
                low(auc),
                "high",
                high(auc),
                "customers",
                live.customers(),
                "when",
                when(live),
                "leavers",
                live.leavers(),
                "stayers",
                live.stayers(),
                "within",
                days == null ? "by " + Written.day(live.knownUntil()) : "within " + days + " days");
    }

    private static String when(LiveFigures live) {
        LocalDate from = Objects.requireNonNull(live.from());
        LocalDate to = Objects.requireNonNull(live.to());
        return from.equals(to) ? "on " + Written.day(from) : "from " + Written.day(from) + " to " + Written.day(to);
    }

    private static Sentence gap(Figure auc, double recomputed) {
        double gap = recomputed - estimate(auc);
        if (Math.abs(gap) < ALIKE) {
            return say("live.gap.alike");
        }
        String code = gap > 0
                ? high(auc) < recomputed ? "live.gap.below" : "live.gap.lower"
                : low(auc) > recomputed ? "live.gap.above" : "live.gap.higher";
        return say(code, "gap", Math.abs(gap), "recomputed", recomputed);
    }

    private static @Nullable Sentence flagged(LiveFigures live, Evaluation evaluation) {
        Optional<Long> found = hundred(live.found());
        Optional<Long> right = hundred(live.right());
        Optional<Long> foundThen = evaluation.found().flatMap(InUse::hundred);
        Optional<Long> rightThen = evaluation.right().flatMap(InUse::hundred);
        return found.isEmpty() || right.isEmpty() || foundThen.isEmpty() || rightThen.isEmpty()
                ? null
                : say(
                        "live.flagged",
                        "found",
                        found.get(),
                        "right",
                        right.get(),
                        "foundThen",
                        foundThen.get(),
                        "rightThen",
                        rightThen.get());
    }

    private static List<Sentence> caveats(LiveFigures live) {
        List<Sentence> caveats = new ArrayList<>();
        caveats.add(say("live.caveat.treated"));
        if (live.customers() < MOST * live.scored()) {
            caveats.add(say("live.caveat.coverage", "known", live.customers(), "scored", live.scored()));
        }
        if (live.windowDays() == null) {
            caveats.add(say("live.caveat.window"));
        }
        return caveats;
    }

    private static Optional<Long> hundred(@Nullable Figure share) {
        return Optional.ofNullable(share)
                .map(Figure::estimate)
                .filter(Double::isFinite)
                .map(estimate -> Math.round(100 * estimate));
    }

    private static double estimate(Figure auc) {
        return Objects.requireNonNull(auc.estimate());
    }

    private static double low(Figure auc) {
        return Objects.requireNonNull(auc.low());
    }

    private static double high(Figure auc) {
        return Objects.requireNonNull(auc.high());
    }
}
