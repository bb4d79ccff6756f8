package io.gatehouse.portal.api;

import io.gatehouse.people.Actor;
import io.gatehouse.policy.Use;
import io.gatehouse.portal.address.PublicUrl;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.promotion.PromotionRow;
import io.gatehouse.promotion.Promotions;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.search.Page;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
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

/** Promotion requests for programs: the same verbs and the same records as on screen. */
@RestController
@RequestMapping("/api/gatehouse/v1/promotion-requests")
class PromotionController {
    private static final int MOST_RESULTS = 200;

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
     * @param digest of the request as it was read; absent, as it is
     */
    record NewVote(
            @Nullable String vote,
            @Nullable String reason,
            @Nullable String digest) {}

    /** @param reason may be left out */
    record Withdrawal(@Nullable String reason) {}

    /** Where a request stands after a verb. */
    record Standing(String number, String state, String sentence, String link) {}

    @PostMapping
    ResponseEntity<PromotionBody> ask(Actor actor, @RequestBody NewRequest wanted) {
        Promotions.Asked asked = promotions.ask(
                actor,
                RequestFields.needed("model", wanted.model),
                RequestFields.needed("version", wanted.version),
                RequestFields.optional(wanted.alias, "champion"),
                RequestFields.oneOf(Use.class, "use", RequestFields.optional(wanted.use, Use.HUMAN_REVIEWED.name())),
                wanted.note == null ? "" : wanted.note);
        return switch (asked) {
            case Promotions.Asked.Open(long number, boolean opened) ->
                ResponseEntity.status(opened ? HttpStatus.CREATED : HttpStatus.OK)
                        .location(link(number))
                        .body(PromotionBody.of(dossiers.dossier(actor, number).orElseThrow(), link(number)));
            case Promotions.Asked.Refused refused ->
                throw refused.code().equals("INVALID_TEXT")
                        ? new UnfitFieldException("note", refused.sentence().english())
                        : ProblemCode.refusal(refused.code(), refused.sentence().english());
        };
    }

    /**
     * @param model only of this model
     * @param status {@code open}, {@code decided}, or one state such as AWAITING_REVIEW
     * @param maxResults 1 to 200
     * @param pageToken from the page before
     */
    @GetMapping
    PromotionPageBody all(
            Actor actor,
            @RequestParam(name = "model", required = false) @Nullable String model,
            @RequestParam(name = "status", defaultValue = "") String status,
            @RequestParam(name = "max_results", defaultValue = "50") int maxResults,
            @RequestParam(name = "page_token", required = false) @Nullable String pageToken) {
        if (maxResults < 1 || maxResults > MOST_RESULTS) {
            throw new UnfitFieldException("max_results", "max_results must be 1 to " + MOST_RESULTS + ".");
        }
        String name = model == null || model.isEmpty() ? null : RequestFields.plain("model", model);
        Page<PromotionRow> page = dossiers.page(
                actor, new PromotionDossiers.Query(name, states(status), maxResults, Optional.ofNullable(pageToken)));
        return new PromotionPageBody(
                page.items().stream()
                        .map(row -> PromotionPageBody.Row.of(row, link(row.number())))
                        .toList(),
                page.next().orElse(null));
    }

    private static Set<RequestState> states(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "" -> Set.of(RequestState.values());
            case "open" ->
                Arrays.stream(RequestState.values()).filter(RequestState::open).collect(Collectors.toSet());
            case "decided" ->
                Arrays.stream(RequestState.values())
                        .filter(state -> !state.open())
                        .collect(Collectors.toSet());
            default -> Set.of(RequestFields.oneOf(RequestState.class, "status", status, "open, decided"));
        };
    }

    @GetMapping("/{id}")
    PromotionBody one(Actor actor, @PathVariable String id) {
        long number = number(id);
        return PromotionBody.of(dossier(actor, number), link(number));
    }

    @PostMapping("/{id}/votes")
    Standing vote(Actor actor, @PathVariable String id, @RequestBody NewVote vote) {
        long number = number(id);
        PromotionDossier dossier = dossier(actor, number);
        String newest = dossier.digest();
        return standing(
                number,
                promotions.vote(
                        actor,
                        number,
                        RequestFields.oneOf(
                                PromotionDossier.Choice.class, "vote", RequestFields.needed("vote", vote.vote)),
                        vote.reason == null ? "" : vote.reason,
                        vote.digest == null ? newest : vote.digest));
    }

    /** Takes a request back; for who asked alone. */
    @PostMapping("/{id}/withdraw")
    Standing withdraw(
            Actor actor, @PathVariable String id, @RequestBody(required = false) @Nullable Withdrawal withdrawal) {
        long number = number(id);
        String reason = withdrawal == null || withdrawal.reason == null ? "" : withdrawal.reason;
        return standing(number, promotions.withdraw(actor, number, reason));
    }

    /** Runs the checks again, on the evidence as it is now; earlier votes stop counting. */
    @PostMapping("/{id}/evaluate")
    ResponseEntity<Standing> evaluate(Actor actor, @PathVariable String id) {
        long number = number(id);
        return ResponseEntity.accepted().body(standing(number, promotions.evaluateAgain(actor, number)));
    }

    private static Standing standing(long number, Promotions.Outcome outcome) {
        return switch (outcome) {
            case Promotions.Outcome.Done done ->
                new Standing(
                        "PR-" + number,
                        done.state().name(),
                        done.sentence().english(),
                        link(number).toString());
            case Promotions.Outcome.Refused refused ->
                throw ProblemCode.refusal(refused.code(), refused.sentence().english());
        };
    }

    private PromotionDossier dossier(Actor actor, long number) {
        return dossiers.dossier(actor, number)
                .orElseThrow(() ->
                        ProblemCode.refusal("UNKNOWN_REQUEST", "There is no promotion request PR-" + number + "."));
    }

    private static long number(String id) {
        return RequestFields.number("PR", "promotion request", id);
    }

    private static URI link(long number) {
        return PublicUrl.link("promotions/PR-" + number);
    }
}
