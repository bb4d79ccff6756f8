package io.gatehouse.checks;

import java.util.Comparator;
import java.util.List;

/** All checks of a policy, in one place: whoever judges, in the portal or on a laptop without one, asks the same questions. */
public final class Checks {
    private static final List<Check> ALL =
            List.of(new PerformanceCheck(), new FairnessCheck(), new ValueCheck(), new ReproducibilityCheck());

    private Checks() {}

    /** The answers, failures first, then inconclusive, then passed. */
    public static List<CheckResult> answer(Judged judged) {
        return ALL.stream()
                .map(check -> check.answer(judged))
                .sorted(Comparator.comparingInt(result -> Findings.WORST_FIRST.indexOf(result.verdict())))
                .toList();
    }
}
