package io.gatehouse.notices;

import io.gatehouse.ids.Ids;
import io.gatehouse.outbox.OutboxEvent;
import io.gatehouse.outbox.OutboxReading;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells of events. Each makes its notices, and what of them goes by mail, in the transaction that closes it, so that a crash tells of it
 * again from the start and nobody is told twice.
 */
@Component
public class NewsRound {
    private static final int AT_A_TIME = 100;

    /** What happened longer ago was not told in time, or never was to be; nobody is mailed about it. */
    private static final Duration LONG_AGO = Duration.ofDays(2);

    private final OutboxReading outbox;
    private final List<NewsSource> sources;
    private final List<Channel> channels;
    private final NoticeRows rows;
    private final NoticeChoices choices;
    private final People people;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NewsRound(
            OutboxReading outbox,
            List<NewsSource> sources,
            List<Channel> channels,
            NoticeRows rows,
            NoticeChoices choices,
            People people,
            Ids ids,
            Clock clock,
            TransactionTemplate transaction) {
        this.outbox = outbox;
        this.sources = List.copyOf(sources);
        this.channels = List.copyOf(channels);
        this.rows = rows;
        this.choices = choices;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Tells of all that is due. @return of how many events */
    public int run() {
        int told = 0;
        for (List<OutboxEvent> due = outbox.due(AT_A_TIME); !due.isEmpty(); due = outbox.due(AT_A_TIME)) {
            List<OutboxEvent> mine = outbox.take(due);
            List<OutboxEvent> silent = closedSilently(mine);
            told += silent.size();
            for (OutboxEvent event : mine) {
                told += !silent.contains(event) && toldOf(event) ? 1 : 0;
            }
        }
        return told;
    }

    /** Closes those that nobody has to be told of, which most are, in one transaction. If that fails, each is looked at alone. */
    private List<OutboxEvent> closedSilently(List<OutboxEvent> events) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                List<OutboxEvent> silent = events.stream()
                        .filter(event -> sources.stream()
                                .allMatch(source -> source.of(event).isEmpty()))
                        .toList();
                outbox.done(silent);
                return silent;
            }));
        } catch (RuntimeException ofOneOfThem) {
            return List.of();
        }
    }

    private boolean toldOf(OutboxEvent event) {
        try {
            transaction.executeWithoutResult(status -> tell(event));
            return true;
        } catch (RuntimeException failure) {
            outbox.failed(event, failure);
            return false;
        }
    }

    private void tell(OutboxEvent event) {
        sources.stream()
                .map(source -> source.of(event))
                .flatMap(Optional::stream)
                .forEach(news -> tell(event, news));
        outbox.done(List.of(event));
    }

    private void tell(OutboxEvent event, News news) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        news.waitsFor().ifPresent(waiting -> rows.settle(news.subject(), waiting, now));
        Set<UUID> told = new HashSet<>();
        for (News.Words words : news.words()) {
            for (Person person : words.to()) {
                if (concerns(event, news, person) && told.add(person.id())) {
                    tell(event, news, words, person, now);
                }
            }
        }
    }

    /** Whoever did it knows of it, unless the house acted in their name; a program reads no notices. */
    private boolean concerns(OutboxEvent event, News news, Person person) {
        boolean own = event.via() != Actor.Via.SYSTEM
                && people.byId(event.personId()).map(Person::answersTo).equals(Optional.of(person.answersTo()));
        return person.kind() == Person.Kind.HUMAN
                && person.active()
                && !own
                && Permissions.check(News.reader(person), news.readBy()).granted();
    }

    private void tell(OutboxEvent event, News news, News.Words words, Person person, Instant now) {
        if (words.kind() == NoticeKind.YOUR_TURN && rows.waiting(person.id(), news.subject())) {
            if (!words.again()) {
                return;
            }
            rows.supersede(person.id(), news.subject(), now);
        }
        // What a recording tells of, and what the house did meanwhile, is long over, unless it still waits for
        // somebody.
        boolean over = event.via() == Actor.Via.RECORDING || event.at().isBefore(now.minus(LONG_AGO));
        Instant read = over && words.kind() != NoticeKind.YOUR_TURN ? event.at() : null;
        Notice notice = new Notice(
                ids.next(),
                words.kind(),
                news.subject(),
                news.place(),
                words.title(),
                words.detail(),
                event.at(),
                read,
                false);
        rows.replace(person.id(), notice);
        rows.add(event.id(), person, news.readBy().name(), notice);
        if (!over && choices.byMail(person.id()).contains(words.kind())) {
            channels.stream()
                    .filter(channel -> channel.reaches(person))
                    .forEach(channel -> rows.deliverBy(channel.name(), notice.id(), now));
        }
    }
}
