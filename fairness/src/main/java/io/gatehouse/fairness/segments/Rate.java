package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.intervals.Proportion;

/**
 * A rate of a group, as so many of so many out of its {@link ConfusionCounts}. Parity between two groups is a ratio of 1 or a difference
 * of 0. A rate whose denominator is 0 is NaN; scikit-learn and fairlearn answer 0 there.
 */
public enum Rate {
    /** (TP+FP)/n. fairlearn {@code selection_rate}; Aequitas {@code pprev}. */
    SELECTION_RATE(Side.LOW) {
        @Override
        public Proportion of(ConfusionCounts counts) {
            return new Proportion(counts.flagged(), counts.total());
        }
    },
    /** TP/(TP+FN), recall: of those who leave, how many are found. fairlearn {@code true_positive_rate}. */
    TRUE_POSITIVE_RATE(Side.LOW) {
        @Override
        public Proportion of(ConfusionCounts counts) {
            return new Proportion(counts.truePositives(), counts.positives());
        }
    },
    /** FN/(TP+FN): of those who leave, how many are missed. fairlearn {@code false_negative_rate}. */
    FALSE_NEGATIVE_RATE(Side.HIGH) {
        @Override
        public Proportion of(ConfusionCounts counts) {
            return new Proportion(counts.falseNegatives(), counts.positives());
        }
    },
    /** FP/(FP+TN): of those who stay, how many are flagged. fairlearn {@code false_positive_rate}. */
    FALSE_POSITIVE_RATE(Side.HIGH) {
        @Override
        public Proportion of(ConfusionCounts counts) {
            return new Proportion(counts.falsePositives(), counts.negatives());
        }
    },
    /** TN/(FP+TN): of those who stay, how many are left alone. fairlearn {@code true_negative_rate}. */
    TRUE_NEGATIVE_RATE(Side.LOW) {
        @Override
        public Proportion of(ConfusionCounts counts) {
            return new Proportion(counts.trueNegatives(), counts.negatives());
        }
    },
    /** TP/(TP+FP), positive predictive value: of those flagged, how many leave. scikit-learn {@code precision_score}. */
    PRECISION(Side.LOW) {
        @Override
        public Proportion of(ConfusionCounts counts) {
            return new Proportion(counts.truePositives(), counts.flagged());
        }
    },
    /** FP/(TP+FP): of those flagged, how many stay. Aequitas {@code fdr}. */
    FALSE_DISCOVERY_RATE(Side.HIGH) {
        @Override
        public Proportion of(ConfusionCounts counts) {
            return new Proportion(counts.falsePositives(), counts.flagged());
        }
    },
    /** TN/(TN+FN): of those not flagged, how many stay. Aequitas {@code npv}. */
    NEGATIVE_PREDICTIVE_VALUE(Side.LOW) {
        @Override
        public Proportion of(ConfusionCounts counts) {
            return new Proportion(counts.trueNegatives(), counts.total() - counts.flagged());
        }
    },
    /** FN/(TN+FN): of those not flagged, how many leave. Aequitas {@code for}. */
    FALSE_OMISSION_RATE(Side.HIGH) {
        @Override
        public Proportion of(ConfusionCounts counts) {
            return new Proportion(counts.falseNegatives(), counts.total() - counts.flagged());
        }
    },
    /** (TP+TN)/n. scikit-learn {@code accuracy_score}. */
    ACCURACY(Side.LOW) {
        @Override
        public Proportion of(ConfusionCounts counts) {
            return new Proportion(counts.truePositives() + counts.trueNegatives(), counts.total());
        }
    },
    /** (TP+FN)/n: how many leave, whatever the model says. Shown beside the others; it says nothing about the model. */
    BASE_RATE(Side.HIGH) {
        @Override
        public Proportion of(ConfusionCounts counts) {
            return new Proportion(counts.positives(), counts.total());
        }
    };

    /** Which side of parity is the worse one for the group, where being flagged is to its benefit, as with an offer to stay. */
    enum Side {
        LOW,
        HIGH
    }

    private final Side disadvantage;

    Rate(Side disadvantage) {
        this.disadvantage = disadvantage;
    }

    /** Numerator and denominator of this rate among the counts. */
    public abstract Proportion of(ConfusionCounts counts);

    Side disadvantage() {
        return disadvantage;
    }
}
