package io.gatehouse.fairness.value;

/**
 * What subscribers are worth by the challenger's score, in two parts, by what the champion does with a row at its own fixed threshold. The
 * counterpart of {@link ChallengerHistograms} where each subscriber has a value of their own.
 *
 * @param championFlags rows that the champion flags
 * @param championLeaves rows that it does not
 */
public record ChallengerValues(ValueHistogram championFlags, ValueHistogram championLeaves) {

    /**
     * Who flags what where the challenger acts at {@code percent}/100.
     *
     * @throws IllegalArgumentException if the percent is not in 1..99
     */
    public PairedValueCells at(int percent) {
        ValueCells flagged = championFlags.at(percent);
        ValueCells left = championLeaves.at(percent);
        return new PairedValueCells(
                new PairedValueCells.Cells(
                        flagged.truePositives(), left.truePositives(), flagged.falseNegatives(), left.falseNegatives()),
                new PairedValueCells.Cells(
                        flagged.falsePositives(),
                        left.falsePositives(),
                        flagged.trueNegatives(),
                        left.trueNegatives()));
    }
}
