package io.gatehouse.promotion;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.overrides.AcceptedChecks;
import io.gatehouse.overrides.RequestDigest;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.policy.Policies;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.work.JobHandler;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the checks of a request. The evidence is read outside any transaction; what came of it is stored in one, and only if the request
 * still waits for this very round.
 */
@Component
class EvaluationJob implements JobHandler {
    static final String KIND = "evaluate";
    private static final int LONGEST_REASON = 300;

    private final PromotionRequests requests;
    private final PromotionSteps steps;
    private final Evaluations evaluations;
    private final ModelVersions versions;
    private final Policies policies;
    private final AcceptedChecks accepted;
    private final People people;
    private final TransactionTemplate transaction;

    EvaluationJob(
            PromotionRequests requests,
            PromotionSteps steps,
            Evaluations evaluations,
            ModelVersions versions,
            Policies policies,
            AcceptedChecks accepted,
            People people,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.steps = steps;
        this.evaluations = evaluations;
        this.versions = versions;
        this.policies = policies;
        this.accepted = accepted;
        this.people = people;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Map<String, Object> payload, Progress progress) {
        long number = number(payload, "request").longValue();
        int round = number(payload, "round").intValue();
        Optional<PromotionRequests.Locked> waiting = transaction
                .execute(status -> requests.lock(number))
                .filter(found -> found.request().awaitsEvaluation(round));
        if (waiting.isEmpty()) {
            return;
        }
        PromotionRequest request = waiting.get().request();
        Actor actor = inTheNameOf(request);
        progress.at(10, "Reading the evidence");
        Evaluations.Result result =
                waiting.get().model().map(model -> judge(actor, model, request)).orElseGet(EvaluationJob::gone);
        transaction.executeWithoutResult(status -> store(actor, number, round, result));
    }

    /** Nobody should wait for checks that will not run: the request goes back to its requester, who can have them run again. */
    @Override
    public void gaveUp(Map<String, Object> payload, String why) {
        long number = number(payload, "request").longValue();
        int round = number(payload, "round").intValue();
        requests.lock(number).map(PromotionRequests.Locked::request).ifPresent(request -> {
            Sentence sentence = Sentences.say(EvaluationProblem.FAILED, "why", excerpt(why));
            if (request.notEvaluable(round, PromotionSteps.write(sentence), steps.now())) {
                steps.tell(
                        inTheNameOf(request), request, "promotion.evaluation_failed", sentence, Map.of("round", round));
            }
        });
    }

    private static String excerpt(String why) {
        String text = why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON) + "…";
        return text.endsWith(".") ? text : text + ".";
    }

    private static Number number(Map<String, Object> payload, String name) {
        if (payload.get(name) instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("The job names no " + name + ": " + payload);
    }

    private Evaluations.Result judge(Actor actor, RegisteredModel model, PromotionRequest request) {
        boolean there =
                versions.of(actor, model.name()).stream().anyMatch(found -> found.version() == request.version());
        return there ? evaluations.evaluate(actor, model.name(), request.version(), request.use()) : gone();
    }

    private static Evaluations.Result gone() {
        return new Evaluations.Result.Impossible("VERSION_DELETED", Sentences.say(EvaluationProblem.VERSION_GONE));
    }

    private void store(Actor actor, long number, int round, Evaluations.Result result) {
        PromotionRequest request = requests.lock(number).orElseThrow().request();
        switch (result) {
            case Evaluations.Result.Stored(Evaluation evaluation) -> {
                ApprovalsAsked asked = ApprovalsAsked.of(policies.of(evaluation.policy())
                        .orElseThrow()
                        .document()
                        .approvals());
                String votesOn = RequestDigest.of(evaluation.digest(), accepted.of(request.id()));
                if (request.evaluated(round, evaluation, asked, votesOn, steps.now())) {
                    steps.tell(
                            actor,
                            request,
                            "promotion.evaluated",
                            StatusLines.evaluated(evaluation),
                            Map.of("evaluation", evaluation.id().toString(), "digest", evaluation.digest()));
                }
            }
            case Evaluations.Result.Impossible(String code, Sentence why) -> {
                if (request.notEvaluable(round, PromotionSteps.write(why), steps.now())) {
                    steps.tell(
                            actor,
                            request,
                            "promotion.not_evaluable",
                            Sentences.say("promotion.not_evaluable", "why", why.english()),
                            Map.of("code", code));
                }
            }
        }
    }

    /** The house works, and what it does is put down to whoever asked for it. */
    private Actor inTheNameOf(PromotionRequest request) {
        Person requester = people.byId(request.requestedBy()).orElseThrow();
        return new Actor(requester, Actor.Via.SYSTEM, "PR-" + request.number());
    }
}
