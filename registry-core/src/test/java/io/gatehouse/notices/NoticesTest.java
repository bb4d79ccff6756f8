package io.gatehouse.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.delegation.Delegation;
import io.gatehouse.delegation.Delegations;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.promotion.Discussions;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.Promotions;
import io.gatehouse.promotion.TestPredictions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told of what, on their screens. */
@DatabaseTest
@Import(Postbox.class)
class NoticesTest {
    private final PromotionBench bench;
    private final Promotions promotions;
    private final Discussions discussions;
    private final Delegations delegations;
    private final NewsRound news;
    private final Inbox inbox;
    private final NoticeChoices choices;
    private final People everybody;
    private final TestPeople people;
    private final HouseClock clock;
    private final JdbcClient jdbc;

    NoticesTest(
            PromotionBench bench,
            Promotions promotions,
            Discussions discussions,
            Delegations delegations,
            NewsRound news,
            Inbox inbox,
            NoticeChoices choices,
            People everybody,
            TestPeople people,
            HouseClock clock,
            JdbcClient jdbc) {
        this.bench = bench;
        this.promotions = promotions;
        this.discussions = discussions;
        this.delegations = delegations;
        this.news = news;
        this.inbox = inbox;
        this.choices = choices;
        this.everybody = everybody;
        this.people = people;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void everybodyIsThere() {
        List.of(people.dana(), people.priya(), people.ravi(), people.vera(), people.carl(), people.both());
    }

    @Test
    void aRequestThatCanBeDecidedIsToldToThoseWhoCanDecideAndToWhoeverAskedAndToNobodyElse() {
        long number = asked();

        assertThat(titles(people.priya(), number))
                .singleElement()
                .satisfies(
                        title -> assertThat(title).endsWith("version 1 waits for your decision (PR-" + number + ")."));
        assertThat(titles(people.ravi(), number)).hasSize(1);
        assertThat(titles(people.dana(), number)).singleElement().asString().contains("reviewers can decide");
        assertThat(titles(people.vera(), number)).isEmpty();
        assertThat(titles(people.carl(), number)).isEmpty();
        assertThat(titles(people.rita(), number)).isEmpty();
    }

    @Test
    void whatAPortalOfAnEarlierReleaseSettledBesideThisOneIsReadAsDone() {
        long number = asked();
        jdbc.sql("update notice set kind = 'YOUR_TURN_DONE' where subject = ? and person_id = ?")
                .params("promotion/PR-" + number, people.ravi().person().id())
                .update();

        assertThat(about(people.ravi(), number)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.YOUR_TURN);
            assertThat(notice.done()).isTrue();
        });
    }

    @Test
    void whoTrainedAndReviewsIsNotAskedToDecideOnTheirOwnWork() {
        var candidate = bench.candidate(people.both(), bench.model(people.both()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        news.run();

        assertThat(titles(people.both(), number)).isEmpty();
    }

    @Test
    void aDecisionIsToldToWhoeverAskedAndNotToWhoeverMadeIt() {
        long number = asked();

        bench.vote(people.priya(), number, Choice.REJECT, "Too dear.");
        news.run();

        Notice told = about(people.dana(), number).getFirst();
        assertThat(told.title().english()).startsWith("Priya Shah rejected PR-" + number);
        assertThat(told.detail()).contains("Too dear.");
        assertThat(told.kind()).isEqualTo(NoticeKind.OUTCOME);
        assertThat(told.place()).isEqualTo("promotions/PR-" + number);
        assertThat(titles(people.priya(), number)).noneMatch(title -> title.contains("rejected"));
    }

    @Test
    void whatIsDecidedWaitsForNobodyAnyMore() {
        long number = asked();
        assertThat(about(people.ravi(), number)).allMatch(Notice::unread).noneMatch(Notice::done);
        inbox.seen(people.priya(), "promotions/PR-" + number);
        assertThat(about(people.priya(), number)).noneMatch(Notice::unread).noneMatch(Notice::done);

        bench.approve(people.priya(), number);
        news.run();

        assertThat(about(people.ravi(), number)).noneMatch(Notice::unread).allMatch(Notice::done);
        assertThat(about(people.priya(), number)).as("who read it first").allMatch(Notice::done);
        assertThat(inbox.page(people.ravi(), new Inbox.Query(false, NoticeKind.YOUR_TURN, 0, 1_000)))
                .noneMatch(notice -> notice.subject().equals("promotion/PR-" + number));
        assertThat(titles(people.dana(), number)).first().asString().contains("became champion");
    }

    @Test
    void whatSaysTheSameOfTheSameMatterOnceMoreTakesThePlaceOfTheOlder() {
        long number = asked();
        bench.vote(people.priya(), number, Choice.REQUEST_CHANGES, "Say more");
        news.run();
        Notice first = about(people.dana(), number).getFirst();
        inbox.mark(people.dana(), first.id(), true);
        promotions.evaluateAgain(people.dana(), number);
        bench.runJobs();
        bench.vote(people.priya(), number, Choice.REQUEST_CHANGES, "Say more");
        news.run();

        assertThat(titles(people.dana(), number).stream().filter(first.title().english()::equals))
                .hasSize(1);
        assertThat(about(people.dana(), number).getFirst())
                .satisfies(newest -> assertThat(newest.title()).isEqualTo(first.title()))
                .satisfies(newest -> assertThat(newest.id()).isNotEqualTo(first.id()))
                .matches(Notice::unread);
    }

    @Test
    void whoeverIsAskedForChangesHasItsTurnUntilTheChecksRunAgain() {
        long number = asked();
        bench.vote(people.priya(), number, Choice.REQUEST_CHANGES, "Say more");
        news.run();
        assertThat(about(people.dana(), number).getFirst().kind()).isEqualTo(NoticeKind.YOUR_TURN);
        assertThat(about(people.ravi(), number)).noneMatch(Notice::unread);

        promotions.evaluateAgain(people.dana(), number);
        bench.runJobs();
        news.run();

        assertThat(about(people.dana(), number))
                .filteredOn(notice -> notice.kind() == NoticeKind.YOUR_TURN)
                .noneMatch(Notice::unread);
        assertThat(about(people.ravi(), number)).filteredOn(Notice::unread).hasSize(1);
    }

    @Test
    void aDelegateIsToldBesideTheDelegatorAndForWhom() {
        Actor priya = person("Petra Vogt", Role.REVIEWER);
        Actor victor = person("Victor Lang", Role.VIEWER);
        Delegation made = ((Delegations.Outcome.Done) delegations.hand(
                        priya, victor.person().username(), clock.instant().plus(Duration.ofDays(3)), "On leave"))
                .delegation();
        news.run();
        assertThat(inbox.page(victor, all())).singleElement().satisfies(notice -> {
            assertThat(notice.title().english()).startsWith("Petra Vogt handed their reviewing to you until");
            assertThat(notice.detail()).isEqualTo("On leave");
        });

        long number = asked();
        assertThat(titles(victor, number))
                .singleElement()
                .asString()
                .contains("waits for a decision that you can make for Petra Vogt");
        assertThat(titles(priya, number)).hasSize(1);

        delegations.end(priya, made.id());
        news.run();
        assertThat(inbox.page(victor, all()).getFirst().title().english())
                .isEqualTo("Victor Lang no longer reviews for Petra Vogt.");
    }

    @Test
    void whatIsSaidReachesThoseWhoSpokeBeforeAndWhoeverAsked() {
        long number = asked();
        discussions.say(people.vera(), number, null, "Why so many?");
        news.run();
        assertThat(about(people.dana(), number).getFirst().detail()).isEqualTo("Why so many?");
        assertThat(titles(people.vera(), number)).isEmpty();

        discussions.say(people.dana(), number, null, "Because of spring.");
        news.run();

        Notice answer = about(people.vera(), number).getFirst();
        assertThat(answer.kind()).isEqualTo(NoticeKind.DISCUSSION);
        assertThat(answer.detail()).isEqualTo("Because of spring.");
        assertThat(titles(people.rita(), number)).isEmpty();
    }

    @Test
    void whoMayNoLongerReadItIsNoLongerShownIt() {
        Actor former = person("Fiona Former", Role.REVIEWER);
        long number = asked();
        assertThat(inbox.unread(former)).isEqualTo(1);

        jdbc.sql("delete from person_role where person_id = ?")
                .param(former.person().id())
                .update();
        Actor now = new Actor(everybody.byId(former.person().id()).orElseThrow(), Actor.Via.SCREEN, "test");

        assertThat(inbox.unread(now)).isZero();
        assertThat(titles(now, number)).isEmpty();
    }

    @Test
    void aNoticeIsMarkedReadAndNewAgainByWhomItIsForAndByNobodyElse() {
        long number = asked();
        Notice notice = about(people.priya(), number).getFirst();

        assertThat(inbox.mark(people.ravi(), notice.id(), true)).isFalse();
        assertThat(inbox.mark(people.priya(), notice.id(), true)).isTrue();
        assertThat(inbox.mark(people.priya(), notice.id(), true)).isFalse();
        assertThat(about(people.priya(), number)).noneMatch(Notice::unread);
        assertThat(inbox.mark(people.priya(), notice.id(), false)).isTrue();
        assertThat(inbox.unread(people.priya())).isPositive();

        inbox.markAll(people.priya());
        assertThat(inbox.unread(people.priya())).isZero();
    }

    @Test
    void theListIsNarrowedByKindAndByWhatIsNew() {
        long number = asked();
        bench.approve(people.priya(), number);
        news.run();

        assertThat(inbox.page(people.dana(), new Inbox.Query(false, NoticeKind.OUTCOME, 0, 500)))
                .extracting(Notice::kind)
                .containsOnly(NoticeKind.OUTCOME);
        assertThat(inbox.page(people.ravi(), new Inbox.Query(true, null, 0, 500)))
                .noneMatch(notice -> notice.subject().equals("promotion/PR-" + number));
        assertThat(inbox.page(people.dana(), new Inbox.Query(false, null, 0, 1)))
                .hasSize(1);
    }

    @Test
    void aSecondRoundTellsNobodyTwice() {
        long number = asked();

        assertThat(news.run()).isZero();
        assertThat(titles(people.priya(), number)).hasSize(1);
    }

    @Test
    void anEventThatCannotBeToldHoldsNothingUpAndIsGivenUpVisibly() {
        UUID broken = UUID.randomUUID();
        jdbc.sql("""
                insert into outbox_event (id, kind, payload, created_at, person_id, via, state, next_attempt)
                values (?, 'promotion.rejected', '{}', current_timestamp, ?, 'SCREEN', 'WAITING', current_timestamp)""").params(broken, people.dana().person().id()).update();

        long number = asked();
        assertThat(titles(people.priya(), number)).hasSize(1);

        for (int i = 1; i <= 12; i++) {
            clock.at(clock.instant().plus(Duration.ofHours(5L * i)), news::run);
        }
        assertThat(jdbc.sql("select state || ' ' || attempts || ' ' || failure from outbox_event where id = ?")
                        .param(broken)
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED 12 The event promotion.rejected names no request");
    }

    @Test
    void aClockThatRanAheadAndWasSetRightDelaysNobody() {
        UUID taken = UUID.randomUUID();
        jdbc.sql("""
                insert into outbox_event (id, kind, payload, created_at, person_id, via, state, attempts, next_attempt)
                values (?, 'version.registered', '{}', current_timestamp, ?, 'SCREEN', 'WAITING', 1, timestamp '2090-01-01 00:00:00')""").params(taken, people.dana().person().id()).update();

        news.run();

        assertThat(jdbc.sql("select state from outbox_event where id = ?")
                        .param(taken)
                        .query(String.class)
                        .single())
                .isEqualTo("DONE");
    }

    @Test
    void whatARecordingTellsIsNewOnlyIfItStillWaits() {
        Actor dana = new Actor(people.dana().person(), Actor.Via.RECORDING, "test");
        Actor priya = new Actor(people.priya().person(), Actor.Via.RECORDING, "test");
        var candidate = bench.candidate(dana, bench.model(dana), TestPredictions.good());
        long number = bench.asked(dana, candidate);
        discussions.say(priya, number, null, "Good.");
        news.run();

        assertThat(about(people.dana(), number))
                .filteredOn(notice -> notice.kind() == NoticeKind.DISCUSSION)
                .isNotEmpty()
                .noneMatch(Notice::unread);
        assertThat(deliveries(number)).noneMatch(kind -> kind.equals("DISCUSSION"));
    }

    @Test
    void nobodyIsMailedAboutWhatHappenedLongAgo() {
        Actor victor = person("Viola Late", Role.VIEWER);
        Actor priya = person("Paul Early", Role.REVIEWER);
        clock.at(
                clock.instant().minus(Duration.ofDays(3)),
                () -> delegations.hand(
                        priya, victor.person().username(), clock.instant().plus(Duration.ofDays(30)), "On leave"));
        news.run();

        assertThat(inbox.page(victor, all())).singleElement().satisfies(notice -> {
            assertThat(notice.unread()).isFalse();
            assertThat(jdbc.sql("select count(*) from notice_delivery where notice_id = ?")
                            .param(notice.id())
                            .query(Integer.class)
                            .single())
                    .isZero();
        });
    }

    @Test
    void aKindThatSomebodyWantsOnScreenAloneIsNotMailed() {
        Actor quiet = person("Quentin Quiet", Role.REVIEWER);
        assertThat(choices.byMail(quiet)).containsExactlyInAnyOrder(NoticeKind.values());
        choices.choose(quiet, NoticeKind.YOUR_TURN, false);
        choices.choose(quiet, NoticeKind.YOUR_TURN, false);
        assertThat(choices.byMail(quiet)).doesNotContain(NoticeKind.YOUR_TURN).hasSize(NoticeKind.values().length - 1);

        long number = asked();

        assertThat(titles(quiet, number)).hasSize(1);
        assertThat(jdbc.sql("""
                        select count(*) from notice_delivery d join notice n on n.id = d.notice_id where n.person_id = ?""").param(quiet.person().id()).query(Integer.class).single())
                .isZero();
    }

    private List<String> deliveries(long number) {
        return jdbc.sql("""
                select n.kind from notice_delivery d join notice n on n.id = d.notice_id where n.subject = ?""")
                .param("promotion/PR-" + number)
                .query((row, index) -> row.getString(1))
                .list();
    }

    private Actor person(String name, Role... roles) {
        String username = "p" + UUID.randomUUID();
        Person added = everybody.add(
                new People.NewPerson(username, name, username + "@people.example", Set.of(roles), "secret"));
        return new Actor(added, Actor.Via.SCREEN, "test");
    }

    private long asked() {
        long number = bench.asked(
                people.dana(), bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good()));
        news.run();
        return number;
    }

    private static Inbox.Query all() {
        return new Inbox.Query(false, null, 0, 500);
    }

    private List<Notice> about(Actor reader, long number) {
        return inbox.page(reader, all()).stream()
                .filter(notice -> notice.subject().equals("promotion/PR-" + number))
                .toList();
    }

    private List<String> titles(Actor reader, long number) {
        return about(reader, number).stream()
                .map(notice -> notice.title().english())
                .toList();
    }
}
