package io.gatehouse.scoring;

import io.gatehouse.fairness.value.ChallengerValues;
import io.gatehouse.fairness.value.PairedValueCells;
import io.gatehouse.fairness.value.ValueCells;

/** Adds up what rows are worth: by label and decision, by label and score, and by decile. */
final class ValueTally {

    private final LoadedRows rows;
    private final double threshold;
    private final DecileValues deciles;
    private final ValueSums[] single = ValueSums.several(4);
    private final ValueSums[] paired = ValueSums.several(8);
    private final BinnedValues byScore = new BinnedValues();
    private final BinnedValues ofChampionsList = new BinnedValues();
    private final BinnedValues ofOthers = new BinnedValues();
    private long withoutValue;

    /** @param deciles still without the rows whose score a cut does not divide */
    ValueTally(LoadedRows rows, double threshold, DecileValues deciles) {
        this.rows = rows;
        this.threshold = threshold;
        this.deciles = deciles;
    }

    EvidenceStatistics.Values count() {
        for (int row = 0; row < rows.size(); row++) {
            double value = rows.value(row);
            if (FixedPoint.countsAsValue(value)) {
                add(row, FixedPoint.value(value));
            } else {
                withoutValue++;
            }
        }
        boolean withPairs = rows.hasChampions();
        return new EvidenceStatistics.Values(
                new ValueCells(single[0].moments(), single[1].moments(), single[2].moments(), single[3].moments()),
                withoutValue,
                withPairs ? new PairedValueCells(pairedCells(0), pairedCells(1)) : null,
                byScore.histogram(),
                withPairs ? new ChallengerValues(ofChampionsList.histogram(), ofOthers.histogram()) : null,
                deciles.bands());
    }

    private void add(int row, long units) {
        double score = rows.score(row);
        boolean positive = rows.positive(row);
        boolean flagged = score >= threshold;
        int label = positive ? 0 : 1;
        int bin = ScoreRun.bin(score);
        single[(flagged ? 0 : 2) + label].add(units);
        byScore.add(positive, bin, units);
        deciles.add(score, positive, units);
        if (rows.paired(row)) {
            boolean championFlagged = rows.champion(row) >= threshold;
            paired[label * 4 + (flagged ? 0 : 2) + (championFlagged ? 0 : 1)].add(units);
            (championFlagged ? ofChampionsList : ofOthers).add(positive, bin, units);
        }
    }

    private PairedValueCells.Cells pairedCells(int label) {
        int base = label * 4;
        return new PairedValueCells.Cells(
                paired[base].moments(),
                paired[base + 1].moments(),
                paired[base + 2].moments(),
                paired[base + 3].moments());
    }
}
