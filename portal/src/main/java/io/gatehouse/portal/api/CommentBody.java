package io.gatehouse.portal.api;

import io.gatehouse.promotion.PromotionDossier.Comment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of a request.
 *
 * @param number in the order of the request's comments, from 1
 * @param check of which it speaks, such as FAIRNESS; absent: of the request as a whole
 */
record CommentBody(int number, @Nullable String check, String by, Instant at, String text) {
    static CommentBody of(Comment comment) {
        return new CommentBody(
                comment.number(),
                comment.check() == null ? null : comment.check().name(),
                comment.by(),
                comment.at(),
                comment.words());
    }
}
