package io.gatehouse.champions;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.champions.QuarterInReview.AcceptedCheck;
import io.gatehouse.champions.QuarterInReview.Change;
import io.gatehouse.champions.QuarterInReview.Decision;
import io.gatehouse.champions.QuarterInReview.Happening;
import io.gatehouse.champions.QuarterInReview.ModelQuarter;
import io.gatehouse.champions.QuarterInReview.Span;
import io.gatehouse.evaluation.EvaluationSets.VersionKey;
import io.gatehouse.outcomes.FiguresInUse;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.sentences.Sentence;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads a quarter of all models. The number of queries does not grow with the models, and what they read not with the quarters that
 * nobody asked about. Every reader needs the right to read the registry.
 */
@Component
public class QuarterReviews {
    private final ChampionRows rows;
    private final TimelineRows changes;
    private final QuarterRows decided;
    private final FiguresInUse inUse;
    private final Clock clock;

    QuarterReviews(ChampionRows rows, TimelineRows changes, QuarterRows decided, FiguresInUse inUse, Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.decided = decided;
        this.inUse = inUse;
        this.clock = clock;
    }

    /** One end of the time in between. @param live what was known of each then */
    private record End(Span span, Map<UUID, TenureFacts> champions, Map<VersionKey, LiveFigures> live) {
        Optional<TenureFacts> of(ChampionRows.Named model) {
            return Optional.ofNullable(champions.get(model.id()));
        }

        ChampionThen then(ChampionRows.Named model, Map<UUID, Instant> firsts) {
            return of(model)
                    .map(tenure -> ChampionThen.of(model.name(), tenure, live.get(tenure.key())))
                    .orElseGet(() -> ChampionThen.nobody(model.name(), span.until(), firsts.get(model.id())));
        }
    }

