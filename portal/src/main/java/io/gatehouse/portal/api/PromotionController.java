package io.gatehouse.portal.api;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.people.Actor;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.promotion.PromotionRow;
import io.gatehouse.promotion.Promotions;
import io.gatehouse.promotion.RequestState;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Promotion requests for programs: the same verbs and the same records as on screen. */
@RestController
@RequestMapping("/api/gatehouse/v1/promotion-requests")
class PromotionController {
    private final Promotions promotions;
    private final PromotionDossiers dossiers;

    PromotionController(Promotions promotions, PromotionDossiers dossiers) {
        this.promotions = promotions;
        this.dossiers = dossiers;
    }

    /**
     * @param model registered name
     * @param version number, as number or text
     * @param alias to move; absent, {@code champion}
     * @param use whose policy applies; absent, HUMAN_REVIEWED
     * @param note why
     */
    record NewRequest(
            @Nullable String model,
            @Nullable Integer version,
            @Nullable String alias,
            @Nullable String use,
            @Nullable String note) {}

    /**
     * @param vote APPROVE, REJECT or REQUEST_CHANGES
     * @param reason needed for the last two
     * @param digest of the evaluation that was read; absent, the newest
     */
    record NewVote(
            @Nullable String vote,
            @Nullable String reason,
            @Nullable String digest) {}

    /** Where a request stands after a verb. */
    record Standing(String number, String state, String sentence, String link) {}

    @PostMapping
    ResponseEntity<?> ask(Actor actor, @RequestBody NewRequest wanted) {
        Promotions.Asked asked = promotions.ask(
                actor,
                needed("model", wanted.model),
                needed("version", wanted.version),
                wanted.alias == null ? "champion" : wanted.alias,
                constant(Use.class, "use", wanted.use == null ? Use.HUMAN_REVIEWED.name() : wanted.use),
                wanted.note == null ? "" : wanted.note);
        return switch (asked) {
            case Promotions.Asked.Open(long number, boolean opened) ->
                ResponseEntity.status(opened ? HttpStatus.CREATED : HttpStatus.OK)
                        .location(link(number))
                        .body(dossiers.dossier(actor, number).orElseThrow());
            case Promotions.Asked.Refused refused ->
                Problems.answer(HttpStatus.CONFLICT, refused.code(), refused.sentence());
        };
    }

    @GetMapping
    List<PromotionRow> all(
            Actor actor,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(defaultValue = "") String status) {
        List<PromotionRow> rows = dossiers.rows(actor, new PromotionDossiers.Filter(model, false));
        if (status.isEmpty()) {
            return rows;
        }
        RequestState wanted = constant(RequestState.class, "status", status);
        return rows.stream().filter(row -> row.state() == wanted).toList();
    }

    @GetMapping("/{id}")
    ResponseEntity<?> one(Actor actor, @PathVariable String id) {
        return dossiers.dossier(actor, number(id))
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(() -> unknown(id));
    }

    @PostMapping("/{id}/votes")
    ResponseEntity<?> vote(Actor actor, @PathVariable String id, @RequestBody NewVote vote) {
        long number = number(id);
        PromotionDossier dossier = dossiers.dossier(actor, number).orElse(null);
        if (dossier == null) {
            return unknown(id);
        }
        Evaluation evaluation = dossier.evaluation();
        String read = vote.digest != null ? vote.digest : evaluation == null ? "" : evaluation.digest();
        Promotions.Outcome outcome = promotions.vote(
                actor,
                number,
                constant(PromotionDossier.Choice.class, "vote", needed("vote", vote.vote)),
                vote.reason == null ? "" : vote.reason,
                read);
        return switch (outcome) {
            case Promotions.Outcome.Done done ->
                ResponseEntity.ok(new Standing(
                        "PR-" + number,
                        done.state().name(),
                        done.sentence().english(),
                        link(number).toString()));
            case Promotions.Outcome.Refused refused ->
                Problems.answer(
                        refused.code().equals("NOT_PERMITTED") ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT,
                        refused.code(),
                        refused.sentence());
        };
    }

    private static ResponseEntity<?> unknown(String id) {
        return Problems.answer(
                HttpStatus.NOT_FOUND,
                "UNKNOWN_REQUEST",
                "id",
                "There is no promotion request " + id + ". GET /promotion-requests lists all.");
    }

    private static long number(String id) {
        String digits = id.toUpperCase(Locale.ROOT).startsWith("PR-") ? id.substring(3) : id;
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException wrong) {
            throw new UnfitFieldException("id", "'" + id + "' is no promotion request. Name one as PR-42.");
        }
    }

    private static URI link(long number) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/promotions/PR-" + number)
                .build()
                .toUri();
    }

    private static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw new UnfitFieldException(field, "The field " + field + " is missing. Add it to the body.");
        }
        return value;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new UnfitFieldException(
                        field,
                        "The field " + field + " cannot be '" + text + "'. It is one of "
                                + Arrays.toString(type.getEnumConstants()) + "."));
    }
}
