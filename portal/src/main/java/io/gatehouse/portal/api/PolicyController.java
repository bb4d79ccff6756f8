package io.gatehouse.portal.api;

import io.gatehouse.people.Actor;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyFault;
import io.gatehouse.policy.PolicyInWords;
import io.gatehouse.policy.PolicyText;
import io.gatehouse.policy.PolicyVersion;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.Proposals;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads policies and proposes new versions of them. */
@RestController
@RequestMapping("/api/gatehouse/v1/policies")
class PolicyController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What stands on record where a program gave no reason. */
    static final String NO_REASON = "Put over the API; no reason was given.";

    private final Policies policies;
    private final Proposals proposals;
    private final ProposalAnswers answers;

    PolicyController(Policies policies, Proposals proposals, ProposalAnswers answers) {
        this.policies = policies;
        this.proposals = proposals;
        this.answers = answers;
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

    /**
     * Proposes a version, from YAML or JSON: it becomes one once a second person accepts it. Saying the same again finds the proposal,
     * and saying what is in force already answers with that version.
     *
     * @param reason why, for whoever decides
     * @param base version that it was written on, so that nobody undoes what they have not read; absent for the newest
     */
    @PutMapping("/{name}")
    ResponseEntity<?> put(
            Actor actor,
            @PathVariable String name,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestParam(name = "base", required = false) @Nullable Integer base,
            @RequestBody String text) {
        PolicyDocument document = switch (PolicyText.parse(text)) {
            case PolicyText.Reading.Understood(PolicyDocument understood) -> understood;
            case PolicyText.Reading.Rejected refused -> throw new RejectedPolicyException(refused);
        };
        if (!document.name().equals(name)) {
            throw new UnfitFieldException(
                    "name", "The document is named " + document.name() + ", the address " + name + ".");
        }
        String why = RequestFields.optional(reason, NO_REASON);
        return switch (proposals.propose(actor, new Proposal.Wanted.Policy(document), why, base)) {
            case Proposals.Proposed.Open(long number, boolean opened) -> answers.opened(actor, number);
            case Proposals.Proposed.Unchanged unchanged -> ResponseEntity.ok(newest(actor, name));
            case Proposals.Proposed.Refused refused -> throw ProposalAnswers.refused(refused);
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
}
