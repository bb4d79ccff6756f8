package io.gatehouse.promotion;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the evidence says in three sentences: promote or not, the reason that weighs most, and what would make this wrong. */
final class Recommendation {
    private Recommendation() {}

    /**
     * @param unmet the checks that stand in the way, worst first
     * @param overrides in force of this evaluation
     */
    static List<Sentence> of(Evaluation evaluation, List<CheckResult> unmet, List<CheckOverride> overrides) {
        List<Sentence> sentences = new ArrayList<>();
        if (unmet.isEmpty() && !overrides.isEmpty()) {
            return overridden(evaluation, overrides);
        }
        if (unmet.isEmpty()) {
            sentences.add(yes(evaluation));
            evaluation.check(CheckName.VALUE).map(CheckResult::sentence).ifPresent(sentences::add);
            sentences.add(Sentences.say("promotion.recommend.caveat"));
            return sentences;
        }
        CheckResult worst = unmet.getFirst();
        String check = worst.check().name().toLowerCase(Locale.ROOT);
        sentences.add(
                worst.verdict() == Verdict.FAIL
                        ? Sentences.say("promotion.recommend.no", "check", check)
                        : Sentences.say("promotion.recommend.not_yet", "check", check));
        sentences.add(worst.sentence());
        if (unmet.size() > 1) {
            sentences.add(Sentences.say("promotion.recommend.more", "others", unmet.size() - 1));
        }
        return sentences;
    }

    private static List<Sentence> overridden(Evaluation evaluation, List<CheckOverride> overrides) {
        CheckOverride first = overrides.stream()
                .min(Comparator.comparing(CheckOverride::until))
                .orElseThrow();
        Sentence accepted = Sentences.say(
                "promotion.recommend.overridden",
                "passed",
                evaluation.checks().stream()
                        .filter(check -> check.verdict() == Verdict.PASS)
                        .count(),
                "checks",
                evaluation.checks().size(),
                "policy",
                evaluation.policy().name() + " v" + evaluation.policy().version(),
                "day",
                Written.day(first.lastDay()),
                "unmet",
                Written.list(
                        overrides.stream().map(each -> Words.of(each.check())).toList()));
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(accepted);
        evaluation.check(first.check()).map(CheckResult::sentence).ifPresent(sentences::add);
        sentences.add(Sentences.say("promotion.recommend.control", "control", first.control()));
        return sentences;
    }

    private static Sentence yes(Evaluation evaluation) {
        String policy = evaluation.policy().name() + " v" + evaluation.policy().version();
        List<CheckResult> passed = evaluation.checks().stream()
                .filter(check -> check.verdict() == Verdict.PASS)
                .toList();
        int excused = evaluation.checks().size() - passed.size();
        return excused == 0
                ? Sentences.say("promotion.recommend.yes", "checks", passed.size(), "policy", policy)
                : Sentences.say(
                        excused == 1 ? "promotion.recommend.yes_excused" : "promotion.recommend.yes_excused.several",
                        "checks",
                        passed.size(),
                        "policy",
                        policy,
                        "excused",
                        excused);
    }
}
