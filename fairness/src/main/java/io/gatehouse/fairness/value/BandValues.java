package io.gatehouse.fairness.value;

/**
 * What the subscribers of one band of scores are worth, each by a value of their own.
 *
 * @param positives leavers who have a value
 * @param negatives stayers who have one
 */
public record BandValues(ValueMoments positives, ValueMoments negatives) {

    /** Nobody. */
    public static final BandValues NONE = new BandValues(ValueMoments.NONE, ValueMoments.NONE);

    /** The subscribers of two disjoint bands taken together. */
    public BandValues plus(BandValues other) {
        return new BandValues(positives.plus(other.positives), negatives.plus(other.negatives));
    }

    /** As they count where the whole band is contacted. */
    public ValueCells contacted() {
        return new ValueCells(positives, negatives, ValueMoments.NONE, ValueMoments.NONE);
    }
}
