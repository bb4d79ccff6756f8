package io.gatehouse.portal.mail;

import io.gatehouse.notices.Notice;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.sentences.Sentences;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Notices as people get them. */
final class SampleNotices {
    static final Person PRIYA = new Person(
            UUID.fromString("00000000-0000-7000-8000-00000000000a"),
            "priya",
            "Priya Shah",
            "priya@people.example",
            Person.Kind.HUMAN,
            UUID.fromString("00000000-0000-7000-8000-00000000000a"),
            Set.of(Role.REVIEWER),
            true);

    private SampleNotices() {}

    static Notice decide(long number, String detail) {
        return new Notice(
                new UUID(0x7000, number),
                NoticeKind.YOUR_TURN,
                "promotion/PR-" + number,
                "promotions/PR-" + number,
                Sentences.say("notice.promotion.decide", "model", "churn", "version", 3, "request", "PR-" + number),
                detail,
                Instant.parse("2026-03-14T10:15:00Z"),
                null,
                false);
    }

    static Notice commented(long number, String words) {
        return new Notice(
                new UUID(0x7001, number),
                NoticeKind.DISCUSSION,
                "promotion/PR-" + number,
                "promotions/PR-" + number,
                Sentences.say(
                        "notice.promotion.commented",
                        "person",
                        "Dana Ortiz",
                        "model",
                        "churn",
                        "version",
                        3,
                        "request",
                        "PR-" + number),
                words,
                Instant.parse("2026-03-14T10:15:00Z"),
                null,
                false);
    }
}
