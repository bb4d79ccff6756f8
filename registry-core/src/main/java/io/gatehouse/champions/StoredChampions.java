package io.gatehouse.champions;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.EvaluationSets;
import io.gatehouse.evaluation.EvaluationSets.VersionKey;
import io.gatehouse.house.HouseDays;
import io.gatehouse.outcomes.FiguresInUse;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.overrides.AcceptedChecks;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.ProposalDesk;
import io.gatehouse.policy.UnderReview;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.promotion.PromotionRow;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What is on record of champions. However many models there are, the summaries take ten queries, and one taking serves all who look. */
@Component
class StoredChampions implements Champions {
    private static final List<ChampionSummary.Health> TROUBLE_FIRST = List.of(
            ChampionSummary.Health.ACT_NOW,
            ChampionSummary.Health.WATCH,
            ChampionSummary.Health.NOT_KNOWN,
            ChampionSummary.Health.ON_TRACK);

    /** The champion and, where one version came back, enough before it to find another. */
    private static final int FOR_SUMMARY = 3;

    private static final int ALL = Integer.MAX_VALUE;
    private static final int MONTHS_BACK = 3;

    private final ChampionRows rows;
    private final PageVersions versions;
    private final EvaluationSets evaluations;
    private final Origins origins;
    private final Policies policies;
    private final PromotionDossiers dossiers;
    private final ProposalDesk proposals;
    private final AcceptedChecks accepted;
    private final FiguresInUse inUse;
    private final SharedSummaries shared;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredChampions(
            ChampionRows rows,
            PageVersions versions,
            EvaluationSets evaluations,
            Origins origins,
            Policies policies,
            PromotionDossiers dossiers,
            ProposalDesk proposals,
            AcceptedChecks accepted,
            FiguresInUse inUse,
            SharedSummaries shared,
            TransactionTemplate transaction,
            Clock clock) {
        this.shared = shared;
        this.transaction = transaction;
        this.accepted = accepted;
        this.inUse = inUse;
        this.proposals = proposals;
        this.rows = rows;
        this.versions = versions;
        this.evaluations = evaluations;
        this.origins = origins;
        this.policies = policies;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Override
    public List<ChampionSummary> summaries(Actor actor) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return shared.orElse(() -> transaction.execute(status -> all(actor)));
    }

