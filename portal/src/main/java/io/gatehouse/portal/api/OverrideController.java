package io.gatehouse.portal.api;

import io.gatehouse.checks.CheckName;
import io.gatehouse.overrides.OverrideState;
import io.gatehouse.overrides.Overrides;
import io.gatehouse.overrides.Overrides.Outcome;
import io.gatehouse.overrides.Overrides.Wanted;
import io.gatehouse.people.Actor;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Checks that did not pass, accepted by two people until a day: the same verbs and records as on screen. */
@RestController
@RequestMapping("/api/gatehouse/v1")
class OverrideController {
    private final Overrides overrides;
    private final Clock clock;

    OverrideController(Overrides overrides, Clock clock) {
        this.overrides = overrides;
        this.clock = clock;
    }

    /**
     * @param check that did not pass, such as FAIRNESS
     * @param reason why it is accepted all the same
     * @param control what guards against the harm meanwhile
     * @param until last day, such as 2026-05-03
     */
    record NewOverride(
            @Nullable String check,
            @Nullable String reason,
            @Nullable String control,
            @Nullable String until) {}

    /** The same for a renewal, whose check is known. */
    record Renewal(
            @Nullable String reason,
            @Nullable String control,
            @Nullable String until) {}

    /** @param reason needed to decline, and to withdraw what is in force */
    record Why(@Nullable String reason) {}

    /** @param overrides open ones first, the nearest end first; then the others, the newest first */
    record All(List<OverrideBody> overrides) {}

    /** A second person has to agree before it counts. */
    @PostMapping("/promotion-requests/{id}/overrides")
    ResponseEntity<OverrideBody> propose(Actor actor, @PathVariable String id, @RequestBody NewOverride wanted) {
        Outcome outcome = overrides.propose(
                actor,
                RequestFields.number("PR", "promotion request", id),
                RequestFields.oneOf(CheckName.class, "check", RequestFields.needed("check", wanted.check)),
                wanted(wanted.reason, wanted.control, wanted.until));
        return ResponseEntity.status(HttpStatus.CREATED).body(body(outcome));
    }

    /**
     * @param state {@code open}, {@code ended}, or one state such as IN_FORCE; all if absent
     * @param model only of this model
     * @param olderThan days since they were proposed, at least
     */
    @GetMapping("/overrides")
    All all(
            Actor actor,
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "model", required = false) @Nullable String model,
            @RequestParam(name = "older_than", required = false) @Nullable Integer olderThan) {
        String name = model == null || model.isEmpty() ? null : RequestFields.plain("model", model);
        Instant now = clock.instant();
        return new All(overrides.all(actor, new Overrides.Query(states(state), name, olderThan)).stream()
                .map(each -> OverrideBody.of(each, now))
                .toList());
    }

    private static Set<OverrideState> states(String state) {
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "" -> Set.of();
            case "open" -> which(true);
            case "ended" -> which(false);
            default -> Set.of(RequestFields.oneOf(OverrideState.class, "state", state, "open, ended"));
        };
    }

    private static Set<OverrideState> which(boolean open) {
        return Arrays.stream(OverrideState.values())
                .filter(each -> each.open() == open)
                .collect(Collectors.toSet());
    }

    @GetMapping("/overrides/{id}")
    OverrideBody one(Actor actor, @PathVariable String id) {
        return overrides
                .find(actor, number(id))
                .map(found -> OverrideBody.of(found, clock.instant()))
                .orElseThrow(() -> ProblemCode.refusal("UNKNOWN_OVERRIDE", "There is no override " + id + "."));
    }

    /** Agrees to it as the second person. */
    @PostMapping("/overrides/{id}/agree")
    OverrideBody agree(Actor actor, @PathVariable String id) {
        return body(overrides.agree(actor, number(id)));
    }

    @PostMapping("/overrides/{id}/decline")
    OverrideBody decline(Actor actor, @PathVariable String id, @RequestBody Why why) {
        return body(overrides.decline(actor, number(id), text(why.reason)));
    }

    @PostMapping("/overrides/{id}/withdraw")
    OverrideBody withdraw(Actor actor, @PathVariable String id, @RequestBody(required = false) @Nullable Why why) {
        return body(overrides.withdraw(actor, number(id), why == null ? "" : text(why.reason)));
    }

    /** Proposes the one renewal, on the newest evaluation, whose evidence has to be another. */
    @PostMapping("/overrides/{id}/renew")
    ResponseEntity<OverrideBody> renew(Actor actor, @PathVariable String id, @RequestBody Renewal wanted) {
        Outcome outcome = overrides.renew(actor, number(id), wanted(wanted.reason, wanted.control, wanted.until));
        return ResponseEntity.status(HttpStatus.CREATED).body(body(outcome));
    }

    private static Wanted wanted(@Nullable String reason, @Nullable String control, @Nullable String until) {
        return new Wanted(text(reason), text(control), day(RequestFields.needed("until", until)));
    }

    private static LocalDate day(String until) {
        try {
            return LocalDate.parse(until);
        } catch (DateTimeException noDay) {
            throw new UnfitFieldException(
                    "until", "until must be a day such as 2026-03-14: " + RequestFields.excerpt(until));
        }
    }

    private OverrideBody body(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> OverrideBody.of(done.override(), clock.instant());
            case Outcome.Refused(String code, String field, io.gatehouse.sentences.Sentence sentence) ->
                throw ProblemCode.refusal(code, field, sentence.english());
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static long number(String id) {
        return RequestFields.number("OV", "override", id);
    }
}
