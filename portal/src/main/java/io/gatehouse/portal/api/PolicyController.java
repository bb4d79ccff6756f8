package io.gatehouse.portal.api;

import io.gatehouse.people.Actor;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyFault;
import io.gatehouse.policy.PolicyInWords;
import io.gatehouse.policy.PolicyRef;
import io.gatehouse.policy.PolicyText;
import io.gatehouse.policy.PolicyVersion;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads policies and puts new versions of them. */
@RestController
@RequestMapping("/api/gatehouse/v1/policies")
class PolicyController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Policies policies;

    PolicyController(Policies policies) {
        this.policies = policies;
    }

    /** @param document as canonical JSON, of which {@code sha256} is the hash; fractions are text in it */
    record Body(
            String name,
            int version,
            String use,
            String sha256,
            Instant put_at,
            String put_by,
            JsonNode document,
            List<Clause> in_words) {
        /** @param heading such as Fairness @param sentences what the policy asks, in plain words */
        record Clause(String heading, List<String> sentences) {
            static Clause of(PolicyInWords.Clause clause) {
                return new Clause(
                        clause.heading(),
                        clause.sentences().stream().map(Sentence::english).toList());
            }
        }

        static Body of(PolicyVersion policy) {
            return new Body(
                    policy.ref().name(),
                    policy.ref().version(),
                    policy.ref().use().name(),
                    policy.ref().sha256(),
                    policy.at(),
                    policy.by(),
                    JSON.readTree(policy.canonical()),
                    PolicyInWords.of(policy.document()).stream().map(Clause::of).toList());
        }
    }

    record All(List<Body> policies) {}

    @GetMapping
    All all(Actor actor) {
        return new All(policies.all(actor).stream().map(Body::of).toList());
    }

    @GetMapping("/{name}")
    Body newest(Actor actor, @PathVariable String name) {
        return policies.newest(actor, name)
                .map(Body::of)
                .orElseThrow(() -> ApiRefusal.unknown("There is no policy named " + name + "."));
    }

    @GetMapping("/{name}/versions/{version}")
    Body version(Actor actor, @PathVariable String name, @PathVariable int version) {
        return policies.version(actor, name, version)
                .map(Body::of)
                .orElseThrow(() -> ApiRefusal.unknown("There is no version " + version + " of a policy " + name + "."));
    }

    /** Adds a version, from YAML or JSON; saying the same again adds none. */
    @PutMapping("/{name}")
    ResponseEntity<Body> put(Actor actor, @PathVariable String name, @RequestBody String text) {
        PolicyDocument document = switch (PolicyText.parse(text)) {
            case PolicyText.Reading.Understood(PolicyDocument understood) -> understood;
            case PolicyText.Reading.Rejected refused -> throw new RejectedPolicyException(refused);
        };
        if (!document.name().equals(name)) {
            throw new UnfitFieldException(
                    "name", "The document is named " + document.name() + ", the address " + name + ".");
        }
        return switch (policies.put(actor, document)) {
            case Policies.Put.Stored(PolicyRef ref) ->
                ResponseEntity.status(HttpStatus.CREATED).body(newest(actor, ref.name()));
            case Policies.Put.Unchanged(PolicyRef ref) -> ResponseEntity.ok(newest(actor, ref.name()));
            case Policies.Put.Rejected(Sentence sentence) -> throw rejected(sentence);
        };
    }

    /** A text with faults, on its way to a problem detail that places each. */
    private static final class RejectedPolicyException extends RuntimeException {
        private final transient PolicyText.Reading.Rejected refused;

        RejectedPolicyException(PolicyText.Reading.Rejected refused) {
            super(refused.sentence().english());
            this.refused = refused;
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> faults(RejectedPolicyException rejected) {
        List<PolicyFault> faults = rejected.refused.faults();
        ResponseEntity<ProblemDetail> answer = Problems.answer(
                HttpStatus.BAD_REQUEST,
                "POLICY_REJECTED",
                faults.getFirst().field(),
                rejected.refused.sentence().english(),
                "Correct the fields that faults names, each in its line, and put the policy again.");
        Objects.requireNonNull(answer.getBody()).setProperty("faults", faults);
        return answer;
    }

    private static ApiRefusal rejected(Sentence sentence) {
        return new ApiRefusal(HttpStatus.BAD_REQUEST, "POLICY_REJECTED", "", sentence.english(), "");
    }
}
