package io.gatehouse.notices;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Person;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whom an event concerns, and in which words. Whoever did it, and whoever may not read it, is left out when it is told.
 *
 * @param subject what it is about, such as {@code promotion/PR-7}
 * @param place where that is read, from the root of the portal, such as {@code promotions/PR-7}
 * @param readBy what one must be allowed to do to read it
 * @param words for some people each; where two concern the same person, the first counts
 * @param waitsFor those for whom the subject waits now: whoever else was told that it waits for them need not act any more. Empty if the
 *     event changes nothing about that
 */
public record News(String subject, String place, Action readBy, List<Words> words, Optional<Set<UUID>> waitsFor) {
    public News {
        words = List.copyOf(words);
    }

    /** Somebody as whom they would read a notice and act on it: on the screens. */
    public static Actor reader(Person person) {
        return new Actor(person, Actor.Via.SCREEN, "notices");
    }

    /**
     * @param kind why they are told
     * @param to whom it concerns
     * @param title one sentence that can stand alone, as the subject of a mail does
     * @param detail what somebody said or what happened, for below the title; may be empty
     * @param again whether those are told once more whom the subject waits for and who know of it already, as a reminder does
     */
    public record Words(NoticeKind kind, List<Person> to, Sentence title, String detail, boolean again) {
        public Words {
            to = List.copyOf(to);
        }

        public Words(NoticeKind kind, List<Person> to, Sentence title, String detail) {
            this(kind, to, title, detail, false);
        }
    }

    /** The ids of some people. */
    public static Set<UUID> ids(List<Person> people) {
        return people.stream().map(Person::id).collect(Collectors.toUnmodifiableSet());
    }
}
