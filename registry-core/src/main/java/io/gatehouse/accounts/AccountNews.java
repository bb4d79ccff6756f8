package io.gatehouse.accounts;

import io.gatehouse.notices.News;
import io.gatehouse.notices.NewsSource;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.outbox.OutboxEvent;
import io.gatehouse.people.Action;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.sentences.Sentences;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells people what others did with their account. A link that opens it is told above all: whoever holds it could vote in their name, and
 * they are the one who knows whether they asked for it.
 */
@Component
class AccountNews implements NewsSource {
    static final String LINK_MADE = "account.link_made";
    static final String ROLES_CHANGED = "account.roles_changed";

    private final People people;

    AccountNews(People people) {
        this.people = people;
    }

    @Override
    public Optional<News> of(OutboxEvent event) {
        return switch (event.kind()) {
            case LINK_MADE -> news(event, "notice.account.link");
            case ROLES_CHANGED -> news(event, "notice.account.roles");
            default -> Optional.empty();
        };
    }

    private Optional<News> news(OutboxEvent event, String title) {
        Optional<Person> owner = people.byId(UUID.fromString(event.text("person")));
        Optional<Person> other = people.byId(event.personId());
        return owner.flatMap(told -> other.map(by -> new News(
                "person/" + told.id(),
                "account",
                Action.READ_OWN_ACCOUNT,
                List.of(new News.Words(
                        NoticeKind.ACCOUNT, List.of(told), Sentences.say(title, "person", by.displayName()), "")),
                Optional.empty())));
    }
}
