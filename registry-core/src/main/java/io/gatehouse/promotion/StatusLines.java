package io.gatehouse.promotion;

import io.gatehouse.checks.CheckResult;
import io.gatehouse.evaluation.Change;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.people.Person;
import io.gatehouse.policy.Approver;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a request needs and from whom, in one line. */
final class StatusLines {
    private StatusLines() {}

    /**
     * What a status line is made of.
     *
     * @param state now
     * @param lastStep what happened last
     * @param problem why the checks could not run; absent otherwise
     * @param jobFailed whether running the checks broke off for good
     * @param unmet names of the checks that did not pass and that no override covers
     * @param overridden names of the checks that overrides in force cover
     * @param proposed readable numbers of overrides that wait for a second person
     * @param approvers kinds of those who approved, in their order
     * @param seats that approvals are needed for
     * @param changes of what the checks rest on since they ran
     * @param lapsed those whose approvals count no more
     * @param lacking fields of the model card that the policy asks for and nobody answered
     */
    record Facts(
            RequestState state,
            Sentence lastStep,
            @Nullable Sentence problem,
            boolean jobFailed,
            List<String> unmet,
            List<String> overridden,
            List<String> proposed,
            List<Set<Approver>> approvers,
            Seats seats,
            List<Change> changes,
            List<Person> lapsed,
            List<CardField> lacking) {
        Facts {
            lacking = List.copyOf(lacking);
            unmet = List.copyOf(unmet);
            overridden = List.copyOf(overridden);
            proposed = List.copyOf(proposed);
            approvers = List.copyOf(approvers);
            changes = List.copyOf(changes);
            lapsed = List.copyOf(lapsed);
        }

        /** What one query of the request cannot tell. */
        Facts with(List<Change> changesKnown, List<Person> lapsedKnown) {
            return new Facts(
                    state,
                    lastStep,
                    problem,
                    jobFailed,
                    unmet,
                    overridden,
                    proposed,
                    approvers,
                    seats,
                    changesKnown,
                    lapsedKnown,
                    lacking);
        }
    }

    static Sentence of(Facts facts) {
        return switch (facts.state) {
            case EVALUATING ->
                Sentences.say(facts.jobFailed ? "promotion.status.broken" : "promotion.status.evaluating");
            case AWAITING_REVIEW -> awaiting(facts);
            case CHANGES_REQUESTED ->
                facts.problem == null || facts.problem.code().equals(EvaluationProblem.FAILED)
                        ? facts.lastStep
                        : Sentences.say("promotion.status.problem", "why", facts.problem.english());
            case APPROVED ->
                facts.changes.isEmpty()
                        ? facts.lastStep
                        : Sentences.say("promotion.status.scheduled.void", "parts", Change.inWords(facts.changes));
            case DRAFT, EXECUTED, REJECTED, WITHDRAWN, EXPIRED, OUTDATED, ROLLED_BACK -> facts.lastStep;
        };
    }

    private static Sentence awaiting(Facts facts) {
        if (!facts.lacking.isEmpty() && facts.unmet.isEmpty()) {
            return Sentences.say(
                    "card.missing.status",
                    "fields",
                    Written.list(facts.lacking.stream().map(Words::of).toList()));
        }
        if (!facts.changes.isEmpty()) {
            return Sentences.say(
                    !facts.approvers.isEmpty() ? "promotion.status.void" : "promotion.status.changed",
                    "parts",
                    Change.inWords(facts.changes));
        }
        if (!facts.unmet.isEmpty()) {
            return facts.proposed.isEmpty()
                    ? Sentences.say("promotion.status.blocked", "checks", listed(facts.unmet))
                    : Sentences.say(
                            "promotion.status.blocked.proposed",
                            "checks",
                            listed(facts.unmet),
                            "overrides",
                            String.join(", ", facts.proposed));
        }
        if (!facts.lapsed.isEmpty()) {
            return VoteRules.lapsed(facts.lapsed);
        }
        Sentence needs = needs(facts);
        return facts.overridden.isEmpty()
                ? needs
                : Sentences.say(
                        "promotion.status.overridden", "needs", needs.english(), "checks", listed(facts.overridden));
    }

    private static String listed(List<String> checks) {
        return checks.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }

    private static Sentence needs(Facts facts) {
        List<Approver> free = facts.seats.free(facts.approvers);
        if (facts.seats.kinds().contains(Approver.RISK)) {
            return Sentences.say(
                    facts.seats.inOrder() && free.size() > 1
                            ? "promotion.status.needs_order"
                            : "promotion.status.needs_kind",
                    "kinds",
                    Seats.inWords(free));
        }
        long missing = free.size();
        return missing == 1
                ? Sentences.say("promotion.status.needs_one")
                : Sentences.say("promotion.status.needs", "missing", missing);
    }

    /** How the checks came out, for the history. */
    static Sentence evaluated(Evaluation evaluation) {
        long passed = count(evaluation.checks(), Verdict.PASS);
        return Sentences.say(
                "promotion.evaluated",
                "evaluation",
                "EV-" + evaluation.number(),
                "passed",
                passed,
                "checks",
                evaluation.checks().size());
    }

    private static long count(List<CheckResult> checks, Verdict verdict) {
        return checks.stream().filter(check -> check.verdict() == verdict).count();
    }
}
