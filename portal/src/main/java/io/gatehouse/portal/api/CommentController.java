package io.gatehouse.portal.api;

import io.gatehouse.checks.CheckName;
import io.gatehouse.people.Actor;
import io.gatehouse.promotion.Discussions;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossiers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people say of a promotion request; whoever may read it may speak, and nothing said is changed. */
@RestController
@RequestMapping("/api/gatehouse/v1/promotion-requests/{id}/comments")
class CommentController {
    private final Discussions discussions;
    private final PromotionDossiers dossiers;

    CommentController(Discussions discussions, PromotionDossiers dossiers) {
        this.discussions = discussions;
        this.dossiers = dossiers;
    }

    /**
     * @param text at most 4,000 characters
     * @param check of which it speaks, such as FAIRNESS; absent: of the request as a whole
     */
    record NewComment(@Nullable String text, @Nullable String check) {}

    /** @param comments in the order in which they were made */
    record Thread(List<CommentBody> comments) {}

    @GetMapping
    Thread all(Actor actor, @PathVariable String id) {
        long number = number(id);
        PromotionDossier dossier = dossiers.dossier(actor, number)
                .orElseThrow(() ->
                        ProblemCode.refusal("UNKNOWN_REQUEST", "There is no promotion request PR-" + number + "."));
        return new Thread(dossier.comments().stream().map(CommentBody::of).toList());
    }

    @PostMapping
    ResponseEntity<CommentBody> say(Actor actor, @PathVariable String id, @RequestBody NewComment wanted) {
        CheckName check = wanted.check == null ? null : RequestFields.oneOf(CheckName.class, "check", wanted.check);
        return switch (discussions.say(actor, number(id), check, wanted.text == null ? "" : wanted.text)) {
            case Discussions.Said.Kept(PromotionDossier.Comment comment) ->
                ResponseEntity.status(HttpStatus.CREATED).body(CommentBody.of(comment));
            case Discussions.Said.Refused refused ->
                throw refused.code().equals("INVALID_TEXT")
                        ? new UnfitFieldException("text", refused.sentence().english())
                        : ProblemCode.refusal(refused.code(), refused.sentence().english());
        };
    }

    private static long number(String id) {
        return RequestFields.number("PR", "promotion request", id);
    }
}
