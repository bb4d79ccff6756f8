package io.gatehouse.overrides;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.house.HouseDays;
import io.gatehouse.ids.Ids;
import io.gatehouse.overrides.ContestedRequests.Contested;
import io.gatehouse.overrides.ContestedRequests.Standing;
import io.gatehouse.overrides.Overrides.Outcome;
import io.gatehouse.overrides.Overrides.Outcome.Refused;
import io.gatehouse.overrides.Overrides.Wanted;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Person;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every verb takes the lock of the model, then checks, then acts, and its audit event commits with it. */
@Component
class GuardedOverrides {
    private final ContestedRequests requests;
    private final Evaluations evaluations;
    private final OverrideRows rows;
    private final OverrideRules rules;
    private final OverrideSteps steps;
    private final Ids ids;
    private final Clock clock;

    GuardedOverrides(
            ContestedRequests requests,
            Evaluations evaluations,
            OverrideRows rows,
            OverrideRules rules,
            OverrideSteps steps,
            Ids ids,
            Clock clock) {
        this.requests = requests;
        this.evaluations = evaluations;
        this.rows = rows;
        this.rules = rules;
        this.steps = steps;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Outcome propose(Actor actor, long number, CheckName check, Wanted wanted) {
        Optional<Contested> found = requests.lock(number);
        if (found.isEmpty()) {
            return new Refused("UNKNOWN_REQUEST", "", say("promotion.unknown", "request", "PR-" + number));
        }
        Contested request = found.get();
        Outcome outcome = rules.who(actor, request)
                .or(() -> rules.texts(wanted))
                .or(() -> rules.standing(actor, request))
                .<Outcome>map(refused -> refused)
                .orElseGet(() -> judged(actor, request)
                        .map(evaluation -> accept(actor, request, evaluation, check, wanted))
                        .orElseGet(() -> OverrideRules.refused("CHECKS_NOT_RUN", say("promotion.no_checks"))));
        return onRecord(actor, "promotion/PR-" + number, "propose", outcome);
    }

    private Optional<Evaluation> judged(Actor actor, Contested request) {
        return Optional.ofNullable(request.evaluationId()).flatMap(id -> evaluations.find(actor, id));
    }

    private Outcome accept(Actor actor, Contested request, Evaluation evaluation, CheckName check, Wanted wanted) {
        List<OverrideRows.Row> earlier = rows.of(request.modelId(), request.version(), request.use(), check);
        List<CheckOverride> shown =
                earlier.stream().map(OverrideRows.Row::shown).map(this::asOfNow).toList();
        return rules.finding(evaluation, check)
                .or(() -> rules.until(evaluation, wanted.until(), HouseDays.of(now())))
                .or(() -> rules.again(shown, request, evaluation, wanted))
                .<Outcome>map(refused -> refused)
                .orElseGet(() -> proposed(actor, request, evaluation, check, wanted, earlier));
    }

    private CheckOverride asOfNow(CheckOverride override) {
        return override.asOf(now());
    }

    private Outcome proposed(
            Actor actor,
            Contested request,
            Evaluation evaluation,
            CheckName name,
            Wanted wanted,
            List<OverrideRows.Row> earlier) {
        Instant now = now();
        CheckResult check = evaluation.check(name).orElseThrow();
        long number = rows.nextNumber();
        rows.insert(new OverrideRows.New(
                ids.next(),
                number,
                request,
                name,
                check.verdict(),
                evaluation.id(),
                evaluation.digest(),
                evaluation.evidence().sha256(),
                new Wanted(wanted.reason().strip(), wanted.control().strip(), wanted.until()),
                HouseDays.endOf(wanted.until()),
                actor.person().id(),
                actor.person().answersTo(),
                requests.standsFor(actor.person()).stream()
                        .map(Person::answersTo)
                        .toList(),
                now,
                OverrideRules.renewed(earlier, evaluation).orElse(null)));
        Sentence sentence = say(
                "override.proposed",
                "person",
                actor.person().displayName(),
                "check",
                Words.of(name),
                "day",
                Written.day(wanted.until()),
                "override",
                "OV-" + number,
                "reason",
                ended(wanted.reason()));
        steps.tell(actor, request, "override.proposed", number, sentence);
        return done(number, sentence);
    }

    @Transactional
    public Outcome renew(Actor actor, long number, Wanted wanted) {
        return act(actor, number, "renew", (request, row) -> {
            Optional<Refused> objection = rules.who(actor, request)
                    .or(() -> rules.texts(wanted))
                    .or(() -> renewable(row.shown()))
                    .or(() -> stillCounts(actor, request, row));
            return objection
                    .<Outcome>map(refused -> refused)
                    .orElseGet(() -> standsOn(actor, request, row)
                            .filter(newest -> !newest.evidence()
                                    .sha256()
                                    .equals(row.shown().evidenceSha256()))
                            .map(newest ->
                                    accept(actor, request, newest, row.shown().check(), wanted))
                            .orElseGet(() -> OverrideRules.noNewEvidence(row.shown())));
        });
    }

    private Optional<Refused> renewable(CheckOverride override) {
        OverrideState state = override.stateAt(now());
        boolean may = override.renewedBy() == null
                && override.agreedAt() != null
                && (OverrideVerb.RENEW.mayStartIn(state) || override.overAt(now()));
        return may
                ? Optional.empty()
                : Optional.of(
                        OverrideRules.refused("NOT_OPEN", say("override.not_renewable", "override", override.id())));
    }

    /** A request that awaits review, or a version that came into use by it and is in use still. */
    private Optional<Refused> stillCounts(Actor actor, Contested request, OverrideRows.Row row) {
        if (request.standing() != Standing.EXECUTED) {
            return rules.standing(actor, request);
        }
        return row.shown().inUse()
                ? Optional.empty()
                : Optional.of(OverrideRules.refused(
                        "NOT_IN_USE",
                        say("override.not_in_use", "version", request.version(), "model", request.model())));
    }

    /** The evaluation that counts for a request now: that of the request, or once it is executed the newest of the version. */
    private Optional<Evaluation> standsOn(Actor actor, Contested request, OverrideRows.Row row) {
        return request.standing() == Standing.EXECUTED
                ? evaluations.of(actor, row.modelId(), request.version()).stream()
                        .filter(each -> each.policy().use() == request.use())
                        .findFirst()
                : judged(actor, request);
    }

    @Transactional
    public Outcome agree(Actor actor, long number) {
        return act(
                actor,
                number,
                "agree",
                (request, row) -> objectionToDeciding(actor, request, row, OverrideVerb.AGREE)
                        .or(() -> stillCounts(actor, request, row))
                        .or(() -> judgedSince(actor, request, row))
                        .<Outcome>map(refused -> refused)
                        .orElseGet(() -> agreed(actor, request, row)));
    }

    /** Why the actor cannot be the second person of it as it stands. */
    Optional<Refused> objectionToDeciding(Actor actor, Contested request, OverrideRows.Row row, OverrideVerb verb) {
        return rules.who(actor, request)
                .or(() -> OverrideRules.state(row.shown(), verb, now()))
                .or(() -> rules.second(requests.oneWith(actor.person()), row));
    }

    private Optional<Refused> judgedSince(Actor actor, Contested request, OverrideRows.Row row) {
        return standsOn(actor, request, row)
                        .filter(each -> each.digest().equals(row.shown().evaluationDigest()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(OverrideRules.refused(
                        "CHANGED_SINCE",
                        say("override.judged_since", "override", row.shown().id())));
    }

    private Outcome agreed(Actor actor, Contested request, OverrideRows.Row row) {
        Instant now = now();
        rows.agreed(row.id(), actor.person().id(), actor.person().answersTo(), now);
        CheckOverride shown = row.shown();
        Long renews = shown.renews();
        Sentence sentence = say(
                renews == null ? "override.agreed" : "override.agreed.renewal",
                "person",
                actor.person().displayName(),
                "check",
                Words.of(shown.check()),
                "day",
                Written.day(shown.lastDay()),
                "override",
                shown.id(),
                "renews",
                "OV-" + renews);
        steps.tell(actor, request, "override.agreed", shown.number(), sentence);
        Optional.ofNullable(renews)
                .flatMap(rows::find)
                .filter(before -> OverrideVerb.RENEW.mayStartIn(before.shown().state()))
                .ifPresent(before -> renewed(actor, request, before, shown));
        return done(shown.number(), sentence);
    }

    private void renewed(Actor actor, Contested request, OverrideRows.Row before, CheckOverride by) {
        rows.ended(before.id(), OverrideVerb.RENEW, actor.person().id(), "", now());
        steps.tell(
                actor,
                request,
                "override.renewed",
                before.shown().number(),
                say("override.renewed", "override", before.shown().id(), "by", by.id()));
    }

    @Transactional
    public Outcome decline(Actor actor, long number, String reason) {
        return act(
                actor,
                number,
                "decline",
                (request, row) -> objectionToDeciding(actor, request, row, OverrideVerb.DECLINE)
                        .or(() -> rules.text("reason", reason))
                        .<Outcome>map(refused -> refused)
                        .orElseGet(() -> end(actor, request, row, OverrideVerb.DECLINE, reason.strip())));
    }

    @Transactional
    public Outcome withdraw(Actor actor, long number, String reason) {
        return act(actor, number, "withdraw", (request, row) -> {
            boolean inForce = row.shown().state() == OverrideState.IN_FORCE;
            return OverrideRules.state(row.shown(), OverrideVerb.WITHDRAW, now())
                    .or(() -> OverrideRules.mayWithdraw(actor, row, now())
                            ? Optional.empty()
                            : Optional.of(OverrideRules.refused("NOT_YOURS", say("override.not_yours"))))
                    .or(() -> inForce ? rules.text("reason", reason) : rules.unfit("reason", reason))
                    .<Outcome>map(refused -> refused)
                    .orElseGet(() -> end(actor, request, row, OverrideVerb.WITHDRAW, reason.strip()));
        });
    }

    private Outcome end(Actor actor, Contested request, OverrideRows.Row row, OverrideVerb verb, String reason) {
        CheckOverride shown = row.shown();
        boolean inForce = shown.state() == OverrideState.IN_FORCE;
        rows.ended(row.id(), verb, actor.person().id(), reason, now());
        String code = verb == OverrideVerb.DECLINE
                ? "override.declined"
                : !inForce
                        ? "override.withdrawn"
                        : shown.inUse() ? "override.withdrawn.in_use" : "override.withdrawn.in_force";
        Sentence sentence = say(
                code,
                "person",
                actor.person().displayName(),
                "override",
                shown.id(),
                "check",
                Words.of(shown.check()),
                "version",
                shown.version(),
                "reason",
                reason.isEmpty() ? "" : " " + ended(reason));
        if (verb == OverrideVerb.DECLINE) {
            steps.tell(actor, request, "override.declined", shown.number(), sentence);
        } else {
            steps.tell(actor, request, "override.withdrawn", shown.number(), sentence);
        }
        return done(shown.number(), sentence);
    }

    private Outcome act(Actor actor, long number, String verb, BiFunction<Contested, OverrideRows.Row, Outcome> what) {
        Optional<Contested> request =
                rows.find(number).flatMap(row -> requests.lock(row.shown().request()));
        if (request.isEmpty()) {
            return new Refused("UNKNOWN_OVERRIDE", "", say("override.unknown", "override", "OV-" + number));
        }
        // Read once more, since it may have changed before the lock was had.
        Outcome outcome = what.apply(request.get(), rows.find(number).orElseThrow());
        return onRecord(actor, OverrideSteps.object(number), verb, outcome);
    }

    private Outcome onRecord(Actor actor, String object, String verb, Outcome outcome) {
        if (outcome instanceof Refused refused) {
            steps.refused(actor, object, verb, refused.code());
        }
        return outcome;
    }

    private Outcome done(long number, Sentence sentence) {
        return new Outcome.Done(rows.find(number).orElseThrow().shown(), sentence);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A reason as the end of a sentence. */
    private static String ended(String reason) {
        String text = reason.strip();
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }
}
