package io.gatehouse.checks;

import io.gatehouse.fairness.verdicts.Judgement;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the findings of one check; they are shown worst first, and the worst decides. */
final class Findings {
    static final List<Verdict> WORST_FIRST =
            List.of(Verdict.ERROR, Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.PASS, Verdict.NOT_APPLICABLE);

    private final List<Finding> all = new ArrayList<>();

    Findings add(Verdict verdict, String reasonCode, Sentence sentence) {
        all.add(new Finding(verdict, reasonCode, null, sentence));
        return this;
    }

    Findings add(Judgement judgement, Figure figure, Sentence sentence) {
        all.add(new Finding(judgement.verdict(), judgement.reason().name(), figure, sentence));
        return this;
    }

    Findings add(Finding finding) {
        all.add(finding);
        return this;
    }

    Verdict verdict() {
        return Verdict.ofAll(all.stream().map(Finding::verdict).toList());
    }

    /** The finding that decides; there is always one. */
    Finding deciding() {
        return worstFirst().getFirst();
    }

    List<Finding> worstFirst() {
        return all.stream()
                .sorted(Comparator.comparingInt(finding -> WORST_FIRST.indexOf(finding.verdict())))
                .toList();
    }

    static Figure figure(String name, Judgement judgement, Figure.Unit unit) {
        return new Figure(
                name,
                judgement.estimate(),
                judgement.interval().low(),
                judgement.interval().high(),
                judgement.rows(),
                judgement.threshold(),
                unit);
    }
}
