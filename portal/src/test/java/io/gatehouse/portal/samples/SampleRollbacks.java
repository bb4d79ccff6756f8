package io.gatehouse.portal.samples;

import static io.gatehouse.portal.samples.Story.CHURN;
import static io.gatehouse.portal.samples.Story.say;

import io.gatehouse.people.Actor;
import io.gatehouse.rollback.Rollback;
import io.gatehouse.rollback.Rollbacks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Version 2 of the model of the story can be taken back; what tests do is kept until {@link #forget}. */
public final class SampleRollbacks implements Rollbacks {
    private final Story story;
    private final List<Rollback> kept = new ArrayList<>();

    SampleRollbacks(Story story) {
        this.story = story;
    }

    public void forget() {
        kept.clear();
    }

    @Override
    public Outcome rollBack(Actor actor, String model, int champion, String reason) {
        if (reason.equals("stale")) {
            return new Outcome.Refused("CHAMPION_CHANGED", say("Another version is in use by now."));
        }
        Rollback rollback = new Rollback(
                kept.size() + 1,
                model,
                "champion",
                champion,
                1,
                900_012L,
                actor.person().displayName(),
                reason,
                story.daysAgo(4),
                story.daysAgo(4).plus(Duration.ofDays(2)),
                null,
                null,
                null);
        kept.addFirst(rollback);
        return new Outcome.Done(rollback, say("Version 1 answers again."));
    }

    @Override
    public Outcome followUp(Actor actor, long number, String finding) {
        Rollback open = find(actor, number).orElseThrow();
        Rollback closed = closed(open, actor.person().displayName(), story.daysAgo(1), finding);
        kept.set(kept.indexOf(open), closed);
        return new Outcome.Done(closed, say("Closed."));
    }

    private static Rollback closed(Rollback open, @Nullable String by, @Nullable Instant at, @Nullable String finding) {
        return new Rollback(
                open.number(),
                open.model(),
                open.alias(),
                open.from(),
                open.to(),
                open.request(),
                open.by(),
                open.reason(),
                open.at(),
                open.dueAt(),
                by,
                at,
                finding);
    }

    @Override
    public Optional<Integer> target(Actor actor, String model) {
        return model.equals(CHURN) && kept.isEmpty() ? Optional.of(1) : Optional.empty();
    }

    @Override
    public List<Rollback> open(Actor actor) {
        return kept.stream().filter(Rollback::open).toList();
    }

    @Override
    public List<Rollback> of(Actor actor, String model) {
        return kept.stream().filter(each -> each.model().equals(model)).toList();
    }

    @Override
    public Optional<Rollback> find(Actor actor, long number) {
        return kept.stream().filter(each -> each.number() == number).findFirst();
    }
}
