package io.gatehouse.scoring;

import java.util.Comparator;
import java.util.List;

/** Chooses, among the contributions to a high score, those worth telling. */
public final class Reasons {

    /** More than four reasons are unlikely to help the reader (official comment 9(b)(2)-1 to Regulation B). */
    public static final int MOST = 4;

    private static final double LEAST_LOG_ODDS = 0.05;
    private static final double LEAST_SHARE = 0.05;

    private static final Comparator<Contribution> STRONGEST_FIRST =
            Comparator.comparingDouble(Contribution::logOdds).reversed().thenComparing(Contribution::feature);

    private final ReasonPhrases phrases;

    public Reasons(ReasonPhrases phrases) {
        this.phrases = phrases;
    }

    /**
     * At most {@link #MOST} reasons, strongest first, ties by name. Only what raises the score counts; what adds less than 0.05 to the
     * log-odds, or less than 5 % of all that was added and taken away, is left out, and so are protected attributes.
     *
     * @param contributions of all features, the bias left out
     */
    public List<Reason> top(List<Contribution> contributions) {
        double moved = contributions.stream()
                .mapToDouble(contribution -> Math.abs(contribution.logOdds()))
                .sum();
        return contributions.stream()
                .filter(contribution -> contribution.logOdds() >= LEAST_LOG_ODDS
                        && contribution.logOdds() >= LEAST_SHARE * moved
                        && !phrases.isProtected(contribution.feature()))
                .sorted(STRONGEST_FIRST)
                .limit(MOST)
                .map(phrases::reason)
                .toList();
    }
}
