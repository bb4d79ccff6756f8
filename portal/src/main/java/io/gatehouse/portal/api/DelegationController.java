package io.gatehouse.portal.api;

import io.gatehouse.delegation.Delegation;
import io.gatehouse.delegation.Delegations;
import io.gatehouse.people.Actor;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reviewing that the caller hands to somebody else until a date, or was handed. */
@RestController
@RequestMapping("/api/gatehouse/v1/delegations")
class DelegationController {
    private final Delegations delegations;
    private final Clock clock;

    DelegationController(Delegations delegations, Clock clock) {
        this.delegations = delegations;
        this.clock = clock;
    }

    /**
     * @param to user name of who reviews in the caller's stead
     * @param until the last day on which it holds, such as 2026-03-14, in the installation's zone
     * @param reason required
     */
    record NewDelegation(
            @Nullable String to,
            @Nullable String until,
            @Nullable String reason) {}

    /** @param holds whether it does now */
    record Body(
            String id,
            String from,
            String to,
            Instant until,
            String reason,
            Instant made_at,
            @Nullable Instant ended_at,
            boolean holds) {
        static Body of(Delegation one, Instant now) {
            return new Body(
                    one.id().toString(),
                    one.from().username(),
                    one.to().username(),
                    one.until(),
                    one.reason(),
                    one.madeAt(),
                    one.endedAt(),
                    one.holds(now));
        }
    }

    /** @param delegations the newest first */
    record All(List<Body> delegations) {}

    @GetMapping
    All all(Actor actor) {
        Instant now = clock.instant();
        return new All(
                delegations.of(actor).stream().map(one -> Body.of(one, now)).toList());
    }

    @PostMapping
    ResponseEntity<Body> hand(Actor actor, @RequestBody NewDelegation wanted) {
        Delegations.Outcome outcome = delegations.hand(
                actor,
                RequestFields.needed("to", wanted.to),
                endOf(RequestFields.needed("until", wanted.until)),
                wanted.reason == null ? "" : wanted.reason);
        return ResponseEntity.status(HttpStatus.CREATED).body(body(outcome));
    }

    /** Ends one before its time. */
    @DeleteMapping("/{id}")
    Body end(Actor actor, @PathVariable String id) {
        UUID known;
        try {
            known = UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw new UnfitFieldException("id", "id is none of a delegation.");
        }
        return body(delegations.end(actor, known));
    }

    private Body body(Delegations.Outcome outcome) {
        return switch (outcome) {
            case Delegations.Outcome.Done(Delegation made) -> Body.of(made, clock.instant());
            case Delegations.Outcome.Refused refused ->
                throw ProblemCode.refusal(refused.code(), refused.sentence().english());
        };
    }

    private static Instant endOf(String day) {
        try {
            return LocalDate.parse(day)
                    .plusDays(1)
                    .atStartOfDay(ZoneId.systemDefault())
                    .toInstant();
        } catch (DateTimeException noDay) {
            throw new UnfitFieldException("until", "until must be a day such as 2026-03-14.");
        }
    }
}
