package io.gatehouse.portal.samples;

import io.gatehouse.checks.CheckName;
import io.gatehouse.people.Actor;
import io.gatehouse.promotion.Discussions;
import io.gatehouse.promotion.PromotionDossier.Comment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers what was said; refuses what says {@code gone}, as if the request had been deleted meanwhile. */
public final class SampleDiscussions implements Discussions {
    private final List<Comment> said = new ArrayList<>();

    public List<Comment> said() {
        return said;
    }

    @Override
    public Said say(Actor actor, long number, @Nullable CheckName check, String words) {
        if (words.equals("gone")) {
            return new Said.Refused("UNKNOWN_REQUEST", Story.say("There is no such request any more."));
        }
        Comment comment = new Comment(
                said.size() + 1, check, actor.person().displayName(), Instant.parse("2026-11-01T09:00:00Z"), words);
        said.add(comment);
        return new Said.Kept(comment);
    }

    static List<Comment> about(Instant asked) {
        return List.of(
                new Comment(
                        1,
                        CheckName.FAIRNESS,
                        "Priya Shah",
                        asked.plusSeconds(3_600),
                        "Is the gap for 18 to 24 the same on mobile?"),
                new Comment(2, CheckName.FAIRNESS, "Dana Ortiz", asked.plusSeconds(7_200), "It is: 0.97 there."));
    }
}
