package io.gatehouse.checks;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.FairnessGate;
import io.gatehouse.fairness.segments.IntersectionCounts;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.segments.SegmentCounts;
import io.gatehouse.fairness.segments.SegmentJudgement;
import io.gatehouse.fairness.segments.SmallGroups;
import io.gatehouse.fairness.segments.ToleranceRule;
import io.gatehouse.fairness.segments.WeightedCounts;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.scoring.WeightedStatistics;
import io.gatehouse.sentences.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Does it find leavers equally well in every segment, at the score where somebody is contacted? */
final class FairnessCheck implements Check {
    @Override
    public CheckResult answer(Judged judged) {
        PolicyDocument.Fairness asked = judged.policy().fairness();
        Map<String, SegmentCounts> present = judged.statistics().segments().stream()
                .collect(Collectors.toMap(SegmentCounts::attribute, segment -> segment));
        if (present.isEmpty()) {
            return unanswered("NO_SEGMENTS", say("fairness.no_segments", "attributes", words(asked.attributes())));
        }
        Optional<String> absent = asked.attributes().stream()
                .map(PolicyDocument.Attribute::column)
                .filter(column -> !present.containsKey(column))
                .findFirst();
        if (absent.isPresent()) {
            return unanswered("SEGMENT_MISSING", say("fairness.attribute.absent", "attribute", absent.get()));
        }
        PairsOfAttributes judgement = PairsOfAttributes.judged(
                gate(asked, judged.references()),
                asked.intersections(),
                segments(asked, present),
                crossed(judged, EvidenceStatistics.CrossedGroup::counts, WeightedStatistics.Group::counts),
                FairnessGate.Depth.EXPLAINED);
        List<SegmentFigures> groups = figures(judgement.singles().segments());
        Findings findings = new Findings();
        judgement.singles().segments().forEach(segment -> findings.add(finding(segment)));
        judgement.deciding().forEach(pair -> findings.add(finding(pair)));
        findings.add(
                Verdict.NOT_APPLICABLE,
                "MULTIPLICITY",
                say("fairness.multiplicity", "comparisons", judgement.singles().multiplicity()));
        List<SegmentFigures> deciding = Stream.concat(groups.stream(), figures(judgement.deciding()).stream())
                .toList();
        Weighting.of(judged.statistics()).tell(findings);
        return new CheckResult(
                CheckName.FAIRNESS,
                judgement.verdict(),
                findings.deciding().reasonCode(),
                FairnessSentence.servedWorst(groups).map(SegmentFigures::ratio).orElse(null),
                FairnessSentence.of(judgement, asked, deciding),
                findings.worstFirst(),
                groups,
                null,
                null,
                figures(judgement.pairs()),
                null);
    }

    private static List<SegmentFigures> figures(List<SegmentJudgement> segments) {
        return segments.stream()
                .flatMap(segment -> GroupSentences.of(segment).stream())
                .sorted(Comparator.comparing(FairnessCheck::notSmall))
                .toList();
    }

    private static List<SegmentCounts> segments(PolicyDocument.Fairness asked, Map<String, SegmentCounts> present) {
        return asked.attributes().stream()
                .map(attribute -> present.get(attribute.column()))
                .toList();
    }

    /**
     * The pairs of attributes that the policy names, as far as their groups could be told apart.
     *
     * @param counts of a group at the threshold in question
     * @param weighted the same of its weights
     */
    static List<IntersectionCounts> crossed(
            Judged judged,
            Function<EvidenceStatistics.CrossedGroup, ConfusionCounts> counts,
            Function<WeightedStatistics.Group, WeightedCounts> weighted) {
        WeightedStatistics weights = judged.statistics().weights();
        List<EvidenceStatistics.Crossing> crossings = judged.statistics().crossings();
        List<String> named = judged.policy().fairness().attributes().stream()
                .map(PolicyDocument.Attribute::column)
                .toList();
        List<IntersectionCounts> crossed = new ArrayList<>();
        for (int i = 0; i < crossings.size(); i++) {
            EvidenceStatistics.Crossing crossing = crossings.get(i);
            if (!crossing.leftOut() && named.contains(crossing.first()) && named.contains(crossing.second())) {
                List<WeightedStatistics.Group> groups =
                        weights == null ? List.of() : weights.crossings().get(i).groups();
                List<IntersectionCounts.Cell> cells = new ArrayList<>();
                for (int j = 0; j < crossing.groups().size(); j++) {
                    EvidenceStatistics.CrossedGroup group = crossing.groups().get(j);
                    cells.add(new IntersectionCounts.Cell(
                            group.first(),
                            group.second(),
                            counts.apply(group),
                            weights == null ? null : weighted.apply(groups.get(j))));
                }
                crossed.add(new IntersectionCounts(crossing.first(), crossing.second(), cells));
            }
        }
        return crossed;
    }

