package io.gatehouse.risklist;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.notices.News;
import io.gatehouse.notices.NewsSource;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.outbox.OutboxEvent;
import io.gatehouse.people.Action;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Written;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells customer success of each new list. */
@Component
class RiskListNews implements NewsSource {
    static final String POSTED = "risk_list.posted";

    private final RiskListHeaders headers;
    private final People people;

    RiskListNews(RiskListHeaders headers, People people) {
        this.headers = headers;
        this.people = people;
    }

    @Override
    public Optional<News> of(OutboxEvent event) {
        return event.kind().equals(POSTED) ? headers.find(event.number("list")).map(this::news) : Optional.empty();
    }

    private News news(Header list) {
        return new News(
                "risk-list/" + list.number(),
                "risk-lists/RL-" + list.number(),
                Action.READ_RISK_LIST,
                List.of(new News.Words(NoticeKind.RISK_LIST, callers(), title(list), "")),
                Optional.empty());
    }

    /** Those whose work the lists are; others may read them, and look when they want to. */
    private List<Person> callers() {
        return people.all().stream()
                .filter(person -> person.kind() == Person.Kind.HUMAN && person.has(Role.CUSTOMER_SUCCESS))
                .toList();
    }

    private static Sentence title(Header list) {
        RiskListPage.Previous before = list.previous();
        return say(
                before == null ? "notice.risk_list.first" : "notice.risk_list.posted",
                "list",
                "RL-" + list.number(),
                "population",
                list.population(),
                "day",
                Written.day(list.asOf()),
                "listed",
                list.listed(),
                "joined",
                before == null ? 0L : before.joined());
    }
}
