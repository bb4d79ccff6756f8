package io.gatehouse.promotion;

import io.gatehouse.checks.CheckName;
import io.gatehouse.people.Actor;
import io.gatehouse.promotion.PromotionDossier.Comment;
import io.gatehouse.sentences.Sentence;
import org.jspecify.annotations.Nullable;

/** What people say to each other about a request. Everybody who may read it may speak; nothing said is ever changed or taken away. */
public interface Discussions {
    /** What became of a comment. */
    sealed interface Said {
        record Kept(Comment comment) implements Said {}

        /** @param code such as {@code UNKNOWN_REQUEST} @param sentence why, and the way out */
        record Refused(String code, Sentence sentence) implements Said {}
    }

    /**
     * Adds a comment, in whichever state the request is.
     *
     * @param check of which it speaks; absent: of the request as a whole
     * @param words at most 4,000 characters
     */
    Said say(Actor actor, long number, @Nullable CheckName check, String words);
}