    @Override
    @Transactional(readOnly = true)
    public WithoutVersion withoutVersion(Actor actor, int most) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return rows.withoutVersion(most);
    }

    private List<ChampionSummary> all(Actor actor) {
        Double floor = floor();
        Set<UUID> low = floor == null ? Set.of() : rows.belowFloor(floor);
        List<ModelFacts> models = rows.models().stream()
                .map(model -> low.contains(model.id()) ? model.withoutAFit() : model)
                .toList();
        Map<UUID, List<TenureFacts>> tenures =
                rows.tenures(actor, models.stream().map(ModelFacts::id).toList(), FOR_SUMMARY);
        Map<VersionKey, List<Evaluation>> newest = newest(actor, models);
        Standing standing = standing(actor, models, tenures.values());
        return models.stream()
                .map(model -> summary(model, tenures.getOrDefault(model.id(), List.of()), newest, standing))
                .sorted(Comparator.comparingInt(summary -> TROUBLE_FIRST.indexOf(((ChampionSummary) summary).health())))
                .toList();
    }

    private Map<VersionKey, List<Evaluation>> newest(Actor actor, List<ModelFacts> models) {
        return evaluations.newestBriefs(
                actor, models.stream().flatMap(model -> key(model).stream()).toList());
    }

    private static ChampionSummary summary(
            ModelFacts model, List<TenureFacts> tenures, Map<VersionKey, List<Evaluation>> newest, Standing standing) {
        return SummaryOf.model(
                model,
                tenures,
                key(model).map(newest::get).orElse(List.of()),
                standing.reviews,
                standing.overrides,
                key(model).map(standing.live::get).orElse(null),
                standing.now);
    }

    /** What counts for versions in use beside their evaluations, at a moment. */
    private record Standing(
            List<UnderReview> reviews, List<CheckOverride> overrides, Map<VersionKey, LiveFigures> live, Instant now) {}

    private Standing standing(Actor actor, List<ModelFacts> models, Collection<List<TenureFacts>> tenures) {
        Instant now = clock.instant();
        List<VersionKey> champions =
                models.stream().flatMap(model -> key(model).stream()).toList();
        return new Standing(proposals.underReview(), overrides(tenures), inUse.at(actor, champions, now), now);
    }

    private List<CheckOverride> overrides(Collection<List<TenureFacts>> tenures) {
        return accepted.ofRequests(tenures.stream()
                .flatMap(List::stream)
                .filter(tenure -> tenure.to() == null)
                .flatMap(tenure -> Optional.ofNullable(tenure.requestNumber()).stream())
                .toList());
    }

    private static Optional<VersionKey> key(ModelFacts model) {
        return Optional.ofNullable(model.champion()).map(champion -> new VersionKey(model.id(), champion));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ModelPage> page(Actor actor, String model) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return rows.model(model).map(facts -> page(actor, facts));
    }

    private ModelPage page(Actor actor, ModelFacts model) {
        List<TenureFacts> tenures =
                rows.tenures(actor, List.of(model.id()), ALL).getOrDefault(model.id(), List.of());
        Map<VersionKey, List<Evaluation>> newest = newest(actor, List.of(model));
        List<ModelPage.VersionRow> versionRows = versions.of(model.id(), floor());
        boolean low = !versionRows.isEmpty() && versionRows.stream().allMatch(ModelPage.VersionRow::belowFloor);
        return new ModelPage(
                model.name(),
                model.description(),
                summary(
                        low ? model.withoutAFit() : model,
                        tenures,
                        newest,
                        standing(actor, List.of(model), List.of(tenures))),
                key(model)
                        .flatMap(champion -> SummaryOf.judged(tenures, newest.getOrDefault(champion, List.of())))
                        .map(judged -> judged.checks().stream()
                                .map(ModelPage.Result::of)
                                .toList())
                        .orElse(List.of()),
                tenures.stream().map(TenureFacts::shown).toList(),
                versionRows,
                requests(actor, model.name()));
    }

    private @Nullable Double floor() {
        return policies.of(Use.HUMAN_REVIEWED)
                .map(policy -> policy.document().performance().aucFloor())
                .orElse(null);
    }

    /** Whoever may not read requests sees the page without them. */
    private List<PromotionRow> requests(Actor actor, String model) {
        if (!Permissions.check(actor, Action.READ_PROMOTION).granted()) {
            return List.of();
        }
        return dossiers.rows(actor, new PromotionDossiers.Filter(model, false)).stream()
                .sorted(Comparator.comparingLong(PromotionRow::number).reversed())
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, ProductionAnswers> answers(Actor actor, Collection<String> models, Instant at) {
        Permissions.require(actor, Action.READ_REGISTRY);
        List<ModelFacts> facts = rows.models(models);
        Map<UUID, List<TenureFacts>> tenures =
                rows.tenures(actor, facts.stream().map(ModelFacts::id).toList(), ALL);
        Map<UUID, TenureFacts> champions = new HashMap<>();
        tenures.forEach((model, ofModel) -> during(ofModel, at).ifPresent(champion -> champions.put(model, champion)));
        Map<UUID, AnswersOf.Origin> known = origins.of(actor, champions);
        return facts.stream()
                .collect(Collectors.toMap(
                        ModelFacts::name,
                        model -> answers(
                                model,
                                tenures.getOrDefault(model.id(), List.of()),
                                champions.get(model.id()),
                                known.get(model.id()),
                                at)));
    }

    private static ProductionAnswers answers(
            ModelFacts model,
            List<TenureFacts> tenures,
            @Nullable TenureFacts champion,
            AnswersOf.@Nullable Origin origin,
            Instant at) {
        if (champion == null) {
            return AnswersOf.nobody(model.name(), at);
        }
        Instant monthsBefore =
                at.atZone(HouseDays.zone()).minusMonths(MONTHS_BACK).toInstant();
        Optional<TenureFacts> earlier = during(tenures, monthsBefore);
        return AnswersOf.champion(
                model.name(),
                at,
                champion,
                origin,
                earlier.filter(then -> then.version() != champion.version()).orElse(null),
                earlier.isEmpty());
    }

    private static Optional<TenureFacts> during(List<TenureFacts> tenures, Instant moment) {
        return tenures.stream().filter(tenure -> tenure.covers(moment)).findFirst();
    }
}
