package io.gatehouse.portal.ui.policies;

import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.Champions;
import io.gatehouse.checks.Figure;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.promotion.PromotionRow;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What putting a policy would mean for what is under way and in use, as far as the records tell without judging anything again. */
@Component
class PolicyConsequences {
    private final PromotionDossiers dossiers;
    private final Champions champions;

    PolicyConsequences(PromotionDossiers dossiers, Champions champions) {
        this.dossiers = dossiers;
        this.champions = champions;
    }

    /**
     * @param requests open ones of its use, on which nobody can vote before they are evaluated again
     * @param champions in use under it whose figures on record miss a new threshold
     */
    record Consequences(List<PromotionRow> requests, List<Missed> champions) {
        Consequences {
            requests = List.copyOf(requests);
            champions = List.copyOf(champions);
        }
    }

    /**
     * A champion that would read Watch or worse if it were judged by the new policy.
     *
     * @param figure that misses, such as AUC
     * @param now what is on record
     * @param asked what the new policy asks
     */
    record Missed(String model, int version, String figure, String now, String asked) {}

    Consequences of(Actor actor, PolicyDocument wanted) {
        List<PromotionRow> open =
                Permissions.check(actor, Action.READ_PROMOTION).granted()
                        ? dossiers.rows(actor, new PromotionDossiers.Filter(null, true)).stream()
                                .filter(row -> row.use() == wanted.use())
                                .toList()
                        : List.of();
        List<Missed> missed = new ArrayList<>();
        if (Permissions.check(actor, Action.READ_REGISTRY).granted()) {
            champions.summaries(actor).stream()
                    .filter(champion -> champion.policy().startsWith(wanted.name() + " v"))
                    .forEach(champion -> missed.addAll(missed(champion, wanted)));
        }
        return new Consequences(open, missed);
    }

    private static List<Missed> missed(ChampionSummary champion, PolicyDocument wanted) {
        Integer version = champion.version();
        if (version == null) {
            return List.of();
        }
        List<Missed> missed = new ArrayList<>();
        Figure auc = champion.auc();
        double floor = wanted.performance().aucFloor();
        if (auc != null && auc.estimate() != null && auc.estimate() < floor) {
            missed.add(
                    new Missed(champion.model(), version, "AUC", Figures.index(auc.estimate()), Figures.index(floor)));
        }
        ChampionSummary.Fairness fairness = champion.fairness();
        Double ratio = fairness == null ? null : fairness.worstRatio();
        double tolerance = wanted.fairness().tolerance();
        if (fairness != null && ratio != null && ratio < tolerance) {
            missed.add(new Missed(
                    champion.model(), version, fairness.worstGroup(), Figures.ratio(ratio), Figures.ratio(tolerance)));
        }
        return missed;
    }
}
