package io.gatehouse.delegation;

import io.gatehouse.house.HouseDays;
import io.gatehouse.notices.News;
import io.gatehouse.notices.NewsSource;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.outbox.OutboxEvent;
import io.gatehouse.people.Action;
import io.gatehouse.people.Person;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.sentences.Written;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever reviews in somebody's stead is told so, and the other of the two when it is ended early. */
@Component
class DelegationNews implements NewsSource {
    private final Delegations delegations;

    DelegationNews(Delegations delegations) {
        this.delegations = delegations;
    }

    @Override
    public Optional<News> of(OutboxEvent event) {
        return event.kind().startsWith("delegation.")
                ? delegations.find(UUID.fromString(event.text("delegation"))).map(found -> news(event, found))
                : Optional.empty();
    }

    private static News news(OutboxEvent event, Delegation one) {
        boolean made = event.kind().equals("delegation.made");
        Person told = made || event.personId().equals(one.from().id()) ? one.to() : one.from();
        Sentence title = made
                ? Sentences.say(
                        "notice.delegation.made",
                        "person",
                        one.from().displayName(),
                        "until",
                        Written.day(HouseDays.of(one.until().minusMillis(1))))
                : Sentences.say(
                        "notice.delegation.ended",
                        "to",
                        one.to().displayName(),
                        "from",
                        one.from().displayName());
        return new News(
                "delegation/" + one.id(),
                "delegations",
                Action.READ_PROMOTION,
                List.of(new News.Words(NoticeKind.DELEGATION, List.of(told), title, made ? one.reason() : "")),
                Optional.empty());
    }
}
