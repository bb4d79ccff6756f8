package io.gatehouse.champions;

import io.gatehouse.champions.QuarterInReview.Span;
import io.gatehouse.champions.Quarters.Standing;
import io.gatehouse.champions.Timeline.Event;
import io.gatehouse.evaluation.EvaluationSets.VersionKey;
import io.gatehouse.outcomes.FiguresInUse;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was champion when, on whose word, under which policy and on which figures. The number of queries does not grow with the models or
 * the years. Every reader needs the right to read the registry.
 */
@Component
public class TimeMachine {
    private static final int ALL = Integer.MAX_VALUE;

    private final ChampionRows rows;
    private final TimelineRows changes;
    private final FiguresInUse inUse;
    private final Clock clock;

    TimeMachine(ChampionRows rows, TimelineRows changes, FiguresInUse inUse, Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.inUse = inUse;
        this.clock = clock;
    }

    /** Every model that has a version, by name, with its champion of a moment. */
    @Transactional(readOnly = true)
    public List<ChampionThen> at(Actor actor, Instant at) {
        Permissions.require(actor, Action.READ_REGISTRY);
        Map<UUID, TenureFacts> champions = rows.championsAt(actor, at).getFirst();
        List<ChampionRows.Named> models = rows.names();
        Map<UUID, Instant> firsts = changes.firsts(models.stream()
                .map(ChampionRows.Named::id)
                .filter(model -> !champions.containsKey(model))
                .toList());
        Map<VersionKey, LiveFigures> live = inUse.at(
                actor, champions.values().stream().map(TenureFacts::key).toList(), at);
        return models.stream()
                .map(model -> then(model, Optional.ofNullable(champions.get(model.id())), live, at, firsts))
                .toList();
    }

    /** Empty if no model has that name. */
    @Transactional(readOnly = true)
    public Optional<Timeline> timeline(Actor actor, String model) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return rows.model(model).map(facts -> {
            List<TenureFacts> tenures = tenures(actor, facts);
            return new Timeline(
                    facts.name(), tenures.stream().map(TenureFacts::shown).toList(), events(actor, facts, tenures));
        });
    }

    /** Empty if no model has that name. */
    @Transactional(readOnly = true)
    public Optional<Quarters> quarters(Actor actor, String model, Quarter later, Quarter earlier) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return rows.model(model).map(facts -> {
            List<TenureFacts> tenures = tenures(actor, facts);
            Standing one = standing(actor, facts, tenures, later);
            Standing other = standing(actor, facts, tenures, earlier);
            List<Event> between = events(actor, facts, tenures).stream()
                    .filter(event ->
                            event.at().isAfter(other.until()) && !event.at().isAfter(one.until()))
                    .toList();
            return new Quarters(
                    facts.name(),
                    one,
                    other,
                    BetweenQuarters.sentence(
                            champion(tenures, one.until()), span(one), champion(tenures, other.until()), span(other)),
                    between);
        });
    }

    private List<TenureFacts> tenures(Actor actor, ModelFacts model) {
        return rows.tenures(actor, List.of(model.id()), ALL).getOrDefault(model.id(), List.of());
    }

    private static ChampionThen then(
            ChampionRows.Named model,
            Optional<TenureFacts> champion,
            Map<VersionKey, LiveFigures> live,
            Instant at,
            Map<UUID, Instant> firsts) {
        return champion.map(tenure -> ChampionThen.of(model.name(), tenure, live.get(tenure.key())))
                .orElseGet(() -> ChampionThen.nobody(model.name(), at, firsts.get(model.id())));
    }

    /** Whoever may not read policies is told of the versions alone. */
    private List<Event> events(Actor actor, ModelFacts model, List<TenureFacts> tenures) {
        List<Event> events = new ArrayList<>(TenureEvents.of(tenures));
        if (!tenures.isEmpty() && Permissions.check(actor, Action.READ_POLICY).granted()) {
            Instant first = tenures.getLast().from();
            Set<String> policies = tenures.stream()
                    .flatMap(tenure -> tenure.judged().stream())
                    .map(evaluation -> evaluation.policy().name())
                    .collect(Collectors.toSet());
            events.addAll(changes.policies(policies, first));
            events.addAll(changes.assumptions(model.id(), first));
        }
        return events.stream()
                .sorted(Comparator.comparing(Event::at)
                        .thenComparing(Event::kind)
                        .reversed())
                .toList();
    }

    private Standing standing(Actor actor, ModelFacts model, List<TenureFacts> tenures, Quarter quarter) {
        Span span = Span.of(quarter, clock.instant());
        Instant until = span.until();
        Optional<Instant> first = tenures.isEmpty()
                ? Optional.empty()
                : Optional.of(tenures.getLast().from());
        return new Standing(
                span.quarter(),
                span.words(),
                until,
                span.over(),
                tenures.stream()
                        .filter(tenure -> !tenure.from().isAfter(until) && endsAfter(tenure, quarter.from()))
                        .map(TenureFacts::shown)
                        .toList(),
                champion(tenures, until)
                        .map(tenure -> ChampionThen.of(
                                model.name(),
                                tenure,
                                inUse.at(actor, List.of(tenure.key()), until).get(tenure.key())))
                        .orElseGet(() -> ChampionThen.nobody(model.name(), until, first.orElse(null))));
    }

    private static Span span(Standing standing) {
        return new Span(standing.quarter(), standing.words(), standing.until(), standing.over());
    }

    private static boolean endsAfter(TenureFacts tenure, Instant moment) {
        Instant to = tenure.to();
        return to == null || to.isAfter(moment);
    }

    private static Optional<TenureFacts> champion(List<TenureFacts> tenures, Instant at) {
        return tenures.stream().filter(tenure -> tenure.covers(at)).findFirst();
    }
}
