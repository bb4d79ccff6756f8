package io.gatehouse.checks;

import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Sentence;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question.
 *
 * @param check the question
 * @param verdict the worst of its findings, by the rules of the policy
 * @param reasonCode of the finding that decided
 * @param headline the figure that a reader looks for first
 * @param sentence the answer in plain words
 * @param findings all that was looked at, worst first
 * @param segments for fairness: every group of every attribute, too small ones first, then by attribute and group
 * @param performance for performance
 * @param value for value
 * @param crossings for fairness: every pair of groups of two attributes, published whether or not it decides
 * @param month for value: what a month would net, and what that hangs on
 */
public record CheckResult(
        CheckName check,
        Verdict verdict,
        String reasonCode,
        @Nullable Figure headline,
        Sentence sentence,
        List<Finding> findings,
        List<SegmentFigures> segments,
        @Nullable PerformanceFigures performance,
        @Nullable ValueFigures value,
        List<SegmentFigures> crossings,
        @Nullable MonthFigures month) {

    /** Without what fairness and value alone have to tell. */
    public CheckResult(
            CheckName check,
            Verdict verdict,
            String reasonCode,
            @Nullable Figure headline,
            Sentence sentence,
            List<Finding> findings,
            List<SegmentFigures> segments,
            @Nullable PerformanceFigures performance,
            @Nullable ValueFigures value) {
        this(check, verdict, reasonCode, headline, sentence, findings, segments, performance, value, List.of(), null);
    }

    /** Of the amounts among its figures; absent where none was counted. */
    public @Nullable Currency currency() {
        return value == null ? null : value.net().currency();
    }

    public CheckResult {
        findings = List.copyOf(findings);
        segments = List.copyOf(segments);
        crossings = List.copyOf(crossings);
    }

    /** What a month of acting on the version is worth; empty where the check could not count it. */
    public Optional<MonthWorth> worthOfMonth() {
        return Optional.ofNullable(value).map(counted -> MonthWorth.of(counted, month));
    }

    /**
     * The group of whose leavers the smallest share is found beside its reference, as the sentence of the check means it: groups too small
     * to judge and those held to other rates are left out. Empty if no group is left.
     */
    public Optional<SegmentFigures> servedWorst() {
        return FairnessSentence.servedWorst(segments);
    }

    /** Verdict and main figures, for lists of many. */
    public CheckResult inBrief() {
        return new CheckResult(
                check,
                verdict,
                reasonCode,
                headline,
                sentence,
                check == CheckName.REPRODUCIBILITY ? findings : List.of(),
                servedWorst().stream().toList(),
                performance == null ? null : performance.inBrief(),
                value == null ? null : value.inBrief(),
                List.of(),
                month == null ? null : month.inBrief());
    }
}
