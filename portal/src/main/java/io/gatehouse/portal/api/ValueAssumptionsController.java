package io.gatehouse.portal.api;

import io.gatehouse.house.Outcome;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.Proposals;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.policy.ValueBook;
import io.gatehouse.policy.ValueFault;
import io.gatehouse.policy.ValueVersion;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** Reads value assumptions and proposes new versions of them, for a model or for the installation. */
@RestController
@RequestMapping("/api/gatehouse/v1")
class ValueAssumptionsController {
    private final ValueBook book;
    private final RegisteredModels models;
    private final Proposals proposals;
    private final ProposalAnswers answers;

    ValueAssumptionsController(ValueBook book, RegisteredModels models, Proposals proposals, ProposalAnswers answers) {
        this.proposals = proposals;
        this.answers = answers;
        this.book = book;
        this.models = models;
    }

    /** Those that count for models without their own. */
    @GetMapping("/value-assumptions")
    ValueBody ofInstallation(Actor actor) {
        return newest(actor, null);
    }

    /** Those that count for a model: its own, or those of the installation. */
    @GetMapping("/models/{name}/value-assumptions")
    ValueBody ofModel(Actor actor, @PathVariable String name) {
        UUID model = model(actor, name);
        return book.versions(actor, model).stream()
                .findFirst()
                .map(ValueBody::of)
                .orElseGet(() -> newest(actor, null));
    }

    @GetMapping("/value-assumptions/versions/{version}")
    ValueBody ofInstallation(Actor actor, @PathVariable int version) {
        return version(actor, null, version);
    }

    /** A version of the model's own, or one of the installation. */
    @GetMapping("/models/{name}/value-assumptions/versions/{version}")
    ValueBody ofModel(Actor actor, @PathVariable String name, @PathVariable int version) {
        return version(actor, model(actor, name), version);
    }

    /** Proposes a version for models without their own; it counts once a second person accepts it. */
    @PutMapping("/value-assumptions")
    ResponseEntity<?> putForInstallation(
            Actor actor,
            @RequestParam(name = "base", required = false) @Nullable Integer base,
            @RequestBody WantedAssumptions wanted) {
        return put(actor, null, null, base, wanted);
    }

    /** Proposes a version of the model's own; it counts once a second person accepts it. */
    @PutMapping("/models/{name}/value-assumptions")
    ResponseEntity<?> putForModel(
            Actor actor,
            @PathVariable String name,
            @RequestParam(name = "base", required = false) @Nullable Integer base,
            @RequestBody WantedAssumptions wanted) {
        return put(actor, model(actor, name), name, base, wanted);
    }

    private ResponseEntity<?> put(
            Actor actor,
            @Nullable UUID model,
            @Nullable String name,
            @Nullable Integer base,
            WantedAssumptions wanted) {
        Permissions.require(actor, Action.WRITE_POLICY);
        ValueAssumptions assumptions = wanted.assumptions(model);
        List<ValueFault> faults = ValueBook.faults(assumptions);
        if (!faults.isEmpty()) {
            throw new RejectedAssumptionsException(faults);
        }
        String why = RequestFields.optional(assumptions.reason(), PolicyController.NO_REASON);
        return switch (proposals.propose(actor, new Proposal.Wanted.Assumptions(assumptions, name), why, base)) {
            case Proposals.Proposed.Open(long number, boolean opened) -> answers.opened(actor, number);
            case Proposals.Proposed.Unchanged(int version) -> ResponseEntity.ok(version(actor, model, version));
            case Proposals.Proposed.Refused refused -> throw ProposalAnswers.refused(refused);
        };
    }

    private ValueBody newest(Actor actor, @Nullable UUID model) {
        return book.versions(actor, model).stream()
                .findFirst()
                .map(ValueBody::of)
                .orElseThrow(() -> ApiRefusal.unknown("There are no value assumptions yet."));
    }

    private ValueBody version(Actor actor, @Nullable UUID model, int version) {
        return book.version(actor, version)
                .filter(found -> isOf(found, model))
                .map(ValueBody::of)
                .orElseThrow(() -> ApiRefusal.unknown("There is no version " + version + " of these assumptions."));
    }

    private static boolean isOf(ValueVersion found, @Nullable UUID model) {
        UUID its = found.assumptions().model();
        return its == null || its.equals(model);
    }

    private UUID model(Actor actor, String name) {
        return switch (models.find(actor, RequestFields.plain("name", name))) {
            case Outcome.Done<RegisteredModel>(RegisteredModel found) -> found.id();
            case Outcome.Refused<RegisteredModel>(var refusal) ->
                throw ProblemCode.refusal("UNKNOWN_MODEL", refusal.sentence().english());
        };
    }

    /** Assumptions with faults, on their way to a problem detail that names each field. */
    private static final class RejectedAssumptionsException extends RuntimeException {
        private final transient List<ValueFault> faults;

        RejectedAssumptionsException(List<ValueFault> faults) {
            super(faults.stream().map(ValueFault::inWords).collect(Collectors.joining("; ", "", ".")));
            this.faults = faults;
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> faults(RejectedAssumptionsException rejected) {
        ResponseEntity<ProblemDetail> answer = Problems.answer(
                HttpStatus.BAD_REQUEST,
                "INVALID_FIELD",
                rejected.faults.getFirst().field(),
                String.valueOf(rejected.getMessage()),
                "Correct the fields that faults names and put the assumptions again.");
        Objects.requireNonNull(answer.getBody()).setProperty("faults", rejected.faults);
        return answer;
    }
}
