package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The groups of one attribute or intersection with the group that the others are compared with.
 *
 * @param counts of the groups
 * @param intersection whether the groups are pairs of values of two attributes
 * @param total rows of all groups
 * @param reference empty where there is no group, or none by the name that the policy gives
 * @param missing the name that the policy gives and no group has
 */
record SegmentTable(
        SegmentCounts counts,
        boolean intersection,
        long total,
        Optional<SegmentCounts.Group> reference,
        Optional<String> missing) {

    /** An attribute: its reference is the group that is named, else the largest. */
    static SegmentTable of(SegmentCounts counts, Map<String, String> references) {
        String named = references.get(counts.attribute());
        if (named == null) {
            return new SegmentTable(
                    counts, false, counts.total(), largest(counts, Set.of(SegmentCounts.UNKNOWN)), Optional.empty());
        }
        Optional<SegmentCounts.Group> reference = byName(counts, named);
        return new SegmentTable(
                counts,
                false,
                counts.total(),
                reference,
                reference.isPresent() ? Optional.empty() : Optional.of(named));
    }

    /** An intersection: its reference is the pair of both named references, else the largest pair. */
    static SegmentTable of(IntersectionCounts intersection, Map<String, String> references) {
        SegmentCounts counts = intersection.asSegment();
        Set<String> unknown = new HashSet<>();
        Optional<SegmentCounts.Group> named = Optional.empty();
        for (IntersectionCounts.Cell cell : intersection.cells()) {
            if (cell.unknown()) {
                unknown.add(cell.name());
            }
            if (cell.first().equals(references.get(intersection.first()))
                    && cell.second().equals(references.get(intersection.second()))) {
                named = byName(counts, cell.name());
            }
        }
        return new SegmentTable(
                counts, true, counts.total(), named.or(() -> largest(counts, unknown)), Optional.empty());
    }

    /**
     * Every group beside the reference; empty where nothing can be compared.
     *
     * @param pairPower with which a pair must be able to pass to be judged
     */
    List<Candidate> candidates(ToleranceRule rule, double pairPower) {
        if (reference.isEmpty() || counts.groups().size() == 1) {
            return List.of();
        }
        return counts.groups().stream()
                .map(group -> Candidate.of(this, rule, group, reference.get(), pairPower))
                .toList();
    }

    /** What a rule says of all groups, which come as {@link #candidates} gave them. */
    SegmentJudgement judgement(ToleranceRule rule, List<GroupJudgement> groups) {
        if (missing.isPresent()) {
            return undecided(rule, missing.get(), Verdict.ERROR, ReasonCode.REFERENCE_MISSING);
        }
        if (reference.isEmpty()) {
            return undecided(
                    rule, "", intersection ? Verdict.NOT_APPLICABLE : Verdict.INCONCLUSIVE, ReasonCode.NOTHING_JUDGED);
        }
        String name = reference.get().value();
        if (counts.groups().size() == 1) {
            return undecided(rule, name, Verdict.NOT_APPLICABLE, ReasonCode.SINGLE_GROUP);
        }
        // Stable: those that are too small to judge come first, all keep their order otherwise.
        List<GroupJudgement> sorted = groups.stream()
                .sorted(Comparator.comparing(GroupJudgement::tooSmallToJudge).reversed())
                .toList();
        if (intersection && sorted.stream().noneMatch(GroupJudgement::blocks)) {
            return new SegmentJudgement(
                    counts.attribute(), rule, name, Verdict.NOT_APPLICABLE, ReasonCode.INTERSECTION_TOO_SMALL, sorted);
        }
        return SegmentJudgement.of(counts.attribute(), rule, name, sorted);
    }

    private SegmentJudgement undecided(ToleranceRule rule, String name, Verdict verdict, ReasonCode reason) {
        return new SegmentJudgement(counts.attribute(), rule, name, verdict, reason, List.of());
    }

    private static Optional<SegmentCounts.Group> byName(SegmentCounts counts, String name) {
        return counts.groups().stream()
                .filter(group -> group.value().equals(name))
                .findFirst();
    }

    /** By weight where there are weights. Of equally large groups the first; one without a value only where there is no other. */
    private static Optional<SegmentCounts.Group> largest(SegmentCounts counts, Set<String> unknown) {
        Comparator<SegmentCounts.Group> bySize = Comparator.comparing(group -> group.weights() == null
                ? BigInteger.valueOf(group.counts().total())
                : group.weights().total().sum());
        return counts.groups().stream()
                .sorted(Comparator.comparing((SegmentCounts.Group group) -> unknown.contains(group.value()))
                        .thenComparing(bySize.reversed()))
                .findFirst();
    }
}
