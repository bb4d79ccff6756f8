package io.gatehouse.fairness.planning;

import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.intervals.WilsonInterval;
import io.gatehouse.fairness.planning.GroupNeed.Obstacle;
import io.gatehouse.fairness.resampling.Replicates;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.FairnessGate;
import io.gatehouse.fairness.segments.FairnessJudgement;
import io.gatehouse.fairness.segments.GroupJudgement;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.segments.RulePower;
import io.gatehouse.fairness.segments.SegmentCounts;
import io.gatehouse.fairness.segments.SegmentJudgement;
import io.gatehouse.fairness.segments.ToleranceRule;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Says of a policy, before anyone trains, what it takes to be judged by it, and how often a model that deserves to pass will.
 *
 * @param gate the policy's rules, references and treatment of small groups
 * @param population that test sets will be drawn from
 * @param pairs whether intersections of two attributes are judged as well
 */
public record Planner(FairnessGate gate, FairPopulation population, boolean pairs) {

    /** Large enough for shares of it to be whole numbers without loss that matters. */
    private static final double MANY = 1e12;

    private static final long[] STEPS = {
        1_000,
        2_000,
        5_000,
        10_000,
        20_000,
        50_000,
        100_000,
        200_000,
        500_000,
        1_000_000,
        2_000_000,
        5_000_000,
        10_000_000
    };

    /**
     * What every group of every single attribute needs by every rule, by {@link RulePower}: 80 % power each, for a model with the same true
     * and false positive rate in all groups. That all groups pass together is rarer: see {@link #chanceOfPassing}.
     *
     * @return the greatest need first
     */
    public List<GroupNeed> needs() {
        List<GroupNeed> needs = new ArrayList<>();
        for (PlannedAttribute attribute : population.attributes()) {
            PlannedAttribute.Group reference = reference(attribute);
            for (ToleranceRule rule : gate.rules()) {
                attribute.groups().stream()
                        .filter(group -> !group.equals(reference))
                        .map(group -> need(attribute, group, reference, rule))
                        .forEach(needs::add);
            }
        }
        needs.sort(Comparator.comparingDouble(GroupNeed::allSubscribers).reversed());
        return List.copyOf(needs);
    }

    /** Whether any number of rows lets a perfectly fair model pass: no group that blocks has an obstacle. */
    public boolean canBePassed() {
        return needs().stream().noneMatch(need -> need.blocks() && need.obstacle() != Obstacle.NONE);
    }

