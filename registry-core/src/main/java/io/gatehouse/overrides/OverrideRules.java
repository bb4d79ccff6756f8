package io.gatehouse.overrides;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.evaluation.Change;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.house.HouseDays;
import io.gatehouse.overrides.ContestedRequests.Contested;
import io.gatehouse.overrides.Overrides.Outcome.Refused;
import io.gatehouse.overrides.Overrides.Wanted;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.Use;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may accept what, and for how long. */
@Component
class OverrideRules {
    private static final int LONGEST_TEXT = 4000;

    private final ContestedRequests requests;
    private final Policies policies;

    OverrideRules(ContestedRequests requests, Policies policies) {
        this.requests = requests;
        this.policies = policies;
    }

    /** Why this person may be neither of the two; empty if they may. */
    Optional<Refused> who(Actor actor, Contested request) {
        if (Permissions.check(actor, Action.OVERRIDE) instanceof Permissions.Decision.Denied denied) {
            return Optional.of(refused("NOT_PERMITTED", denied.sentence()));
        }
        return requests.objection(actor.person(), request).map(own -> refused("FOUR_EYES", own));
    }

    /** Why this person is not a second one beside those who proposed it; empty if they are. */
    Optional<Refused> second(List<Person> oneWith, OverrideRows.Row row) {
        return oneWith.stream()
                .filter(person -> row.proposers().contains(person.answersTo()))
                .findFirst()
                .map(person -> refused(
                        "FOUR_EYES",
                        person.equals(oneWith.getFirst())
                                ? say("override.four_eyes.own")
                                : say("override.four_eyes.pair", "person", person.displayName())));
    }

    Optional<Refused> texts(Wanted wanted) {
        return text("reason", wanted.reason()).or(() -> text("control", wanted.control()));
    }

    /** @param field {@code reason} or {@code control} */
    Optional<Refused> text(String field, String text) {
        if (text.isBlank()) {
            return Optional.of(new Refused("REASON_REQUIRED", field, say("override.missing." + field)));
        }
        return unfit(field, text);
    }

    Optional<Refused> unfit(String field, String text) {
        return text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0
                ? Optional.of(new Refused(
                        "INVALID_TEXT",
                        field,
                        say(
                                "promotion.text_unfit",
                                "what",
                                say("override.what." + field).english())))
                : Optional.empty();
    }

