package io.gatehouse.promotion;

import io.gatehouse.evaluation.Change;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.overrides.ContestedRequests;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Person;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows overrides the requests that they are about: under the lock of their model, by the rules that hold for votes. */
@Component
class OverriddenRequests implements ContestedRequests {
    private final PromotionRequests requests;
    private final PromotionSteps steps;
    private final FourEyes fourEyes;
    private final Evaluations evaluations;
    private final JdbcClient jdbc;

    OverriddenRequests(
            PromotionRequests requests,
            PromotionSteps steps,
            FourEyes fourEyes,
            Evaluations evaluations,
            JdbcClient jdbc) {
        this.requests = requests;
        this.steps = steps;
        this.fourEyes = fourEyes;
        this.evaluations = evaluations;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Contested> lock(long number) {
        return requests.lock(number)
                .map(locked -> contested(
                        locked.request(),
                        locked.model().map(RegisteredModel::name).orElse("")));
    }

    @Override
    public Optional<Contested> read(long number) {
        return jdbc.sql(
                        "select m.name from promotion_request r join registered_model m on m.id = r.model_id where r.number = ?")
                .param(number)
                .query(String.class)
                .optional()
                .map(model -> contested(requests.byNumber(number), model));
    }

    private Contested contested(PromotionRequest request, String model) {
        return new Contested(
                request.id(),
                request.number(),
                request.modelId(),
                model,
                request.version(),
                request.use(),
                switch (request.state()) {
                    case AWAITING_REVIEW -> Standing.AWAITS_REVIEW;
                    case EXECUTED -> Standing.EXECUTED;
                    case DRAFT,
                            EVALUATING,
                            CHANGES_REQUESTED,
                            APPROVED,
                            REJECTED,
                            WITHDRAWN,
                            EXPIRED,
                            OUTDATED,
                            ROLLED_BACK -> Standing.OTHER;
                },
                VoteRules.words(request.state()),
                request.requestedBy(),
                request.trainedBy(),
                request.evaluationId(),
                Optional.ofNullable(request.evaluationId())
                        .map(this::evaluationDigest)
                        .orElse(null));
    }

    private String evaluationDigest(UUID evaluation) {
        return jdbc.sql("select digest from evaluation where id = ?")
                .param(evaluation)
                .query(String.class)
                .single();
    }

    @Override
    public Optional<Sentence> objection(Person person, Contested request) {
        return fourEyes.objection(fourEyes.voter(person), request.requestedBy(), request.trainedBy());
    }

    @Override
    public List<Person> oneWith(Person person) {
        return fourEyes.voter(person).pair();
    }

    @Override
    public List<Person> standsFor(Person person) {
        return fourEyes.voter(person).standsFor();
    }

    @Override
    public List<Change> changes(Actor actor, Contested request) {
        Optional<Evaluation> evaluation =
                Optional.ofNullable(request.evaluationId()).flatMap(id -> evaluations.find(actor, id));
        return evaluation
                .map(judged -> evaluations.changesSince(actor, request.model(), judged))
                .orElse(List.of());
    }

    @Override
    public void restsOn(Contested request, String digest) {
        requests.byNumber(request.number()).restsOn(digest);
    }

    @Override
    public void mention(Actor actor, Contested request, String kind, Sentence sentence, Map<String, ?> details) {
        steps.mention(actor, requests.byNumber(request.number()), kind, sentence, details);
    }
}