    /**
     * How often a perfectly fair model passes the whole gate with so many labelled rows, by seeded simulation, so that groups that share
     * rows, minima that are missed by chance and the correction for many comparisons are all in it.
     *
     * @param rows at least 1
     * @param replicates at least 1; 1,000 give a percentage to within three points
     * @throws IllegalArgumentException if there are no rows or replicates
     */
    public PassChance chanceOfPassing(long rows, int replicates, long seed) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1: " + rows);
        }
        FairPopulation.Source source = population.new Source();
        List<FairnessJudgement> judgements = Replicates.map(replicates, seed, random -> {
            FairPopulation.Drawn drawn = source.draw(rows, pairs, random);
            return gate.judge(drawn.segments(), drawn.pairs(), FairnessGate.Depth.VERDICTS);
        });
        long passes = judgements.stream()
                .filter(judgement -> judgement.verdict() == Verdict.PASS)
                .count();
        return new PassChance(
                rows,
                (double) passes / replicates,
                WilsonInterval.of(passes, replicates, 0.95),
                replicates,
                seed,
                groups(judgements));
    }

    /**
     * The first of 1, 2, 5, 10 … thousand to ten million rows with which a perfectly fair model passes at least that often; empty if none.
     *
     * @param chance in 0..1
     * @throws IllegalArgumentException as {@link #chanceOfPassing}
     */
    public OptionalLong rowsToPass(double chance, int replicates, long seed) {
        if (!canBePassed()) {
            return OptionalLong.empty();
        }
        for (long rows : STEPS) {
            if (chanceOfPassing(rows, replicates, seed).probability() >= chance) {
                return OptionalLong.of(rows);
            }
        }
        return OptionalLong.empty();
    }

    private GroupNeed need(
            PlannedAttribute attribute,
            PlannedAttribute.Group group,
            PlannedAttribute.Group reference,
            ToleranceRule rule) {
        Proportion ofGroup = rule.rate().of(expected(group));
        Proportion ofReference = rule.rate().of(expected(reference));
        Obstacle obstacle = obstacle(group, rule, ofGroup, ofReference);
        double all = obstacle == Obstacle.NONE ? allRows(rule, ofGroup, ofReference) : Double.POSITIVE_INFINITY;
        if (obstacle == Obstacle.NONE && Double.isInfinite(all)) {
            obstacle = Obstacle.BASE_RATES_DIFFER;
        }
        return new GroupNeed(
                attribute.name(),
                group.value(),
                reference.value(),
                rule.rate(),
                Math.ceil(all * (ofGroup.trials() / MANY)),
                Math.ceil(all * group.share()),
                Math.ceil(all),
                obstacle,
                obstacle != Obstacle.SHARE_TOO_SMALL || gate.smallGroups().block(attribute.name(), group.value()));
    }

    private static double allRows(ToleranceRule rule, Proportion group, Proportion reference) {
        return new RulePower(rule, group.value(), reference.value())
                .allRowsToPass(group.trials() / MANY, reference.trials() / MANY);
    }

    private static Obstacle obstacle(
            PlannedAttribute.Group group, ToleranceRule rule, Proportion ofGroup, Proportion ofReference) {
        if (group.share() < rule.minShare() - 1e-9) {
            return Obstacle.SHARE_TOO_SMALL;
        }
        return ofGroup.successes() == 0 || ofReference.successes() == 0 ? Obstacle.NO_EVENTS : Obstacle.NONE;
    }

    /** A group's part of very many rows. */
    private ConfusionCounts expected(PlannedAttribute.Group group) {
        double leavers = MANY * group.share() * group.baseRate();
        double stayers = MANY * group.share() * (1 - group.baseRate());
        double found = leavers * population.truePositiveRate();
        double pestered = stayers * population.falsePositiveRate();
        return new ConfusionCounts(
                Math.round(found), Math.round(pestered), Math.round(leavers - found), Math.round(stayers - pestered));
    }

    /** As the gate chooses it: the named group, else the largest that has a value. */
    private PlannedAttribute.Group reference(PlannedAttribute attribute) {
        String named = gate.references().get(attribute.name());
        if (named != null) {
            return attribute.groups().stream()
                    .filter(group -> group.value().equals(named))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(attribute.name() + " has no group " + named));
        }
        return attribute.groups().stream()
                .min(Comparator.comparing(
                                (PlannedAttribute.Group group) -> group.value().equals(SegmentCounts.UNKNOWN))
                        .thenComparing(Comparator.comparingDouble(PlannedAttribute.Group::share)
                                .reversed()))
                .orElseThrow();
    }

    private List<PassChance.GroupChance> groups(List<FairnessJudgement> judgements) {
        List<PassChance.GroupChance> chances = new ArrayList<>();
        int place = 0;
        for (PlannedAttribute attribute : population.attributes()) {
            for (ToleranceRule rule : gate.rules()) {
                for (PlannedAttribute.Group group : attribute.groups()) {
                    chances.add(chance(judgements, place, attribute.name(), group.value(), rule.rate()));
                }
                place++;
            }
        }
        return chances;
    }

    private static PassChance.GroupChance chance(
            List<FairnessJudgement> judgements, int place, String attribute, String value, Rate rate) {
        int passes = 0;
        int tooFew = 0;
        for (FairnessJudgement judgement : judgements) {
            SegmentJudgement segment = judgement.segments().get(place);
            for (GroupJudgement group : segment.groups()) {
                if (group.group().equals(value)) {
                    passes += group.verdict() == Verdict.PASS ? 1 : 0;
                    tooFew += group.tooSmallToJudge() ? 1 : 0;
                }
            }
        }
        double all = judgements.size();
        return new PassChance.GroupChance(attribute, value, rate, passes / all, tooFew / all);
    }
}
