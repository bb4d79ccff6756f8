package io.gatehouse.evaluation;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.LoggedMetric;
import io.gatehouse.checks.MonthWorth;
import io.gatehouse.checks.PerformanceFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.policy.PolicyRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All checks of one policy version against one piece of evidence. Written once, never changed.
 *
 * @param id for links
 * @param number shown as {@code EV-12}
 * @param model name of the registered model
 * @param version evaluated
 * @param policy that asked
 * @param assumptionsVersion of the value assumptions
 * @param evidence that answered
 * @param comparedWith the champion's version at that time; absent if there was none
 * @param at when it finished
 * @param requestedBy display name
 * @param digest over model files, evidence, policy version, assumptions and the champion compared with; votes are bound to it
 * @param rulingSha256 of the ruling as canonical JSON: whoever judges the same case and evidence again gets the same
 * @param checks failures first, then inconclusive, then passed
 * @param wayOut verdicts and length of the list at other thresholds; absent where they cannot be told
 * @param logged figures of the run beside what the evidence gives; empty if it logged none, and on evaluations of early releases. They
 *     are no part of the ruling: what a run claims decides nothing
 */
public record Evaluation(
        UUID id,
        long number,
        String model,
        int version,
        PolicyRef policy,
        int assumptionsVersion,
        Evidence evidence,
        @Nullable Integer comparedWith,
        Instant at,
        String requestedBy,
        String digest,
        String rulingSha256,
        List<CheckResult> checks,
        @Nullable SafeBand wayOut,
        List<LoggedMetric> logged) {

    public Evaluation {
        checks = List.copyOf(checks);
        // Kept without them by releases that did not know of them.
        logged = logged == null ? List.of() : List.copyOf(logged);
    }

    /**
     * @param path of the prediction table among the run's artifacts
     * @param sha256 of its bytes
     * @param rows in it
     * @param testRows that were judged
     * @param snapshotAt when the population was taken, as the description says; empty if it does not
     */
    public record Evidence(String path, String sha256, long rows, long testRows, String snapshotAt) {}

    public Optional<CheckResult> check(CheckName name) {
        return checks.stream().filter(check -> check.check() == name).findFirst();
    }

    /** The performance figures, where that check could be answered. */
    public Optional<PerformanceFigures> performance() {
        return check(CheckName.PERFORMANCE).map(CheckResult::performance);
    }

    /** The value figures, where that check could be answered. */
    public Optional<ValueFigures> value() {
        return check(CheckName.VALUE).map(CheckResult::value);
    }

    /** What a month of acting on it is worth, where the check of value could be answered. */
    public Optional<MonthWorth> worthOfMonth() {
        return check(CheckName.VALUE).flatMap(CheckResult::worthOfMonth);
    }

    /** Of 100 customers who leave, how many it finds at the acting threshold. */
    public Optional<Figure> found() {
        return performance().map(PerformanceFigures::found);
    }

    /** Of 100 that it flags at the acting threshold, how many do leave. */
    public Optional<Figure> right() {
        return performance().map(PerformanceFigures::right);
    }

    /** What lists of many versions say of it. Without what one page alone shows: pairs of attributes, other thresholds, bands, and all groups but the one served worst. */
    Evaluation inBrief() {
        return new Evaluation(
                id,
                number,
                model,
                version,
                policy,
                assumptionsVersion,
                evidence,
                comparedWith,
                at,
                requestedBy,
                digest,
                rulingSha256,
                checks.stream().map(CheckResult::inBrief).toList(),
                null,
                logged);
    }
}
