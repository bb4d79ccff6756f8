package io.gatehouse.checks;

import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.value.BandValues;
import io.gatehouse.fairness.value.ChallengerValues;
import io.gatehouse.fairness.value.PairedValueCells;
import io.gatehouse.fairness.value.ValueCells;
import io.gatehouse.fairness.value.ValueMoments;
import io.gatehouse.fairness.value.WeightedPairedCells;
import io.gatehouse.fairness.value.WeightedValueCells;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.scoring.WeightedStatistics;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The customers of the evidence by what a version does with them, with what they are worth: values of their own over the months that they
 * are kept, where the evidence has them and the assumptions say for how many, the assumed value otherwise.
 *
 * @param ownValues whether they count with values of their own
 * @param paired beside the champion's decisions; absent without a baseline, or without values of their own
 * @param weighted the same by weight; absent where the evidence has no weights
 */
record CustomerCells(
        ValueCells cells,
        boolean ownValues,
        @Nullable PairedValueCells paired,
        @Nullable Weighted weighted) {

    /** @param paired absent without a baseline */
    record Weighted(WeightedValueCells cells, @Nullable WeightedPairedCells paired) {}

    static CustomerCells of(Judged judged) {
        ValueAssumptions assumptions = judged.assumptions();
        EvidenceStatistics.Values values = judged.statistics().values();
        Integer months = assumptions.monthsKept();
        WeightedStatistics weights = judged.statistics().weights();
        if (values == null || months == null) {
            ConfusionCounts counts = judged.statistics().test().counts();
            return new CustomerCells(
                    ValueCells.flat(counts, assumptions.customerValue().amount().doubleValue()),
                    false,
                    null,
                    weights == null ? null : flat(weights, assumptions));
        }
        BigDecimal kept = BigDecimal.valueOf(months);
        PairedValueCells paired = values.paired();
        return new CustomerCells(
                over(values.cells(), kept),
                true,
                paired == null ? null : over(paired, kept),
                weights == null ? null : over(Objects.requireNonNull(weights.values()), kept));
    }

    /**
     * With values of their own, where the version acts at another threshold and the champion at its own still.
     *
     * @param percent the threshold, 1..99
     * @return absent where customers count with the assumed value, or by weights, by which values of their own are not known by threshold
     */
    static @Nullable CustomerCells ownAt(Judged judged, int percent) {
        EvidenceStatistics.Values values = judged.statistics().values();
        Integer months = judged.assumptions().monthsKept();
        if (values == null || months == null || judged.statistics().weights() != null) {
            return null;
        }
        BigDecimal kept = BigDecimal.valueOf(months);
        ChallengerValues paired = values.pairedByScore();
        return new CustomerCells(
                over(values.byScore().at(percent), kept),
                true,
                paired == null ? null : over(paired.at(percent), kept),
                null);
    }

    /** Absent where customers count with the assumed value. By tenths of the rows, not of their weights. */
    static @Nullable List<BandValues> byDecile(EvidenceStatistics statistics, ValueAssumptions assumptions) {
        EvidenceStatistics.Values values = statistics.values();
        Integer months = assumptions.monthsKept();
        if (values == null || months == null) {
            return null;
        }
        BigDecimal kept = BigDecimal.valueOf(months);
        return values.deciles().stream()
                .map(band -> new BandValues(over(band.positives(), kept), over(band.negatives(), kept)))
                .toList();
    }

    private static Weighted flat(WeightedStatistics weights, ValueAssumptions assumptions) {
        double each = assumptions.customerValue().amount().doubleValue();
        WeightedStatistics.Pairs pairs = weights.pairs();
        return new Weighted(
                WeightedValueCells.flat(weights.test().all().counts(), each),
                pairs == null ? null : pairs.decisions().flat(each));
    }

    private static Weighted over(WeightedStatistics.Values month, BigDecimal months) {
        WeightedPairedCells paired = month.paired();
        return new Weighted(month.cells().times(months), paired == null ? null : paired.times(months));
    }

    private static ValueCells over(ValueCells month, BigDecimal months) {
        return new ValueCells(
                over(month.truePositives(), months),
                over(month.falsePositives(), months),
                over(month.falseNegatives(), months),
                over(month.trueNegatives(), months));
    }

    private static PairedValueCells over(PairedValueCells month, BigDecimal months) {
        return new PairedValueCells(over(month.positives(), months), over(month.negatives(), months));
    }

    private static PairedValueCells.Cells over(PairedValueCells.Cells month, BigDecimal months) {
        return new PairedValueCells.Cells(
                over(month.both(), months),
                over(month.onlyChallenger(), months),
                over(month.onlyChampion(), months),
                over(month.neither(), months));
    }

    private static ValueMoments over(ValueMoments month, BigDecimal months) {
        return month.affine(months, BigDecimal.ZERO);
    }
}
