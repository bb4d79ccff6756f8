package io.gatehouse.overrides;

import io.gatehouse.checks.CheckName;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.sentences.Sentence;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads overrides as people look at them; what changes them is elsewhere. */
@Component
class StoredOverrides implements Overrides {
    private final GuardedOverrides verbs;
    private final OverrideRows rows;
    private final OverrideRules rules;
    private final ContestedRequests requests;
    private final Evaluations evaluations;
    private final Clock clock;

    StoredOverrides(
            GuardedOverrides verbs,
            OverrideRows rows,
            OverrideRules rules,
            ContestedRequests requests,
            Evaluations evaluations,
            Clock clock) {
        this.verbs = verbs;
        this.rows = rows;
        this.rules = rules;
        this.requests = requests;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    @Override
    public Outcome propose(Actor actor, long request, CheckName check, Wanted wanted) {
        return verbs.propose(actor, request, check, wanted);
    }

    @Override
    public Outcome renew(Actor actor, long number, Wanted wanted) {
        return verbs.renew(actor, number, wanted);
    }

    @Override
    public Outcome agree(Actor actor, long number) {
        return verbs.agree(actor, number);
    }

    @Override
    public Outcome decline(Actor actor, long number, String reason) {
        return verbs.decline(actor, number, reason);
    }

    @Override
    public Outcome withdraw(Actor actor, long number, String reason) {
        return verbs.withdraw(actor, number, reason);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CheckOverride> all(Actor actor, Query query) {
        Permissions.require(actor, Action.READ_PROMOTION);
        Instant now = clock.instant();
        return rows.all(query.model()).stream()
                .map(OverrideRows.Row::shown)
                .map(each -> each.asOf(now))
                .filter(each -> query.states().isEmpty() || query.states().contains(each.state()))
                .filter(each -> query.olderThan() == null || each.ageInDays(now) >= query.olderThan())
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CheckOverride> find(Actor actor, long number) {
        Permissions.require(actor, Action.READ_PROMOTION);
        Instant now = clock.instant();
        return rows.find(number).map(OverrideRows.Row::shown).map(each -> each.asOf(now));
    }

    @Override
    @Transactional(readOnly = true)
    public Yours yours(Actor actor, CheckOverride override) {
        Permissions.require(actor, Action.READ_PROMOTION);
        OverrideRows.Row row = rows.find(override.number()).orElseThrow();
        Instant now = clock.instant();
        boolean waits = row.shown().stateAt(now) == OverrideState.PROPOSED;
        Optional<Sentence> whyNot = waits
                ? requests.read(override.request())
                        .flatMap(request -> verbs.objectionToDeciding(actor, request, row, OverrideVerb.AGREE))
                        .map(Outcome.Refused::sentence)
                : Optional.empty();
        boolean renewable = requests.read(override.request())
                .filter(request -> rules.who(actor, request).isEmpty())
                .isPresent();
        CheckOverride shown = row.shown();
        return new Yours(
                waits && whyNot.isEmpty(),
                whyNot.orElse(null),
                OverrideVerb.WITHDRAW.mayStartIn(shown.stateAt(now)) && OverrideRules.mayWithdraw(actor, row, now),
                renewable
                        && shown.inUse()
                        && shown.renewedBy() == null
                        && shown.renews() == null
                        && (shown.holds(now) || shown.overAt(now)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Sentence> objectionToProposing(Actor actor, long request) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return requests.read(request)
                .flatMap(found -> rules.who(actor, found).or(() -> rules.standing(actor, found)))
                .map(Outcome.Refused::sentence);
    }

    @Override
    @Transactional(readOnly = true)
    public int mostDays(Actor actor, long request) {
        return requests.read(request)
                .map(ContestedRequests.Contested::evaluationId)
                .flatMap(id -> evaluations.find(actor, id))
                .map(rules::mostDays)
                .orElse(MOST_DAYS);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Concern> concerning(Actor actor) {
        if (!Permissions.check(actor, Action.READ_PROMOTION).granted()) {
            return List.of();
        }
        Instant now = clock.instant();
        boolean judges = Permissions.check(actor, Action.OVERRIDE).granted();
        Set<UUID> oneWith = requests.oneWith(actor.person()).stream()
                .flatMap(person -> Stream.of(person.id(), person.answersTo()))
                .collect(Collectors.toSet());
        return rows.openOrInUse().stream()
                .filter(row -> matters(row.shown(), now))
                .filter(row -> row.shown().stateAt(now) != OverrideState.PROPOSED
                        || judges
                        || row.people().contains(actor.person().answersTo()))
                .map(row -> new Concern(row.shown().asOf(now), judges && waitsFor(oneWith, row, now)))
                .toList();
    }

    /** Open, or over while the version that it let into use still is. */
    private static boolean matters(CheckOverride override, Instant now) {
        return override.stateAt(now).open() || override.inUse() && override.overAt(now);
    }

    private static boolean waitsFor(Set<UUID> oneWith, OverrideRows.Row row, Instant now) {
        return row.shown().stateAt(now) == OverrideState.PROPOSED
                && oneWith.stream()
                        .noneMatch(id ->
                                row.judged().contains(id) || row.proposers().contains(id));
    }
}
