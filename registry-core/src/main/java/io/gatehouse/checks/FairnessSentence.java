package io.gatehouse.checks;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.sentences.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answer of the fairness check in one sentence: who is served worst, or for whom it fails or stays open. */
final class FairnessSentence {
    private static final String LEAVERS_FOUND = "true_positive_rate";

    private final PolicyDocument.Fairness asked;
    private final List<SegmentFigures> groups;

    private FairnessSentence(PolicyDocument.Fairness asked, List<SegmentFigures> groups) {
        this.asked = asked;
        this.groups = groups;
    }

    /** @param groups that decide, pairs included */
    static Sentence of(PairsOfAttributes judgement, PolicyDocument.Fairness asked, List<SegmentFigures> groups) {
        FairnessSentence sentence = new FairnessSentence(asked, groups);
        Verdict verdict = judgement.verdict();
        if (verdict == Verdict.PASS) {
            return sentence.pass();
        }
        List<SegmentFigures> decisive = sentence.farthest(verdict);
        if (decisive.isEmpty() || verdict == Verdict.NOT_APPLICABLE) {
            return judgement.singles().segments().stream()
                    .filter(segment -> segment.verdict() == verdict)
                    .findFirst()
                    .map(segment -> FairnessCheck.finding(segment).sentence())
                    .orElseThrow(() -> new IllegalStateException("No group has the verdict " + verdict));
        }
        return unmet(verdict, decisive);
    }

    private Sentence pass() {
        Optional<SegmentFigures> least = servedWorst(groups);
        if (least.isEmpty()) {
            return say(
                    "fairness.pass.rates",
                    "attributes",
                    FairnessCheck.words(asked.attributes()),
                    "first",
                    farthest(Verdict.PASS).getFirst().sentence().english());
        }
        SegmentFigures worst = least.get();
        return ratio(worst) <= 1 ? pass("fairness.pass", worst, worst) : passReference(worst);
    }

    /** Where every group is served better than what it is compared with, it is a reference group that is served worst. */
    private Sentence passReference(SegmentFigures least) {
        SegmentFigures most = comparable(groups)
                .max(Comparator.comparingDouble(FairnessSentence::ratio))
                .orElse(least);
        return pass("fairness.pass.reference", most, reference(most).orElse(most));
    }

    private Sentence pass(String code, SegmentFigures compared, SegmentFigures worst) {
        return say(
                code,
                "attributes",
                FairnessCheck.words(asked.attributes()),
                "group",
                compared.group(),
                "attribute",
                FairnessCheck.words(compared.attribute()),
                "rate",
                100 * value(worst.truePositiveRate()),
                "ratio",
                ratio(compared),
                "reference",
                reference(compared).map(SegmentFigures::group).orElse("the others"),
                "tolerance",
                asked.tolerance(),
                "inverse",
                1 / asked.tolerance());
    }

    private static Sentence unmet(Verdict verdict, List<SegmentFigures> decisive) {
        String named = decisive.stream()
                .map(group -> group.group() + " (" + FairnessCheck.words(group.attribute()) + ")")
                .distinct()
                .collect(Collectors.joining(", "));
        // Of other rates, and of a group that is found too often, nobody can say that too few leavers are found there.
        boolean leavers = decisive.stream()
                .allMatch(group ->
                        isAboutLeaversFound(group) && !group.reasonCode().equals(ReasonCode.REVERSE_DISPARITY.name()));
        return say(
                (verdict == Verdict.FAIL ? "fairness.fail" : "fairness.inconclusive") + (leavers ? "" : ".rates"),
                "groups",
                named,
                "first",
                decisive.getFirst().sentence().english());
    }

    /** Of whose leavers the smallest share is found beside their reference; empty where the policy asks for other rates alone. */
    static Optional<SegmentFigures> servedWorst(List<SegmentFigures> groups) {
        return comparable(groups).min(Comparator.comparingDouble(FairnessSentence::ratio));
    }

    /** The groups with a verdict, the one farthest from parity first. */
    private List<SegmentFigures> farthest(Verdict verdict) {
        return groups.stream()
                .filter(group -> group.verdict() == verdict)
                .sorted(Comparator.comparingDouble(FairnessSentence::distance).reversed())
                .toList();
    }

    /** From a ratio of 1, either way; nothing is nearer than a ratio that cannot be told. */
    static double distance(SegmentFigures group) {
        double distance = Math.abs(Math.log(ratio(group)));
        return Double.isNaN(distance) ? -1 : distance;
    }

    private static boolean isAboutLeaversFound(SegmentFigures group) {
        Figure ratio = group.ratio();
        return ratio != null && ratio.name().startsWith(LEAVERS_FOUND);
    }

    private static Stream<SegmentFigures> comparable(List<SegmentFigures> groups) {
        return groups.stream()
                .filter(FairnessSentence::isAboutLeaversFound)
                .filter(FairnessCheck::notSmall)
                .filter(group -> !Double.isNaN(ratio(group)));
    }

    private Optional<SegmentFigures> reference(SegmentFigures compared) {
        return groups.stream()
                .filter(group -> group.reference() && group.attribute().equals(compared.attribute()))
                .findFirst();
    }

    private static double ratio(SegmentFigures group) {
        return group.ratio() == null ? Double.NaN : value(group.ratio());
    }

    private static double value(Figure figure) {
        return figure.estimate() == null ? Double.NaN : figure.estimate();
    }
}
