package io.gatehouse.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Language;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One group of one attribute, at the acting threshold. Rates are 0..1, NaN where the denominator is 0.
 *
 * @param attribute such as {@code age_band}
 * @param group such as {@code 18-24}
 * @param reference whether the other groups are compared with this one
 * @param counts the four cells
 * @param truePositiveRate of 100 leavers, how many it finds, with its 95 % Wilson interval
 * @param ratio of that rate to the reference group's, with its 90 % Koopman interval; absent for the reference itself
 * @param difference of the rates, with its 90 % Newcombe interval; absent for the reference itself
 * @param falsePositiveRate of 100 stayers, how many it flags
 * @param precision of 100 flagged, how many do leave
 * @param selectionRate flagged of all
 * @param baseRate leavers of all
 * @param verdict of the group; the reference is NOT_APPLICABLE
 * @param reasonCode stable code
 * @param neededCustomers members that the group would have where a verdict is likely (80 % power); only where inconclusive and within
 *     reach
 * @param sentence in plain words
 * @param effectiveN how many members of equal weight tell as much; absent where every row counts once. Rates are weighted then, counts are
 *     rows all the same
 */
public record SegmentFigures(
        String attribute,
        String group,
        boolean reference,
        ConfusionCounts counts,
        Figure truePositiveRate,
        @Nullable Figure ratio,
        @Nullable Figure difference,
        double falsePositiveRate,
        double precision,
        double selectionRate,
        double baseRate,
        Verdict verdict,
        String reasonCode,
        @Nullable Long neededCustomers,
        Sentence sentence,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double effectiveN) {
    private static final Set<String> TOO_FEW = Set.of("SMALL_GROUP", "INTERSECTION_TOO_SMALL");

    /** Failed, undecided, passed, each with the lowest ratio first; then those too few to judge, then the references. */
    public static final Comparator<SegmentFigures> WORST_FIRST = Comparator.comparingInt(SegmentFigures::place)
            .thenComparingDouble(SegmentFigures::ratioOrNone)
            .thenComparing(SegmentFigures::attribute)
            .thenComparing(SegmentFigures::group);

    /** Of members that count once each. */
    public SegmentFigures(
            String attribute,
            String group,
            boolean reference,
            ConfusionCounts counts,
            Figure truePositiveRate,
            @Nullable Figure ratio,
            @Nullable Figure difference,
            double falsePositiveRate,
            double precision,
            double selectionRate,
            double baseRate,
            Verdict verdict,
            String reasonCode,
            @Nullable Long neededCustomers,
            Sentence sentence) {
        this(
                attribute,
                group,
                reference,
                counts,
                truePositiveRate,
                ratio,
                difference,
                falsePositiveRate,
                precision,
                selectionRate,
                baseRate,
                verdict,
                reasonCode,
                neededCustomers,
                sentence,
                null);
    }

    /** Why a group has no verdict of its own. */
    public enum Unjudged {
        REFERENCE,
        TOO_FEW
    }

    /** Why the group has no verdict of its own; empty if it has one. */
    public Optional<Unjudged> unjudged() {
        if (reference) {
            return Optional.of(Unjudged.REFERENCE);
        }
        return tooFew() ? Optional.of(Unjudged.TOO_FEW) : Optional.empty();
    }

    /** The verdict as people read it, the same on screens, on model cards and in workbooks. */
    public String verdictInWords(Language language) {
        return unjudged().map(why -> Words.of(why, language)).orElseGet(() -> Words.of(verdict, language));
    }

    /** Whether the group has too few members for any verdict, or none of those whom the rate is about. */
    public boolean tooFew() {
        return TOO_FEW.contains(reasonCode) || (reasonCode.equals("ZERO_DENOMINATOR") && noneCounts());
    }

    /** Otherwise it is the reference that has none, and the group itself might have a verdict. */
    private boolean noneCounts() {
        return ratio != null && ratio.n() != null && ratio.n() == 0;
    }

    private int place() {
        if (reference || tooFew()) {
            return reference ? 4 : 3;
        }
        return switch (verdict) {
            case FAIL, ERROR -> 0;
            case INCONCLUSIVE -> 1;
            case PASS, NOT_APPLICABLE -> 2;
        };
    }

    private double ratioOrNone() {
        return ratio == null || ratio.estimate() == null ? Double.MAX_VALUE : ratio.estimate();
    }
}