    static boolean notSmall(SegmentFigures figures) {
        return !figures.reasonCode().equals("SMALL_GROUP");
    }

    static FairnessGate gate(PolicyDocument.Fairness asked, Map<String, String> ofEvidence) {
        List<ToleranceRule> rules = asked.metrics().stream()
                .map(metric -> new ToleranceRule(
                        Rate.valueOf(metric.name()),
                        asked.tolerance(),
                        asked.differenceCap(),
                        asked.minDenominator(),
                        asked.minEvents(),
                        asked.minShare(),
                        asked.alpha()))
                .toList();
        SmallGroups small = asked.smallGroupsBlock() ? SmallGroups.allBlock() : SmallGroups.onlyNamedBlock();
        return new FairnessGate(rules, references(asked, ofEvidence), small);
    }

    /** The policy's reference group, else the one that the evidence names; without either the largest group is taken. */
    private static Map<String, String> references(PolicyDocument.Fairness asked, Map<String, String> ofEvidence) {
        Map<String, String> references = new HashMap<>(ofEvidence);
        references.putAll(asked.references());
        return references;
    }

    private static CheckResult unanswered(String reason, Sentence sentence) {
        return new CheckResult(
                CheckName.FAIRNESS,
                Verdict.ERROR,
                reason,
                null,
                say("fairness.error", "reason", sentence.english()),
                List.of(new Finding(Verdict.ERROR, reason, null, sentence)),
                List.of(),
                null,
                null);
    }

    /** An attribute as a whole, in the words of its worst group. */
    static Finding finding(SegmentJudgement segment) {
        List<SegmentFigures> groups = GroupSentences.of(segment);
        if (groups.isEmpty()) {
            return new Finding(segment.verdict(), segment.reason().name(), null, uncompared(segment));
        }
        SegmentFigures decisive = groups.stream()
                .filter(group -> group.verdict() == segment.verdict() && !group.reference())
                .max(Comparator.comparingDouble(FairnessSentence::distance))
                .or(() -> groups.stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("An attribute without groups: " + segment.attribute()));
        return new Finding(segment.verdict(), segment.reason().name(), decisive.ratio(), decisive.sentence());
    }

    /** Why no group of an attribute was compared with another. */
    private static Sentence uncompared(SegmentJudgement segment) {
        String attribute = words(segment.attribute());
        return switch (segment.reason()) {
            case SINGLE_GROUP -> say("fairness.attribute.single", "attribute", attribute, "group", segment.reference());
            case REFERENCE_MISSING ->
                say(
                        "fairness.attribute.reference",
                        "attribute",
                        attribute,
                        "column",
                        segment.attribute(),
                        "group",
                        segment.reference());
            default -> say("fairness.attribute.empty", "attribute", attribute, "column", segment.attribute());
        };
    }

    static String words(List<PolicyDocument.Attribute> attributes) {
        List<String> plain =
                attributes.stream().map(PolicyDocument.Attribute::called).toList();
        return plain.size() < 2
                ? String.join("", plain)
                : String.join(", ", plain.subList(0, plain.size() - 1)) + " and " + plain.getLast();
    }

    static String words(String attribute) {
        return attribute.replace('_', ' ');
    }

    static String words(Rate rate) {
        return switch (rate) {
            case FALSE_POSITIVE_RATE ->
                say("fairness.words.false_positive_rate").english();
            case SELECTION_RATE -> say("fairness.words.selection_rate").english();
            default -> say("fairness.words.true_positive_rate").english();
        };
    }
}
