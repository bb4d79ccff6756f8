package io.gatehouse.checks;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.scoring.EvidenceDescription;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Objects;

/** Puts the questions of a policy to the evidence of a case: a pure function. */
public final class Judge {
    private static final double MOST_UNPAIRED = 0.005;
    private static final int SEED_DIGITS = 16;

    private Judge() {}

    /** @param description of the evidence's columns @param statistics of its rows, counted at the policy's acting threshold */
    public static Ruling rule(Case of, EvidenceDescription description, EvidenceStatistics statistics) {
        Judged judged = new Judged(
                of.policy(),
                of.assumptions(),
                statistics,
                baseline(of, description, statistics),
                description.reference(),
                of.record(),
                of.origin(),
                of.testSet());
        long seed = seed(statistics.sha256());
        List<CheckResult> checks = Checks.answer(judged);
        Verdict performance = checks.stream()
                .filter(check -> check.check() == CheckName.PERFORMANCE)
                .findFirst()
                .map(CheckResult::verdict)
                .orElse(Verdict.ERROR);
        return new Ruling(of, statistics.sha256(), seed, checks, WayOut.of(judged, performance));
    }

    /** Of everything that is drawn at random for evidence with this digest, so that nobody chooses it. */
    public static long seed(String evidenceSha256) {
        return Long.parseUnsignedLong(evidenceSha256.substring(0, SEED_DIGITS), 16);
    }

    private static Judged.Baseline baseline(Case of, EvidenceDescription description, EvidenceStatistics statistics) {
        Integer champion = of.champion();
        if (champion == null) {
            return new Judged.Baseline.Nobody();
        }
        EvidenceStatistics.Pairs pairs = statistics.pairs();
        EvidenceDescription.Baseline named = description.baseline();
        if (pairs == null || named == null) {
            return unusable(of, "comparison.baseline.absent");
        }
        if (!champion.toString().equals(named.version())) {
            return unusable(
                    of, "comparison.baseline.other", "named", Objects.requireNonNullElse(named.version(), "unknown"));
        }
        long rows = statistics.test().rows();
        return pairs.unpaired() > MOST_UNPAIRED * rows
                ? unusable(of, "comparison.baseline.partial", "missing", pairs.unpaired(), "rows", rows)
                : new Judged.Baseline.Champion(champion, pairs);
    }

    private static Judged.Baseline unusable(Case of, String code, Object... more) {
        Object[] parameters = new Object[more.length + 6];
        System.arraycopy(more, 0, parameters, 6, more.length);
        parameters[0] = "champion";
        parameters[1] = Objects.requireNonNull(of.champion());
        parameters[2] = "model";
        parameters[3] = of.model();
        parameters[4] = "alias";
        parameters[5] = of.alias();
        Sentence sentence = say(code, parameters);
        return new Judged.Baseline.Unusable(sentence);
    }
}
