package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.hypotheses.AdjustedPValues;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Judges every group of every attribute by every rule, in one run whose comparisons share one correction for their number.
 *
 * <p>The reference of an attribute is the group that the policy names, else the largest; {@link SegmentCounts#UNKNOWN} is judged like any
 * other group, and never the reference unless named. The reference with the best rate would be noisy: a tiny group with an extreme rate
 * would be the measure of all others.
 *
 * @param rules each with a rate, judged by itself; all must pass
 * @param references the value of the reference group by attribute, for attributes that have a predefined one
 * @param smallGroups which groups block although they are too small to judge
 */
public record FairnessGate(List<ToleranceRule> rules, Map<String, String> references, SmallGroups smallGroups) {

    /** How much of a judgement is wanted. */
    public enum Depth {
        /**
         * Verdicts with their reasons and statistics, for a search over many counts: without tests of parity, needed samples and
         * settlements, which take most of the time.
         */
        VERDICTS,
        /** All of it, for whoever reads it. */
        EXPLAINED
    }

    /** How often pairs may turn a perfectly fair model away. */
    private static final double FAIR_TURNED_AWAY = 0.05;

    /** @throws IllegalArgumentException if there is no rule */
    public FairnessGate {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("rules must not be empty");
        }
        rules = List.copyOf(rules);
        references = Map.copyOf(references);
    }

    /**
     * The judgement of all attributes, in their order and for each in the order of the rules. Without an attribute nothing was judged,
     * which is INCONCLUSIVE and never a pass.
     */
    public FairnessJudgement judge(List<SegmentCounts> segments) {
        return judge(segments, List.of());
    }

    /**
     * The same, with intersections of two attributes. All their groups are published. Gated, whatever their share of all rows, are those
     * large enough to pass at parity with a power of 1 − 0.05/k, of k pairs in all: so that a perfectly fair model is turned away by any
     * pair at most one time in twenty. Gating pairs from 80 % power on, let alone from a handful of rows, makes a gate that a fair model
     * seldom passes, and never with enough attributes.
     */
    public FairnessJudgement judge(List<SegmentCounts> segments, List<IntersectionCounts> intersections) {
        return judge(segments, intersections, Depth.EXPLAINED);
    }

    /** The same, to the depth that is wanted; verdicts and reasons do not depend on it. */
    public FairnessJudgement judge(List<SegmentCounts> segments, List<IntersectionCounts> intersections, Depth depth) {
        List<SegmentTable> tables = new ArrayList<>();
        segments.forEach(segment -> tables.add(SegmentTable.of(segment, references)));
        intersections.forEach(intersection -> tables.add(SegmentTable.of(intersection, references)));
        double pairPower = 1 - FAIR_TURNED_AWAY / pairs(intersections);
        List<Comparisons> comparisons = tables.stream()
                .flatMap(table ->
                        rules.stream().map(rule -> new Comparisons(table, rule, table.candidates(rule, pairPower))))
                .toList();
        int judged = (int) comparisons.stream().mapToLong(Comparisons::judged).sum();
        Family family = new Family(
                segments.size(),
                intersections.size(),
                rules.size(),
                judged,
                Family.Correction.BONFERRONI,
                Family.Correction.HOLM);
        Iterator<Double> next = (depth == Depth.EXPLAINED
                        ? adjustedPValues(comparisons)
                        : Collections.nCopies(judged, Double.NaN))
                .iterator();
        List<SegmentJudgement> judgements = comparisons.stream()
                .map(each -> each.judge(Math.max(1, family.comparisons()), smallGroups, next, depth))
                .toList();
        int ofSegments = segments.size() * rules.size();
        return new FairnessJudgement(
                verdict(judgements, segments.isEmpty()),
                family,
                judgements.subList(0, ofSegments),
                judgements.subList(ofSegments, judgements.size()));
    }

    /** All groups of one table beside its reference, by one rule. */
    private record Comparisons(SegmentTable table, ToleranceRule rule, List<Candidate> candidates) {

        long judged() {
            return candidates.stream().filter(Candidate::isJudged).count();
        }

        SegmentJudgement judge(
                int multiplicity, SmallGroups smallGroups, Iterator<Double> adjustedPValues, Depth depth) {
            List<GroupJudgement> groups = new ArrayList<>();
            for (Candidate candidate : candidates) {
                double adjusted = candidate.isJudged() ? adjustedPValues.next() : Double.NaN;
                groups.add(candidate.judge(multiplicity, smallGroups, adjusted, depth));
            }
            return table.judgement(rule, groups);
        }
    }

    /** Pairs that are compared with another, by every rule; at least 1. */
    private double pairs(List<IntersectionCounts> intersections) {
        long compared = intersections.stream()
                .mapToLong(intersection -> Math.max(0, intersection.cells().size() - 1))
                .sum();
        return Math.max(1.0, (double) compared * rules.size());
    }

    /** One for each comparison that leads to a judgement, in their order. */
    private static List<Double> adjustedPValues(List<Comparisons> comparisons) {
        return AdjustedPValues.holm(comparisons.stream()
                .flatMap(each -> each.candidates().stream())
                .filter(Candidate::isJudged)
                .map(Candidate::pValue)
                .toList());
    }

    private static Verdict verdict(List<SegmentJudgement> judgements, boolean withoutSegments) {
        if (withoutSegments) {
            return Verdict.INCONCLUSIVE;
        }
        return Verdict.ofAll(judgements.stream().map(SegmentJudgement::verdict).toList());
    }
}
