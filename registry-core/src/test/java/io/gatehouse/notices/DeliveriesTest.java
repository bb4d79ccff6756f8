package io.gatehouse.notices;

import static io.gatehouse.house.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.CoreTestApplication;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestDatabase;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.promotion.Discussions;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.TestPredictions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices on their way by a further channel that can fail. */
@DatabaseTest
@Import(Postbox.class)
class DeliveriesTest {
    private final PromotionBench bench;
    private final Discussions discussions;
    private final NewsRound news;
    private final Deliveries deliveries;
    private final Inbox inbox;
    private final Postbox postbox;
    private final People everybody;
    private final TestPeople people;
    private final HouseClock clock;
    private final JdbcClient jdbc;

    DeliveriesTest(
            PromotionBench bench,
            Discussions discussions,
            NewsRound news,
            Deliveries deliveries,
            Inbox inbox,
            Postbox postbox,
            People everybody,
            TestPeople people,
            HouseClock clock,
            JdbcClient jdbc) {
        this.bench = bench;
        this.discussions = discussions;
        this.news = news;
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.postbox = postbox;
        this.everybody = everybody;
        this.people = people;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @AfterEach
    void nothingIsLeftOver() {
        postbox.work();
        deliveries.deliver();
        clock.at(clock.instant().plus(Duration.ofDays(1)), deliveries::deliver);
    }

    @Test
    void everyNoticeArrivesOnce() {
        Actor reviewer = reviewer();
        String subject = asked();

        deliveries.deliver();
        deliveries.deliver();

        assertThat(postbox.recipients(subject))
                .containsOnlyOnce("dana", reviewer.person().username());
    }

    @Test
    void moreThanThreeAtOnceComeAsOneMessage() {
        Actor dana = fresh("Dora Data", Role.DATA_SCIENTIST);
        String subject = asked(dana);
        long number = number(subject);
        deliveries.deliver();
        assertThat(postbox.about(subject))
                .filteredOn(message -> message.to().equals(dana.person().username()))
                .hasSize(1);

        for (int i = 0; i < 4; i++) {
            discussions.say(people.priya(), number, null, "Question " + i);
        }
        news.run();
        deliveries.deliver();

        assertThat(postbox.about(subject))
                .filteredOn(message -> message.to().equals(dana.person().username()))
                .last()
                .satisfies(message -> assertThat(message.notices()).hasSize(4));
    }

    @Test
    void whatFailsIsTriedAgainLaterAndNotBefore() {
        Actor reviewer = reviewer();
        String username = reviewer.person().username();
        String subject = asked();
        postbox.fail(NotBroughtException.Reach.NOT_NOW, "Mailbox busy", username);
        deliveries.deliver();
        postbox.work();

        deliveries.deliver();
        assertThat(postbox.recipients(subject)).doesNotContain(username);

        later(Duration.ofMinutes(2));
        assertThat(postbox.recipients(subject)).containsOnlyOnce(username);
    }

    @Test
    void aPortalThatDiesWhileItDeliversDelaysTheMessageAndLosesNone() {
        Actor reviewer = reviewer();
        String subject = asked();
        UUID notice = inbox.page(reviewer, new Inbox.Query(true, null, 0, 1))
                .getFirst()
                .id();
        // As a portal leaves it that took the attempt and was killed.
        jdbc.sql("update notice_delivery set attempts = 1, next_attempt = ? where notice_id = ?")
                .params(clock.instant().plusSeconds(60).atOffset(java.time.ZoneOffset.UTC), notice)
                .update();

        deliveries.deliver();
        assertThat(postbox.recipients(subject)).doesNotContain(reviewer.person().username());
        later(Duration.ofMinutes(2));

        assertThat(postbox.about(subject))
                .filteredOn(message -> message.to().equals(reviewer.person().username()))
                .singleElement()
                .satisfies(
                        message -> assertThat(message.notices().getFirst().id()).isEqualTo(notice));
    }

    @Test
    void whatNeverArrivesIsGivenUpWithTheReasonAndAdministratorsSeeIt() {
        Actor reviewer = reviewer();
        String subject = asked();
        postbox.fail(
                NotBroughtException.Reach.NOT_NOW,
                "Mailbox full",
                reviewer.person().username());

        Instant now = clock.instant();
        for (int i = 0; i < 13; i++) {
            clock.at(now.plus(Duration.ofHours(5L * i)), deliveries::deliver);
        }

        assertThat(deliveries.undelivered(people.adam(), 50))
                .filteredOn(one -> one.subject().equals(subject))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.why()).isEqualTo("Mailbox full");
                    assertThat(one.person()).isEqualTo(reviewer.person().displayName());
                });
        assertThat(inbox.unread(reviewer)).isEqualTo(1);
    }

    @Test
    void anAddressThatThereIsNoneOfIsGivenUpAtOnce() {
        Actor reviewer = reviewer();
        String subject = asked();
        postbox.fail(
                NotBroughtException.Reach.NEVER,
                "550 No such user",
                reviewer.person().username());

        deliveries.deliver();

        assertThat(deliveries.undelivered(people.adam(), 50))
                .filteredOn(one -> one.subject().equals(subject))
                .hasSize(1);
    }

    @Test
    void aServerThatIsAwayIsAskedOnceInARound() {
        reviewer();
        String subject = asked();
        postbox.fail(NotBroughtException.Reach.NOBODY_NOW, "Connection refused", null);

        deliveries.deliver();

        assertThat(jdbc.sql("""
                        select count(*) from notice_delivery d join notice n on n.id = d.notice_id
                        where n.subject = ? and d.message = 'Connection refused'""").param(subject).query(Integer.class).single()).isLessThanOrEqualTo(1);
        postbox.work();
        later(Duration.ofMinutes(2));
        assertThat(postbox.recipients(subject)).contains("priya", "ravi", "dana");
    }

    @Test
    void whoReadItOnScreenOrMayNoLongerReadItIsNotMailed() {
        Actor reader = reviewer();
        Actor former = reviewer();
        String subject = asked();
        inbox.markAll(reader);
        jdbc.sql("delete from person_role where person_id = ?")
                .param(former.person().id())
                .update();

        deliveries.deliver();

        assertThat(postbox.recipients(subject))
                .doesNotContain(reader.person().username(), former.person().username());
    }

    @Test
    void twoPortalsTellAndDeliverOnce() throws Exception {
        Actor reviewer = reviewer();
        try (ConfigurableApplicationContext other = new SpringApplicationBuilder(
                        CoreTestApplication.class, TestDatabase.class, Postbox.class)
                .web(WebApplicationType.NONE)
                .run()) {
            Postbox there = other.getBean(Postbox.class);
            NewsRound newsThere = other.getBean(NewsRound.class);
            Deliveries deliveriesThere = other.getBean(Deliveries.class);
            for (int i = 0; i < 3; i++) {
                long number = bench.asked(people.dana(), candidate(people.dana()));
                String subject = "promotion/PR-" + number;
                together(news::run, newsThere::run);
                together(deliveries::deliver, deliveriesThere::deliver);

                assertThat(java.util.stream.Stream.concat(
                                postbox.recipients(subject).stream(), there.recipients(subject).stream()))
                        .containsOnlyOnce("dana", reviewer.person().username(), "priya");
            }
        }
    }

    private void later(Duration wait) {
        clock.at(clock.instant().plus(wait), deliveries::deliver);
    }

    private Actor reviewer() {
        return fresh("Rosa " + UUID.randomUUID(), Role.REVIEWER);
    }

    private Actor fresh(String name, Role role) {
        String username = "d" + UUID.randomUUID();
        Person added = everybody.add(
                new People.NewPerson(username, name, username + "@people.example", Set.of(role), "secret"));
        return new Actor(added, Actor.Via.SCREEN, "test");
    }

    private PromotionBench.Candidate candidate(Actor dana) {
        return bench.candidate(dana, bench.model(dana), TestPredictions.good());
    }

    private String asked() {
        people.priya();
        people.ravi();
        return asked(people.dana());
    }

    private String asked(Actor dana) {
        long number = bench.asked(dana, candidate(dana));
        news.run();
        return "promotion/PR-" + number;
    }

    private static long number(String subject) {
        return Long.parseLong(subject.substring("promotion/PR-".length()));
    }
}
