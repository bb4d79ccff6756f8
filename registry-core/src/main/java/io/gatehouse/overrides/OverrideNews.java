package io.gatehouse.overrides;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.notices.News;
import io.gatehouse.notices.NewsSource;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.outbox.OutboxEvent;
import io.gatehouse.people.Action;
import io.gatehouse.people.People;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells those who can agree that an override waits for a second person; and of what became of it who trained, who asked and the two. Of
 * its end all who could stand for another are told, too.
 */
@Component
class OverrideNews implements NewsSource {
    private final OverrideRows rows;
    private final GuardedOverrides verbs;
    private final ContestedRequests requests;
    private final People people;

    OverrideNews(OverrideRows rows, GuardedOverrides verbs, ContestedRequests requests, People people) {
        this.rows = rows;
        this.verbs = verbs;
        this.requests = requests;
        this.people = people;
    }

    @Override
    public Optional<News> of(OutboxEvent event) {
        return event.kind().startsWith("override.")
                ? rows.find(event.number("override")).map(row -> news(event, row))
                : Optional.empty();
    }

    private News news(OutboxEvent event, OverrideRows.Row row) {
        CheckOverride override = row.shown();
        List<Person> second = second(row);
        boolean ends = List.of("override.ending", "override.expired").contains(event.kind());
        List<Person> concerned = Stream.concat(
                        row.people().stream().flatMap(id -> people.byId(id).stream()),
                        ends ? judges().stream() : Stream.of())
                .filter(person -> person.answersTo().equals(person.id()))
                .distinct()
                .toList();
        News.Words decide = new News.Words(
                NoticeKind.YOUR_TURN, second, words("notice.override.decide", override), override.reason());
        News.Words told = new News.Words(
                NoticeKind.OUTCOME, concerned, words(code(event, override), override), override.endReason());
        return new News(
                OverrideSteps.object(override.number()),
                "overrides/" + override.id(),
                Action.READ_PROMOTION,
                event.kind().equals("override.proposed") ? List.of(decide, told) : List.of(told),
                Optional.of(News.ids(second)));
    }

    private static String code(OutboxEvent event, CheckOverride override) {
        return "notice." + event.kind()
                + (event.kind().equals("override.expired") && override.inUse() ? ".in_use" : "");
    }

    private static Sentence words(String code, CheckOverride override) {
        return say(
                code,
                "override",
                override.id(),
                "check",
                Words.of(override.check()),
                "model",
                override.model(),
                "version",
                override.version(),
                "day",
                Written.day(override.lastDay()));
    }

    /** Those who could agree to it now. */
    private List<Person> second(OverrideRows.Row row) {
        if (row.shown().state() != OverrideState.PROPOSED) {
            return List.of();
        }
        return requests.read(row.shown().request())
                .map(request -> judges().stream()
                        .filter(person -> verbs.objectionToDeciding(
                                        News.reader(person), request, row, OverrideVerb.AGREE)
                                .isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private List<Person> judges() {
        return people.all().stream()
                .filter(person -> person.kind() == Person.Kind.HUMAN
                        && Permissions.check(News.reader(person), Action.OVERRIDE)
                                .granted())
                .toList();
    }
}
