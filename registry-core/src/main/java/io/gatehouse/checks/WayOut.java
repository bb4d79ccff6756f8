package io.gatehouse.checks;

import io.gatehouse.fairness.segments.FairnessGate;
import io.gatehouse.fairness.segments.IntersectionCounts;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.segments.ScoreHistogram;
import io.gatehouse.fairness.segments.SegmentCounts;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.fairness.value.ChallengerHistograms;
import io.gatehouse.fairness.value.MeanValue;
import io.gatehouse.fairness.value.PairedValue;
import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.fairness.value.ValueRule;
import io.gatehouse.fairness.value.WeightedHistograms;
import io.gatehouse.fairness.value.WeightedValue;
import io.gatehouse.fairness.value.WeightedValueCells;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.scoring.WeightedStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * At which other thresholds the version would pass, and how long the list would be there: what a reviewer can ask for instead. The
 * champion stays at its own threshold. Found on the rows that are judged, so a threshold taken from it is judged again, on other rows.
 */
final class WayOut {
    private final Judged judged;
    private final PolicyDocument.Fairness asked;
    private final CampaignEconomics economics;
    private final ValueRule rule;
    private final Optional<FairnessGate> gate;

    private WayOut(Judged judged) {
        this.judged = judged;
        this.asked = judged.policy().fairness();
        this.economics = CampaignWorth.economics(judged.assumptions());
        this.rule = judged.valueRule();
        boolean present = asked.attributes().stream()
                .allMatch(attribute -> judged.statistics().attributes().stream()
                        .anyMatch(found -> found.attribute().equals(attribute.column())));
        this.gate = present ? Optional.of(FairnessCheck.gate(asked, judged.references())) : Optional.empty();
    }

    /**
     * Empty where the acting threshold is no whole percent, since thresholds are looked at in whole percents, and where customers count
     * with values of their own and by weights as well: these are not known together by threshold.
     */
    static Optional<SafeBand> of(Judged judged, Verdict performance) {
        int acting = (int) Math.round(judged.policy().actingThreshold() * ScoreHistogram.BINS);
        if (Math.abs(acting - judged.policy().actingThreshold() * ScoreHistogram.BINS) > 1e-9
                || judged.statistics().test().rows() == 0
                || CampaignWorth.of(judged).ownValuesByWeight()) {
            return Optional.empty();
        }
        WayOut wayOut = new WayOut(judged);
        ValueAssumptions assumptions = judged.assumptions();
        return Optional.of(SafeBand.of(
                acting,
                percent -> new SafeBand.Verdicts(performance, wayOut.fairness(percent), wayOut.value(percent)),
                percent -> wayOut.listLength(percent, assumptions.customersPerMonth())));
    }

    private long listLength(int percent, long customers) {
        WeightedStatistics weights = judged.statistics().weights();
        return weights == null
                ? SafeBand.listLength(
                        judged.statistics().test().all().histogram().at(percent), customers)
                : Math.round(customers
                        * Rate.SELECTION_RATE
                                .of(weights.test().all().histogram().at(percent))
                                .value());
    }

    private Verdict fairness(int percent) {
        return gate.map(found -> PairsOfAttributes.judged(
                                found,
                                asked.intersections(),
                                segments(percent),
                                pairs(percent),
                                FairnessGate.Depth.VERDICTS)
                        .verdict())
                .orElse(Verdict.ERROR);
    }

    private List<SegmentCounts> segments(int percent) {
        List<SegmentCounts> segments = new ArrayList<>();
        WeightedStatistics weights = judged.statistics().weights();
        List<EvidenceStatistics.Attribute> found = judged.statistics().attributes();
        for (PolicyDocument.Attribute attribute : asked.attributes()) {
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i).attribute().equals(attribute.column())) {
                    segments.add(at(
                            found.get(i),
                            weights == null ? null : weights.attributes().get(i),
                            percent));
                }
            }
        }
        return segments;
    }

    /** Pairs that are only shown decide at no threshold. */
    private List<IntersectionCounts> pairs(int percent) {
        if (asked.intersections() == PolicyDocument.Intersections.SHOWN) {
            return List.of();
        }
        return FairnessCheck.crossed(
                judged,
                group -> group.histogram().at(percent),
                group -> group.histogram().at(percent));
    }

    private static SegmentCounts at(
            EvidenceStatistics.Attribute attribute, WeightedStatistics.@Nullable Groups weights, int percent) {
        List<SegmentCounts.Group> groups = new ArrayList<>();
        for (int i = 0; i < attribute.groups().size(); i++) {
            EvidenceStatistics.Group group = attribute.groups().get(i);
            groups.add(new SegmentCounts.Group(
                    group.value(),
                    group.statistics().histogram().at(percent),
                    weights == null ? null : weights.groups().get(i).histogram().at(percent)));
        }
        return new SegmentCounts(attribute.attribute(), groups);
    }

    private Verdict value(int percent) {
        Verdict nobody = rule.againstNobody(perCustomer(percent)).verdict();
        return switch (judged.baseline()) {
            case Judged.Baseline.Nobody() -> nobody;
            case Judged.Baseline.Unusable unusable -> Verdict.ERROR;
            case Judged.Baseline.Champion(int version, EvidenceStatistics.Pairs pairs) -> {
                yield Verdict.ofAll(List.of(
                        nobody, rule.againstChampion(beside(pairs, percent)).verdict()));
            }
        };
    }

    private MeanValue perCustomer(int percent) {
        CampaignWorth own = CampaignWorth.ownAt(judged, percent);
        if (own != null) {
            return own.perCustomer();
        }
        WeightedStatistics weights = judged.statistics().weights();
        return weights == null
                ? economics.perCustomer(
                        judged.statistics().test().all().histogram().at(percent))
                : new WeightedValue(economics)
                        .perCustomer(WeightedValueCells.flat(
                                weights.test().all().histogram().at(percent), economics.customerValue()));
    }

    private PairedValue beside(EvidenceStatistics.Pairs pairs, int percent) {
        CampaignWorth own = CampaignWorth.ownAt(judged, percent);
        if (own != null) {
            return own.beside(pairs);
        }
        WeightedStatistics weights = judged.statistics().weights();
        if (weights == null) {
            ChallengerHistograms challenger = new ChallengerHistograms(pairs.ofChampionsList(), pairs.ofOthers());
            return PairedValue.of(challenger.at(percent), economics);
        }
        WeightedHistograms challenger = Objects.requireNonNull(weights.pairs()).challenger();
        return new WeightedValue(economics).paired(challenger.at(percent).flat(economics.customerValue()));
    }
}
