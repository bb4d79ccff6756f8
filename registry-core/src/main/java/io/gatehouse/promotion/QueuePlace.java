package io.gatehouse.promotion;

import io.gatehouse.search.Mark;
import io.gatehouse.search.PageToken;
import io.gatehouse.search.Place;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Where a request stands in the queue: open ones by how long they wait, then decided ones, the newest first.
 *
 * @param at when an open one was asked for, and a decided one decided
 */
record QueuePlace(boolean open, Instant at, long number) {
    static QueuePlace of(PromotionRow row) {
        Instant decided = row.decidedAt();
        return new QueuePlace(decided == null, decided == null ? row.requestedAt() : decided, row.number());
    }

    static QueuePlace of(Place place) {
        List<Mark> marks = place.marks();
        if (marks.size() == 3
                && marks.get(0) instanceof Mark.Whole decided
                && marks.get(1) instanceof Mark.Moment at
                && marks.get(2) instanceof Mark.Whole number) {
            return new QueuePlace(decided.value() == 0, at.at().toInstant(), number.value());
        }
        throw PageToken.damaged();
    }

    Place place() {
        return Place.of(new Mark.Whole(open ? 0 : 1), Mark.Moment.of(at), new Mark.Whole(number));
    }

    /** What holds for requests after it, beginning with “and”. */
    String sql() {
        return open
                ? " and (r.decided_at is not null or r.requested_at > :at or r.requested_at = :at and r.number < :number)"
                : " and (r.decided_at < :at or r.decided_at = :at and r.number < :number)";
    }

    OffsetDateTime bound() {
        return at.atOffset(ZoneOffset.UTC);
    }
}