    /** Why what a request stands on cannot be accepted any more: it does not await review, or something changed since. */
    Optional<Refused> standing(Actor actor, Contested request) {
        if (request.standing() != ContestedRequests.Standing.AWAITS_REVIEW) {
            return Optional.of(refused(
                    "NOT_OPEN",
                    say("override.request_not_open", "request", "PR-" + request.number(), "state", request.state())));
        }
        List<Change> changes = requests.changes(actor, request);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        refused("CHANGED_SINCE", say("override.changed_since", "parts", Change.inWords(changes))));
    }

    /** Why nobody can accept this finding: it needs none, or the rules of the house or of the policy forbid it. */
    Optional<Refused> finding(Evaluation evaluation, CheckName check) {
        Optional<CheckResult> result = evaluation.check(check);
        String name = Words.of(check);
        if (result.isEmpty()) {
            return Optional.of(new Refused("UNKNOWN_CHECK", "check", say("override.no_check", "check", name)));
        }
        Verdict verdict = result.get().verdict();
        if (verdict == Verdict.PASS) {
            return Optional.of(new Refused("NOT_NEEDED", "check", say("override.passed", "check", name)));
        }
        return forbidden(evaluation, check, verdict).map(why -> new Refused("NOT_OVERRIDABLE", "check", why));
    }

    private Optional<Sentence> forbidden(Evaluation evaluation, CheckName check, Verdict verdict) {
        String name = Words.of(check);
        if (verdict == Verdict.ERROR) {
            return Optional.of(say("override.forbidden.error", "check", name));
        }
        if (verdict == Verdict.NOT_APPLICABLE) {
            return Optional.of(say("override.forbidden.inapplicable", "check", name));
        }
        if (check == CheckName.FAIRNESS && evaluation.policy().use() == Use.AUTOMATED) {
            return Optional.of(say("override.forbidden.automated"));
        }
        return mostDays(evaluation) == 0
                ? Optional.of(say(
                        "override.forbidden.policy",
                        "policy",
                        evaluation.policy().name() + " version "
                                + evaluation.policy().version()))
                : Optional.empty();
    }

    /** Longest time by the policy that judged, in days. */
    int mostDays(Evaluation evaluation) {
        return policies.of(evaluation.policy())
                .map(policy -> policy.document().overrideDays())
                .orElse(Overrides.MOST_DAYS);
    }

    Optional<Refused> until(Evaluation evaluation, LocalDate until, LocalDate today) {
        int most = mostDays(evaluation);
        return until.isBefore(today) || until.isAfter(today.plusDays(most))
                ? Optional.of(new Refused(
                        "INVALID_UNTIL",
                        "until",
                        say("override.until", "days", most, "last", Written.day(today.plusDays(most)))))
                : Optional.empty();
    }

    /**
     * Why the same check cannot be accepted once more: it is already, or what was accepted before allows no more time.
     *
     * @param earlier all overrides of the check of the version
     */
    Optional<Refused> again(List<CheckOverride> earlier, Contested request, Evaluation evaluation, Wanted wanted) {
        Optional<CheckOverride> open = earlier.stream()
                .filter(each -> each.request() == request.number()
                        && each.evaluationDigest().equals(evaluation.digest())
                        && each.state().open())
                .findFirst();
        if (open.isPresent()) {
            boolean waits = open.get().state() == OverrideState.PROPOSED;
            return Optional.of(refused(
                    waits ? "ALREADY_PROPOSED" : "ALREADY_IN_FORCE",
                    say(
                            waits ? "override.waiting" : "override.in_force",
                            "override",
                            open.get().id())));
        }
        return sameEvidence(earlier, evaluation)
                .filter(limit -> wanted.until().isAfter(limit.lastDay()))
                .map(limit -> noNewEvidence(limit))
                .or(() -> second(earlier, evaluation));
    }

    static Refused noNewEvidence(CheckOverride limit) {
        return new Refused(
                "NO_NEW_EVIDENCE",
                "until",
                say("override.same_evidence", "override", limit.id(), "day", Written.day(limit.lastDay())));
    }

    /** Of those that accepted a finding on the evidence of this evaluation, the one that ends first. */
    static Optional<CheckOverride> sameEvidence(List<CheckOverride> earlier, Evaluation evaluation) {
        return inForceOnce(earlier).stream()
                .filter(each ->
                        each.evidenceSha256().equals(evaluation.evidence().sha256()))
                .min(java.util.Comparator.comparing(CheckOverride::until));
    }

    /** New evidence allows one renewal: what rests on a third piece of evidence is a second one. */
    private static Optional<Refused> second(List<CheckOverride> earlier, Evaluation evaluation) {
        List<CheckOverride> before = inForceOnce(earlier);
        Set<String> evidence =
                before.stream().map(CheckOverride::evidenceSha256).collect(java.util.stream.Collectors.toSet());
        return evidence.size() > 1 && !evidence.contains(evaluation.evidence().sha256())
                ? Optional.of(refused(
                        "RENEWED_ONCE",
                        say(
                                "override.renewed_once",
                                "override",
                                before.getLast().id())))
                : Optional.empty();
    }

    /** The one whose place another on this evaluation takes; empty if that is the first on its evidence. */
    static Optional<UUID> renewed(List<OverrideRows.Row> earlier, Evaluation evaluation) {
        List<OverrideRows.Row> before =
                earlier.stream().filter(each -> each.shown().agreedAt() != null).toList();
        boolean fresh = before.stream()
                .noneMatch(each -> each.shown()
                        .evidenceSha256()
                        .equals(evaluation.evidence().sha256()));
        return before.isEmpty() || !fresh
                ? Optional.empty()
                : Optional.of(before.getLast().id());
    }

    private static List<CheckOverride> inForceOnce(List<CheckOverride> earlier) {
        return earlier.stream().filter(each -> each.agreedAt() != null).toList();
    }

    /** Why nothing of the kind can be done to it as it stands; empty if it can. */
    static Optional<Refused> state(CheckOverride override, OverrideVerb verb, java.time.Instant now) {
        OverrideState state = override.stateAt(now);
        return verb.mayStartIn(state)
                ? Optional.empty()
                : Optional.of(refused("NOT_OPEN", say("override.not_open." + state, "override", override.id())));
    }

    static boolean mayWithdraw(Actor actor, OverrideRows.Row row, java.time.Instant now) {
        UUID human = actor.person().answersTo();
        return row.proposers().contains(human)
                || row.shown().stateAt(now) == OverrideState.IN_FORCE
                        && (human.equals(row.agreedHuman())
                                || actor.person().active() && actor.person().has(io.gatehouse.people.Role.RISK));
    }

    static LocalDate today(java.time.Instant now) {
        return HouseDays.of(now);
    }

    static Refused refused(String code, Sentence sentence) {
        return new Refused(code, "", sentence);
    }
}
