package io.gatehouse.checks;

import io.gatehouse.fairness.verdicts.Judgement;

/** How a challenger stands beside the champion, as the ends of sentence codes. */
final class Beside {
    private Beside() {}

    static String words(Judgement judgement) {
        return switch (judgement.reason()) {
            case SUPERIOR -> "superior";
            case NON_INFERIOR -> "as_good";
            case INFERIOR -> "inferior";
            case TOO_FEW_ROWS -> "few";
            default -> "unclear";
        };
    }
}
