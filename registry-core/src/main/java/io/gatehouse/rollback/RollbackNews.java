package io.gatehouse.rollback;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.house.HouseDays;
import io.gatehouse.house.UrlSegment;
import io.gatehouse.notices.News;
import io.gatehouse.notices.NewsSource;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.outbox.OutboxEvent;
import io.gatehouse.people.Action;
import io.gatehouse.people.People;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Written;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A rollback is looked into by somebody else: those who can are told, and afterwards whoever took the champion back. */
@Component
class RollbackNews implements NewsSource {
    private final RollbackRows rows;
    private final People people;

    RollbackNews(RollbackRows rows, People people) {
        this.rows = rows;
        this.people = people;
    }

    @Override
    public Optional<News> of(OutboxEvent event) {
        return event.kind().startsWith("alias.rollback") || event.kind().equals("alias.rolled_back")
                ? rows.find(event.number("rollback")).map(found -> news(event, found))
                : Optional.empty();
    }

    private News news(OutboxEvent event, Rollback rollback) {
        UUID taker = rows.takenBy(rollback.number());
        List<Person> others = rollback.open() ? others(taker) : List.of();
        String who = people.byId(event.personId()).map(Person::displayName).orElse("Gatehouse");
        News.Words words = event.kind().equals("alias.rolled_back")
                ? new News.Words(NoticeKind.YOUR_TURN, others, look(rollback, who), rollback.reason())
                : new News.Words(
                        NoticeKind.OUTCOME,
                        people.byId(taker).stream().toList(),
                        say(
                                "notice.rollback.closed",
                                "person",
                                who,
                                "model",
                                rollback.model(),
                                "rollback",
                                name(rollback)),
                        rollback.finding() == null ? "" : rollback.finding());
        return new News(
                "rollback/" + name(rollback),
                "models/" + UrlSegment.of(rollback.model()) + "#rollbacks",
                Action.READ_PROMOTION,
                List.of(words),
                Optional.of(News.ids(others)));
    }

    private static Sentence look(Rollback rollback, String who) {
        return say(
                "notice.rollback.look",
                "person",
                who,
                "from",
                rollback.from(),
                "model",
                rollback.model(),
                "day",
                Written.day(HouseDays.of(rollback.dueAt())),
                "rollback",
                name(rollback));
    }

    private static String name(Rollback rollback) {
        return "RB-" + rollback.number();
    }

    private List<Person> others(UUID taker) {
        return people.all().stream()
                .filter(person -> !person.answersTo().equals(taker))
                .filter(person ->
                        Permissions.check(News.reader(person), Action.ROLL_BACK).granted())
                .toList();
    }
}
