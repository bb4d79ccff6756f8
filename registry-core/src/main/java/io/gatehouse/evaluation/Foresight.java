package io.gatehouse.evaluation;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.checks.Case;
import io.gatehouse.checks.CaseFile;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Judge;
import io.gatehouse.evaluation.ChampionsInUse.Champion;
import io.gatehouse.evidence.Evidence;
import io.gatehouse.evidence.EvidenceShelf;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.people.Actor;
import io.gatehouse.policy.ChampionAhead;
import io.gatehouse.policy.ChampionAhead.Turn;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.Use;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.scoring.EvidenceReducer;
import io.gatehouse.scoring.ReductionResult;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges a version in use twice, on the case and evidence that were kept: by what counts, and by what somebody would rather have. */
@Component
class Foresight {
    private final EvaluationStore store;
    private final EvidenceShelf shelf;
    private final ArtifactStore artifacts;
    private final EvidenceReducer reducer;

    Foresight(EvaluationStore store, EvidenceShelf shelf, ArtifactStore artifacts, EvidenceReducer reducer) {
        this.store = store;
        this.shelf = shelf;
        this.artifacts = artifacts;
        this.reducer = reducer;
    }

    /** What a version is held against. */
    record Measure(PolicyDocument policy, ValueAssumptions assumptions) {
        Case applied(Case of) {
            return new Case(
                    of.model(),
                    of.version(),
                    of.alias(),
                    of.champion(),
                    policy,
                    assumptions,
                    of.record(),
                    of.origin(),
                    of.testSet(),
                    of.descriptionSha256());
        }
    }

    ChampionAhead judge(Actor actor, Champion champion, Use use, Measure today, Measure proposed) {
        Optional<Evaluation> newest = store.latest(champion.modelId(), champion.version(), use);
        if (newest.isEmpty()) {
            return unjudged(champion, use, say("proposal.not_judged.nothing"));
        }
        Optional<Case> kept = store.judgedCase(newest.get().id()).map(CaseFile::read);
        Optional<Evidence.Found> evidence =
                kept.flatMap(of -> shelf.kept(actor, newest.get().evidence().sha256(), of.descriptionSha256()));
        if (kept.isEmpty() || evidence.isEmpty()) {
            return unjudged(champion, use, say("proposal.not_judged.gone"));
        }
        Answer before = answer(kept.get(), evidence.get(), today);
        Answer after = answer(kept.get(), evidence.get(), proposed);
        return switch (after) {
            case Answer.Unreadable(Sentence why) -> unjudged(champion, use, why);
            case Answer.Judged(List<CheckResult> checks) ->
                new ChampionAhead(
                        champion.modelId(),
                        champion.model(),
                        champion.version(),
                        use,
                        null,
                        checks.stream().anyMatch(check -> blocks(check, proposed.policy)),
                        before instanceof Answer.Judged judged ? turns(judged.checks, checks) : List.of());
        };
    }

    private static ChampionAhead unjudged(Champion champion, Use use, Sentence why) {
        return new ChampionAhead(champion.modelId(), champion.model(), champion.version(), use, why, false, List.of());
    }

    private sealed interface Answer {
        record Judged(List<CheckResult> checks) implements Answer {}

        record Unreadable(Sentence why) implements Answer {}
    }

    /** The acting threshold is the policy's, so the table is counted for each. */
    private Answer answer(Case of, Evidence.Found evidence, Measure measure) {
        return switch (reducer.reduce(
                artifacts.localFile(evidence.table()), evidence.description(), measure.policy.actingThreshold())) {
            case ReductionResult.Refused(io.gatehouse.scoring.Refusal refusal) ->
                new Answer.Unreadable(say("proposal.not_judged.unreadable", "reason", refusal.sentence()));
            case ReductionResult.Reduced reduced ->
                new Answer.Judged(Judge.rule(measure.applied(of), evidence.description(), reduced.statistics())
                        .checks());
        };
    }

    private static boolean blocks(CheckResult check, PolicyDocument policy) {
        return check.verdict() != Verdict.PASS
                && (check.verdict() != Verdict.NOT_APPLICABLE
                        || !policy.excuses(check.check().name()));
    }

    /** The checks that answer otherwise, or in other words. */
    private static List<Turn> turns(List<CheckResult> before, List<CheckResult> after) {
        return after.stream()
                .flatMap(now -> before.stream()
                        .filter(then -> then.check() == now.check())
                        .filter(then -> then.verdict() != now.verdict()
                                || !then.sentence()
                                        .english()
                                        .equals(now.sentence().english()))
                        .map(then -> turn(then, now)))
                .toList();
    }

    private static Turn turn(CheckResult then, CheckResult now) {
        return new Turn(now.check().name(), then.verdict(), now.verdict(), then.sentence(), now.sentence());
    }
}
