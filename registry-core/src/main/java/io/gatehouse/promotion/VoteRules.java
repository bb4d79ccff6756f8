package io.gatehouse.promotion;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.evaluation.Change;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.overrides.AcceptedChecks;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.overrides.OverrideState;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.policy.Approver;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyVersion;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.Promotions.Outcome.Refused;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import io.gatehouse.work.Jobs;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** When a vote counts. The review screen asks the same rules before it offers a button. */
@Component
class VoteRules {
    private final FourEyes fourEyes;
    private final GivenApprovals given;
    private final Evaluations evaluations;
    private final Policies policies;
    private final ModelCards cards;
    private final AcceptedChecks accepted;
    private final Jobs jobs;

    VoteRules(
            FourEyes fourEyes,
            GivenApprovals given,
            Evaluations evaluations,
            Policies policies,
            ModelCards cards,
            AcceptedChecks accepted,
            Jobs jobs) {
        this.cards = cards;
        this.fourEyes = fourEyes;
        this.given = given;
        this.evaluations = evaluations;
        this.policies = policies;
        this.accepted = accepted;
        this.jobs = jobs;
    }

    /** Why this person may not vote on this request as it stands; empty if they may. */
    Optional<Refused> objectionToVoting(Actor actor, PromotionRequest request) {
        return objectionToVoting(actor, voter(actor), request);
    }

    /** Who wants to vote, with those with whom they count as one. */
    Voter voter(Actor actor) {
        return fourEyes.voter(actor.person());
    }

    Optional<Refused> objectionToVoting(Actor actor, Voter voter, PromotionRequest request) {
        Optional<Refused> own = fourEyes.objection(voter, request.requestedBy(), request.trainedBy())
                .map(why -> new Refused("FOUR_EYES", why));
        if (!request.asked().seats().anyFor(voter.kinds())
                && Permissions.check(actor, Action.VOTE) instanceof Permissions.Decision.Denied denied) {
            // A role would not help whoever asked or trained, so they are not sent for one.
            return own.or(() -> Optional.of(new Refused("NOT_PERMITTED", denied.sentence())));
        }
        if (!request.may(RequestVerb.APPROVE)) {
            return Optional.of(notOpen(request));
        }
        if (own.isPresent()) {
            return own;
        }
        if (request.hasVoted(actor.person())) {
            return Optional.of(new Refused("ALREADY_VOTED", Sentences.say("promotion.already_voted")));
        }
        return voter.pair().stream()
                .filter(request::hasVoted)
                .findFirst()
                .map(other -> new Refused(
                        "ALREADY_VOTED", Sentences.say("promotion.already_voted.pair", "person", other.displayName())));
    }

    /** Why nobody's approval would count beside those that were given; empty if one would. Says the same to everybody. */
    Optional<Refused> objectionToEarlier(PromotionRequest request) {
        List<Person> lapsed = given.lapsed(Set.of(request.id())).getOrDefault(request.id(), List.of());
        return lapsed.isEmpty() ? Optional.empty() : Optional.of(new Refused("APPROVAL_LAPSED", lapsed(lapsed)));
    }

    /** Whose approvals count no more, and the way out. @param people at least one */
    static Sentence lapsed(List<Person> people) {
        return Sentences.say(
                "promotion.approval_lapsed",
                "people",
                Written.list(people.stream().map(Person::displayName).toList()));
    }

    /** Why an approval by this person would fill no seat now; empty if it would. Rejecting takes none. */
    Optional<Refused> objectionToSeat(Voter voter, PromotionRequest request) {
        Seats seats = request.asked().seats();
        List<Set<Approver>> taken = request.approvers();
        if (seats.admits(taken, voter.kinds())) {
            return Optional.empty();
        }
        List<Approver> free = seats.free(taken);
        boolean later = seats.inOrder() && free.stream().anyMatch(voter.kinds()::contains);
        return Optional.of(
                later
                        ? new Refused(
                                "NOT_YOUR_TURN",
                                Sentences.say("promotion.seat.order", "kinds", Seats.inWords(free.subList(0, 1))))
                        : new Refused("NO_SEAT", Sentences.say("promotion.seat.taken", "kinds", Seats.inWords(free))));
    }

    /** Why this vote does not count, beyond who casts it. */
    Optional<Refused> objectionTo(
            Actor actor, PromotionRequest request, Choice choice, String reason, String digestRead) {
        if (choice != Choice.APPROVE && reason.isBlank()) {
            return Optional.of(new Refused("REASON_REQUIRED", Sentences.say("promotion.reason_required")));
        }
        return Objects.equals(digestRead, request.digest())
                ? Optional.empty()
                : Optional.of(evaluatedSince(actor, request, digestRead));
    }

    /** The reader decides on an evaluation that another has taken the place of. */
    private Refused evaluatedSince(Actor actor, PromotionRequest request, String digestRead) {
        List<Change> changes = evaluation(actor, request)
                .map(now -> evaluations.changesBetween(actor, request.modelId(), digestRead, now))
                .orElse(List.of());
        if (!changes.isEmpty()) {
            return new Refused(
                    "CHANGED_SINCE", Sentences.say("promotion.changed_since.read", "parts", Change.inWords(changes)));
        }
        return new Refused(
                "CHANGED_SINCE",
                Sentences.say(
                        accepted.of(request.id()).isEmpty()
                                ? "promotion.changed_since"
                                : "promotion.changed_since.overrides"));
    }

    private Optional<Evaluation> evaluation(Actor actor, PromotionRequest request) {
        return Optional.ofNullable(request.evaluationId()).flatMap(id -> evaluations.find(actor, id));
    }

