package io.gatehouse.notices;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.search.Mark;
import io.gatehouse.search.Page;
import io.gatehouse.search.PageToken;
import io.gatehouse.search.Place;
import io.gatehouse.search.Placed;
import io.gatehouse.search.Question;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's own notices, on screen and over the API. What somebody may no longer read is not shown to them any more. */
@Component
public class Inbox {
    private final NoticeRows rows;
    private final Clock clock;

    Inbox(NoticeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * A part of the notices.
     *
     * @param unread only new ones
     * @param kind only of this kind, and of what waits only what still does; all if absent
     * @param offset notices before the part
     * @param limit most notices in it
     */
    public record Query(boolean unread, @Nullable NoticeKind kind, long offset, int limit) {}

    /** How many are new. */
    @Transactional(readOnly = true)
    public int unread(Actor actor) {
        return rows.unread(actor.person().id(), readable(actor));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Notice> page(Actor actor, Query query) {
        return rows.page(actor.person().id(), readable(actor), query);
    }

    /**
     * The newest first, from where a page ended.
     *
     * @param unread only new ones
     * @param kind only of this kind; all if absent
     * @param token of the page before; empty for the first
     * @throws io.gatehouse.search.InvalidSearchException if the token is not one of this list
     */
    @Transactional(readOnly = true)
    public Page<Notice> page(Actor actor, boolean unread, @Nullable NoticeKind kind, int size, Optional<String> token) {
        UUID person = actor.person().id();
        Question question = Question.of("notices", person, unread, Optional.ofNullable(kind));
        Optional<UUID> last = PageToken.place(token, question).map(Inbox::id);
        List<Notice> found = rows.after(person, readable(actor), new Query(unread, kind, 0, size + 1), last);
        return Page.of(
                found.stream()
                        .map(notice -> new Placed<>(
                                notice, Place.of(new Mark.Text(notice.id().toString()))))
                        .toList(),
                size,
                question);
    }

    private static UUID id(Place place) {
        if (place.marks().size() == 1 && place.first() instanceof Mark.Text id) {
            return id.uuid().orElseThrow(PageToken::damaged);
        }
        throw PageToken.damaged();
    }

    /** Marks one as read, or as new again. @return whether that changed anything; never for a notice of somebody else */
    @Transactional
    public boolean mark(Actor actor, UUID notice, boolean read) {
        return rows.read(actor.person().id(), notice, read ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null);
    }

    /** Whoever looks at a place has read what was told of it. @param place from the root of the portal @return how many were new */
    @Transactional
    public int seen(Actor actor, String place) {
        return rows.seen(actor.person().id(), place, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Marks all as read. @return how many were new */
    @Transactional
    public int markAll(Actor actor) {
        return rows.readAll(actor.person().id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Set<String> readable(Actor actor) {
        return Arrays.stream(Action.values())
                .filter(action -> Permissions.check(actor, action).granted())
                .map(Enum::name)
                .collect(Collectors.toSet());
    }
}