    /** Two quarters of every model that has a version, the earlier beside the later, in whichever order they are named. */
    @Transactional(readOnly = true)
    public QuarterInReview of(Actor actor, Quarter one, Quarter other) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return one.from().isBefore(other.from()) ? inOrder(actor, other, one) : inOrder(actor, one, other);
    }

    private QuarterInReview inOrder(Actor actor, Quarter later, Quarter earlier) {
        Instant now = clock.instant();
        Span last = Span.of(later, now);
        Span first = Span.of(earlier, now);
        List<Map<UUID, TenureFacts>> champions = rows.championsAt(actor, last.until(), first.until());
        End one = end(actor, last, champions.getFirst());
        End other = end(actor, first, champions.getLast());
        List<ChampionRows.Named> models = rows.names();
        Map<UUID, Instant> firsts = changes.firsts(models.stream()
                .filter(model -> one.of(model).isEmpty() || other.of(model).isEmpty())
                .map(ChampionRows.Named::id)
                .toList());
        List<ModelQuarter> quarters = models.stream()
                .map(model -> quarter(model, one, other, firsts))
                .sorted(Comparator.comparing(
                        (ModelQuarter model) -> !model.change().isOne()))
                .toList();
        boolean open = Permissions.check(actor, Action.READ_PROMOTION).granted();
        List<Decision> decisions =
                open ? decided.requests(other.span().until(), one.span().until()) : null;
        List<AcceptedCheck> accepted =
                open ? decided.accepted(other.span().until(), one.span().until()) : null;
        return new QuarterInReview(
                one.span(),
                other.span(),
                sentences(one.span(), other.span(), quarters, decisions, accepted),
                quarters,
                happened(actor, models, one, other),
                decisions,
                accepted);
    }

    private End end(Actor actor, Span span, Map<UUID, TenureFacts> champions) {
        return new End(
                span,
                champions,
                inUse.at(
                        actor, champions.values().stream().map(TenureFacts::key).toList(), span.until()));
    }

    private static ModelQuarter quarter(ChampionRows.Named model, End one, End other, Map<UUID, Instant> firsts) {
        ChampionThen later = one.then(model, firsts);
        ChampionThen earlier = other.then(model, firsts);
        return new ModelQuarter(
                model.name(),
                Change.between(later.tenure(), earlier.tenure()),
                later,
                earlier,
                BetweenQuarters.sentence(one.of(model), one.span(), other.of(model), other.span()));
    }

    /** Whoever may not read policies is told of the versions alone. */
    private List<Happening> happened(Actor actor, List<ChampionRows.Named> models, End one, End other) {
        Map<UUID, String> names =
                models.stream().collect(Collectors.toMap(ChampionRows.Named::id, ChampionRows.Named::name));
        Map<UUID, List<TenureFacts>> moved =
                rows.cameOrWent(actor, other.span().until(), one.span().until());
        List<Happening> happened = new ArrayList<>();
        // Models that were deleted since are no models of the review.
        names.forEach((model, name) -> TenureEvents.of(moved.getOrDefault(model, List.of()))
                .forEach(event -> happened.add(new Happening(name, event))));
        if (Permissions.check(actor, Action.READ_POLICY).granted()) {
            Set<String> policies = Stream.of(
                            one.champions().values(), other.champions().values(), flat(moved.values()))
                    .flatMap(Collection::stream)
                    .flatMap(tenure -> tenure.judged().stream())
                    .map(evaluation -> evaluation.policy().name())
                    .collect(Collectors.toSet());
            changes.policies(policies, other.span().until()).forEach(event -> happened.add(new Happening("", event)));
            changes.assumptions(other.span().until()).stream()
                    .filter(change -> change.model() == null || names.containsKey(change.model()))
                    .forEach(change -> happened.add(new Happening(
                            change.model() == null ? "" : names.getOrDefault(change.model(), ""), change.event())));
        }
        return happened.stream()
                .filter(each -> one.span().holds(each.event().at(), other.span()))
                .sorted(Comparator.comparing((Happening each) -> each.event().at())
                        .thenComparing(each -> each.event().kind())
                        .reversed())
                .toList();
    }

    private static List<TenureFacts> flat(Collection<List<TenureFacts>> tenures) {
        return tenures.stream().flatMap(List::stream).toList();
    }

    private static List<Sentence> sentences(
            Span later,
            Span earlier,
            List<ModelQuarter> models,
            @Nullable List<Decision> decisions,
            @Nullable List<AcceptedCheck> accepted) {
        List<Sentence> sentences = new ArrayList<>();
        long inUse =
                models.stream().filter(model -> model.later().tenure() != null).count();
        sentences.add(say(
                (later.over() ? "quarter.in_use.over" : "quarter.in_use.now")
                        + (models.size() == 1 ? ".one" : inUse == 1 ? ".single" : ""),
                "later",
                later.words(),
                "in_use",
                inUse,
                "models",
                models.size()));
        long changed = models.stream().filter(model -> model.change().isOne()).count();
        sentences.add(say(
                "quarter.changed." + (changed == 0 ? "none" : changed == 1 ? "one" : "several"),
                "earlier",
                earlier.words(),
                "replaced",
                count(models, Change.REPLACED),
                "first",
                count(models, Change.FIRST),
                "gone",
                count(models, Change.GONE),
                "changed",
                changed));
        if (decisions != null) {
            sentences.add(decided(decisions));
        }
        if (accepted != null && !accepted.isEmpty()) {
            sentences.add(
                    say("quarter.accepted." + (accepted.size() == 1 ? "one" : "several"), "checks", accepted.size()));
        }
        return sentences;
    }

    private static Sentence decided(List<Decision> decisions) {
        long approved = decisions.stream()
                .filter(each -> each.state() == RequestState.EXECUTED || each.state() == RequestState.ROLLED_BACK)
                .count();
        long rejected = decisions.stream()
                .filter(each -> each.state() == RequestState.REJECTED)
                .count();
        String how = approved + rejected == decisions.size() ? "all" : "several";
        return say(
                "quarter.decided." + (decisions.isEmpty() ? "none" : decisions.size() == 1 ? "one" : how),
                "decided",
                decisions.size(),
                "approved",
                approved,
                "rejected",
                rejected);
    }

    private static long count(List<ModelQuarter> models, Change change) {
        return models.stream().filter(model -> model.change() == change).count();
    }
}