    /** Why nobody may approve; the evaluation is the one that the request stands on. */
    Optional<Sentence> objectionToApproving(UUID request, Evaluation evaluation) {
        List<CheckResult> blocking = blocking(evaluation, accepted.covered(request, evaluation.digest()));
        if (evaluation.checks().isEmpty()) {
            return Optional.of(Sentences.say("promotion.no_checks"));
        }
        if (blocking.isEmpty()) {
            return Optional.empty();
        }
        List<String> proposed = accepted.of(request).stream()
                .filter(override -> override.state() == OverrideState.PROPOSED)
                .map(CheckOverride::id)
                .toList();
        return Optional.of(
                proposed.isEmpty()
                        ? Sentences.say("promotion.checks_not_passed", "checks", inWords(blocking))
                        : Sentences.say(
                                "promotion.checks_not_passed.proposed",
                                "checks",
                                inWords(blocking),
                                "overrides",
                                Written.list(proposed)));
    }

    /** What the model card lacks of what the policy asks for by which the version was judged; empty if nothing. */
    Optional<Sentence> objectionToCard(UUID modelId, Evaluation evaluation) {
        List<CardField> asked = policies.of(evaluation.policy())
                .map(policy -> policy.document().cardFields())
                .orElse(List.of());
        List<CardField> missing = cards.missing(modelId, evaluation.version(), asked);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Sentences.say(
                        "card.missing",
                        "version",
                        evaluation.version(),
                        "policy",
                        evaluation.policy().name() + " v" + evaluation.policy().version(),
                        "fields",
                        Written.list(missing.stream().map(Words::of).toList())));
    }

    /**
     * The checks that stand in the way: those that did not pass, unless the policy that asked lets them not apply.
     *
     * @param overridden checks that overrides in force cover
     */
    List<CheckResult> blocking(Evaluation evaluation, Set<CheckName> overridden) {
        List<CheckResult> unmet = evaluation.checks().stream()
                .filter(check -> check.verdict() != Verdict.PASS && !overridden.contains(check.check()))
                .toList();
        if (unmet.stream().noneMatch(check -> check.verdict() == Verdict.NOT_APPLICABLE)) {
            return unmet;
        }
        Optional<PolicyDocument> policy = policies.of(evaluation.policy()).map(PolicyVersion::document);
        return unmet.stream()
                .filter(check -> check.verdict() != Verdict.NOT_APPLICABLE
                        || policy.filter(document ->
                                        document.excuses(check.check().name()))
                                .isEmpty())
                .toList();
    }

    /** Why this approval does not count: a check that did not pass, an answer that the card lacks, or evidence, policy or champion that changed since. */
    Optional<Refused> objectionToApproving(Actor actor, PromotionRequest request, Optional<RegisteredModel> model) {
        if (model.isEmpty()) {
            return Optional.of(new Refused("VERSION_DELETED", Sentences.say(EvaluationProblem.VERSION_GONE)));
        }
        Optional<Evaluation> evaluation = evaluation(actor, request);
        Optional<Sentence> unmet = evaluation
                .map(judged -> objectionToApproving(request.id(), judged))
                .orElseGet(() -> Optional.of(Sentences.say("promotion.no_checks")));
        if (unmet.isPresent()) {
            return Optional.of(new Refused("CHECKS_NOT_PASSED", unmet.get()));
        }
        Optional<Sentence> card = objectionToCard(request.modelId(), evaluation.orElseThrow());
        if (card.isPresent()) {
            return Optional.of(new Refused("CARD_INCOMPLETE", card.get()));
        }
        List<Change> changes = evaluations.changesSince(actor, model.get().name(), evaluation.orElseThrow());
        return changes.isEmpty() ? Optional.empty() : Optional.of(new Refused("CHANGED_SINCE", changedSince(changes)));
    }

    /** What of an evaluation that reviewers read is no longer so. */
    static Sentence changedSince(List<Change> changes) {
        return Sentences.say("promotion.changed_since.now", "parts", Change.inWords(changes));
    }

    /** Why this person may not have the checks run again; empty if they may. */
    Optional<Refused> objectionToEvaluatingAgain(Actor actor, PromotionRequest request) {
        if (!actor.person().has(Role.REVIEWER)
                && Permissions.check(actor, Action.REQUEST_PROMOTION) instanceof Permissions.Decision.Denied denied) {
            return Optional.of(new Refused("NOT_PERMITTED", denied.sentence()));
        }
        if (request.versionGone() && request.state().open()) {
            return Optional.of(new Refused("VERSION_DELETED", Sentences.say(EvaluationProblem.VERSION_GONE)));
        }
        return request.may(RequestVerb.EVALUATE_AGAIN) || brokenOff(request)
                ? Optional.empty()
                : Optional.of(notOpen(request));
    }

    /** A job that failed for good leaves its request waiting; somebody may start another. */
    boolean brokenOff(PromotionRequest request) {
        return request.state() == RequestState.EVALUATING
                && jobs.status(request.jobId())
                        .filter(job -> job.state().equals("FAILED"))
                        .isPresent();
    }

    static Refused notOpen(PromotionRequest request) {
        String code = request.state().open() ? "promotion.not_awaiting" : "promotion.not_open";
        return new Refused(
                "NOT_OPEN", Sentences.say(code, "request", "PR-" + request.number(), "state", words(request.state())));
    }

    static String words(RequestState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String inWords(List<CheckResult> checks) {
        return checks.stream()
                .map(check -> check.check().name().toLowerCase(Locale.ROOT) + " (" + verdict(check.verdict()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "passed";
            case FAIL -> "failed";
            case INCONCLUSIVE -> "inconclusive";
            case NOT_APPLICABLE -> "not applicable";
            case ERROR -> "could not be computed";
        };
    }
}
