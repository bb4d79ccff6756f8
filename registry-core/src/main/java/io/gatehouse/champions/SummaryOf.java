package io.gatehouse.champions;

import io.gatehouse.champions.ChampionSummary.Before;
import io.gatehouse.champions.ChampionSummary.Fairness;
import io.gatehouse.champions.ChampionSummary.MoneyRange;
import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.MonthWorth;
import io.gatehouse.checks.PerformanceFigures;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.money.Money;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.policy.UnderReview;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the summary of a model of what is known of its champion. */
final class SummaryOf {
    private SummaryOf() {}

    /**
     * @param tenures newest first, with the evaluations that were decided on
     * @param newest evaluations of the champion, one for each use, the newest first
     * @param reviews versions of any model that newer policies or value assumptions would not let pass
     * @param overrides of any request that ever were in force
     * @param live how the champion does in use; absent if nothing was taken in
     */
    static ChampionSummary model(
            ModelFacts model,
            List<TenureFacts> tenures,
            List<Evaluation> newest,
            List<UnderReview> reviews,
            List<CheckOverride> overrides,
            @Nullable LiveFigures live,
            Instant now) {
        Integer version = model.champion();
        if (version == null) {
            return nobody(model);
        }
        Optional<TenureFacts> tenure = inUse(tenures);
        Evaluation promoted = tenure.flatMap(TenureFacts::judged).orElse(null);
        Evaluation judged = judged(tenures, newest).orElse(null);
        Long request = tenure.map(TenureFacts::requestNumber).orElse(null);
        ClaimedFigure claimed = judged == null ? null : ClaimedFigure.of(judged, live);
        HealthOf health = HealthOf.champion(version, promoted, judged, now)
                .inUse(version, claimed)
                .overridden(
                        overrides.stream()
                                .filter(each -> request != null && each.request() == request)
                                .toList(),
                        judged,
                        now)
                .under(reviews.stream()
                        .filter(review -> concerns(review, model, version, judged))
                        .findFirst());
        Optional<Evaluation> figures = Optional.ofNullable(judged);
        return new ChampionSummary(
                model.name(),
                model.purpose(),
                version,
                health.health(),
                health.verdict(),
                tenure.map(TenureFacts::from).orElse(null),
                tenure.map(TenureFacts::requestedBy).orElse(""),
                tenure.map(TenureFacts::approvedBy).orElse(List.of()),
                tenure.map(TenureFacts::requestNumber).orElse(null),
                tenure.map(TenureFacts::policy).orElse(""),
                figures.flatMap(Evaluation::found).orElse(null),
                figures.flatMap(Evaluation::right).orElse(null),
                figures.flatMap(Evaluation::performance)
                        .map(PerformanceFigures::testAuc)
                        .orElse(null),
                claimed,
                figures.flatMap(Evaluation::value)
                        .flatMap(value ->
                                figures.flatMap(Evaluation::worthOfMonth).flatMap(month -> range(month, value)))
                        .orElse(null),
                Optional.ofNullable(promoted)
                        .flatMap(each -> each.check(CheckName.FAIRNESS))
                        .map(SummaryOf::fairness)
                        .orElse(null),
                figures.map(each -> each.evidence().snapshotAt()).orElse(""),
                figures.map(Evaluation::at).orElse(null),
                tenure.flatMap(holder -> before(holder, tenures)).orElse(null),
                model.openRequests(),
                model.candidates());
    }

    private static Optional<TenureFacts> inUse(List<TenureFacts> tenures) {
        return tenures.stream().filter(each -> each.to() == null).findFirst();
    }

    /** The evaluation that figures of the champion come from: its newest for the use that it was approved for. */
    static Optional<Evaluation> judged(List<TenureFacts> tenures, List<Evaluation> newest) {
        Evaluation promoted = inUse(tenures).flatMap(TenureFacts::judged).orElse(null);
        return sameUse(promoted, newest).or(() -> Optional.ofNullable(promoted));
    }

    /** Once the version was judged by what is newer, that says how it does. */
    private static boolean concerns(UnderReview review, ModelFacts model, int version, @Nullable Evaluation judged) {
        if (!review.modelId().equals(model.id()) || review.version() != version) {
            return false;
        }
        return judged == null
                || (review.policy() == null
                                ? judged.assumptionsVersion()
                                : judged.policy().version())
                        < review.newer();
    }

    private static ChampionSummary nobody(ModelFacts model) {
        HealthOf health = HealthOf.nobody(model);
        return new ChampionSummary(
                model.name(),
                model.purpose(),
                null,
                health.health(),
                health.verdict(),
                null,
                "",
                List.of(),
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                null,
                null,
                model.openRequests(),
                model.candidates());
    }

    /** An evaluation for a stricter use says nothing about the use that the champion was approved for. */
    private static Optional<Evaluation> sameUse(@Nullable Evaluation promoted, List<Evaluation> newest) {
        return newest.stream()
                .filter(each -> promoted == null
                        || each.policy().use() == promoted.policy().use())
                .findFirst();
    }

    private static Optional<MoneyRange> range(MonthWorth month, ValueFigures value) {
        Money low = month.low();
        Money likely = month.likely();
        Money high = month.high();
        return low == null || likely == null || high == null
                ? Optional.empty()
                : Optional.of(new MoneyRange(
                        low,
                        likely,
                        high,
                        value.assumptions().customersPerMonth(),
                        (double) value.contacted() / value.customers()));
    }

    private static Fairness fairness(CheckResult check) {
        Optional<SegmentFigures> worst = check.servedWorst();
        return new Fairness(
                check.verdict(),
                check.sentence(),
                worst.map(SegmentFigures::attribute).orElse(""),
                worst.map(SegmentFigures::group).orElse(""),
                worst.map(SegmentFigures::ratio).map(Figure::estimate).orElse(null),
                worst.filter(SummaryOf::byItsRatio)
                        .map(SegmentFigures::ratio)
                        .map(Figure::threshold)
                        .orElse(null),
                worst.map(SegmentFigures::verdict).orElse(null));
    }

    /** Whether the lowest ratio that is allowed explains the verdict; a gap in points and a group served too well have other limits. */
    private static boolean byItsRatio(SegmentFigures group) {
        return group.verdict() != Verdict.FAIL || group.reasonCode().equals(ReasonCode.RATIO_OUTSIDE.name());
    }

    private static Optional<Before> before(TenureFacts now, List<TenureFacts> tenures) {
        return tenures.stream()
                .filter(each -> each.to() != null && each.version() != now.version())
                .findFirst()
                .map(each -> new Before(
                        each.version(),
                        Objects.requireNonNull(each.to()),
                        AgainstEarlier.sentence(now.version(), now.promoted(), each.version(), each.promoted())));
    }
}
