package io.gatehouse.preparedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.artifacts.ArtifactSweep;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.notices.Inbox;
import io.gatehouse.notices.NewsRound;
import io.gatehouse.notices.Notice;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.preparedfiles.PreparedFile.State;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.work.JobRunner;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(ScriptedFiles.class)
class PreparedFilesTest {
    private final PreparedFiles files;
    private final ScriptedFiles maker;
    private final JobRunner runner;
    private final NewsRound news;
    private final Inbox inbox;
    private final ArtifactSweep sweep;
    private final HouseClock clock;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Actor carl;
    private final Actor dana;

    PreparedFilesTest(
            PreparedFiles files,
            ScriptedFiles maker,
            JobRunner runner,
            NewsRound news,
            Inbox inbox,
            ArtifactSweep sweep,
            HouseClock clock,
            JdbcClient jdbc,
            Ids ids,
            TestPeople people) {
        this.files = files;
        this.maker = maker;
        this.runner = runner;
        this.news = news;
        this.inbox = inbox;
        this.sweep = sweep;
        this.clock = clock;
        this.jdbc = jdbc;
        this.ids = ids;
        this.carl = people.carl();
        this.dana = people.dana();
    }

    @AfterEach
    void clear() {
        maker.atLine = line -> {};
        maker.gone = false;
        maker.takenBy.clear();
        jdbc.sql("update prepared_file set state = 'CANCELLED' where state in ('WAITING', 'RUNNING')")
                .update();
    }

    /** The server is killed: nothing that it was about to write is written. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void whatWasAskedForIsThereForItsAskerAsOftenAsTheyLikeAndForNobodyElse() throws IOException {
        PreparedFile asked = ask(carl, 3);
        assertThat(asked.state()).isEqualTo(State.WAITING);
        runner.runAll();

        PreparedFile done = files.find(carl, asked.id()).orElseThrow();
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.rows()).isEqualTo(3);
        assertThat(done.percent()).isEqualTo(100);
        assertThat(text(files.take(carl, asked.id()))).isEqualTo("line 1\nline 2\nline 3\n");
        assertThat(text(files.take(carl, asked.id()))).startsWith("line 1");
        assertThat(maker.takenBy).containsExactly("carl", "carl");
        assertThat(files.find(dana, asked.id())).isEmpty();
        assertThat(code(files.take(dana, asked.id()))).isEqualTo("prepared.unknown");
        assertThat(code(files.cancel(dana, asked.id()))).isEqualTo("prepared.unknown");
        assertThat(code(files.again(dana, asked.id()))).isEqualTo("prepared.unknown");
        assertThat(files.mine(dana)).extracting(PreparedFile::id).doesNotContain(asked.id());
    }

    @Test
    void itsAskerIsToldWhenItIsThereThoughTheyAskedForItThemself() {
        PreparedFile asked = ask(carl, 1);
        runner.runAll();
        news.run();

        assertThat(notices(carl))
                .filteredOn(notice -> notice.subject().equals("prepared-file/" + asked.id()))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.title().english()).isEqualTo("Your file is ready: " + asked.title() + ".");
                    assertThat(notice.place()).isEqualTo("downloads#" + asked.id());
                });
    }

    @Test
    void whoeverLostTheRoleSinceGetsNoFile() {
        PreparedFile asked = ask(carl, 1);
        runner.runAll();

        Actor without = with(carl, Role.VIEWER);
        assertThatThrownBy(() -> files.take(without, asked.id())).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> files.ask(without, order(1))).isInstanceOf(NotPermittedException.class);
        assertThat(maker.takenBy).isEmpty();
    }

    @Test
    void whatIsCancelledInTheMiddleIsNotKept() {
        PreparedFile asked = ask(carl, 4);
        maker.atLine = line -> {
            if (line == 2) {
                files.cancel(carl, asked.id());
            }
        };
        runner.runAll();

        assertThat(files.find(carl, asked.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(jdbc.sql("select count(*) from kept_file where id = ?")
                        .param(asked.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(code(files.take(carl, asked.id()))).isEqualTo("prepared.not_there");
        assertThat(code(files.cancel(carl, asked.id()))).isEqualTo("prepared.over");

        maker.atLine = line -> {};
        done(files.again(carl, asked.id()));
        runner.runAll();
        assertThat(files.find(carl, asked.id()).orElseThrow().state()).isEqualTo(State.DONE);
    }

    @Test
    void afterAServerDiedInTheMiddleItSaysSoAndIsBegunAgainByItself() {
        PreparedFile asked = ask(carl, 3);
        Instant now = clock.instant();
        killedInTheMiddle();

        assertThat(at(now, () -> state(asked))).isEqualTo(State.RUNNING);
        assertThat(at(now.plus(Duration.ofMinutes(2)), () -> state(asked))).isEqualTo(State.INTERRUPTED);

        at(now.plus(Duration.ofMinutes(6)), runner::runAll);
        PreparedFile done = files.find(carl, asked.id()).orElseThrow();
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.begun()).isEqualTo(2);
    }

    @Test
    void itsAskerNeedNotWaitForThat() {
        PreparedFile asked = ask(carl, 3);
        Instant now = clock.instant();
        killedInTheMiddle();

        assertThat(at(now, () -> code(files.again(carl, asked.id())))).isEqualTo("prepared.not_over");
        at(now.plus(Duration.ofMinutes(2)), () -> done(files.again(carl, asked.id())));
        at(now.plus(Duration.ofMinutes(2)), runner::runAll);
        assertThat(state(asked)).isEqualTo(State.DONE);
        // What was leased by the server that died finds that nobody waits for it any more.
        at(now.plus(Duration.ofMinutes(6)), runner::runAll);
        assertThat(files.find(carl, asked.id()).orElseThrow().begun()).isEqualTo(1);
    }

    @Test
    void whatBreaksOffIsTriedAgainAndSaysWhyOnceItIsGivenUp() {
        PreparedFile asked = ask(carl, 1);
        maker.atLine = line -> {
            throw new IllegalStateException("The disk is full");
        };
        Instant now = clock.instant();
        for (int minutes = 0; minutes < 3; minutes++) {
            at(now.plus(Duration.ofMinutes(minutes)), runner::runAll);
        }

        PreparedFile failed = files.find(carl, asked.id()).orElseThrow();
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.failure()).asString().contains("The disk is full");
        at(now.plus(Duration.ofMinutes(3)), news::run);
        assertThat(notices(carl))
                .anyMatch(notice -> notice.subject().equals("prepared-file/" + asked.id())
                        && notice.title().code().equals("notice.prepared.failed"));
    }

    @Test
    void whatIsNotThereAnyMoreFailsAtOnce() {
        PreparedFile asked = ask(carl, 1);
        maker.gone = true;
        runner.runAll();

        assertThat(files.find(carl, asked.id()).orElseThrow().failure())
                .asString()
                .isEqualTo("What it was to show is not there any more.");
    }

    @Test
    void afterAWeekItIsGoneForItsAskerAndWithTheNextSweepForGood() throws IOException {
        PreparedFile asked = ask(carl, 2);
        runner.runAll();
        String sha256 = jdbc.sql("select sha256 from kept_file where id = ?")
                .param(asked.id())
                .query(String.class)
                .single();
        Instant now = clock.instant();

        sweep.sweep(now.plus(Duration.ofDays(1)));
        assertThat(text(files.take(carl, asked.id()))).startsWith("line 1");

        Instant after = now.plus(PreparedFiles.KEPT).plusSeconds(1);
        assertThat(at(after, () -> code(files.take(carl, asked.id())))).isEqualTo("prepared.not_there");
        at(after, files::sweep);
        assertThat(state(asked)).isEqualTo(State.EXPIRED);
        assertThat(jdbc.sql("select count(*) from kept_file where sha256 = ?")
                        .param(sha256)
                        .query(Integer.class)
                        .single())
                .isZero();

        done(files.again(carl, asked.id()));
        runner.runAll();
        assertThat(text(files.take(carl, asked.id()))).startsWith("line 1");
    }

    @Test
    void theSameAskedForTwiceIsMadeOnceAndNobodyAsksWithoutEnd() {
        FileOrder order = order(1);
        PreparedFile first = done(files.ask(carl, order));
        assertThat(done(files.ask(carl, order)).id()).isEqualTo(first.id());

        for (int more = 1; more < PreparedFiles.MOST_UNDER_WAY; more++) {
            ask(carl, 1);
        }
        assertThat(code(files.ask(carl, order(1)))).isEqualTo("prepared.too_many");
        runner.runAll();
    }

    private void killedInTheMiddle() {
        maker.atLine = line -> {
            throw new Killed();
        };
        assertThatThrownBy(runner::runAll).isInstanceOf(Killed.class);
        maker.atLine = line -> {};
    }

    private PreparedFile ask(Actor actor, long rows) {
        return done(files.ask(actor, order(rows)));
    }

    private FileOrder order(long rows) {
        return new FileOrder(
                ScriptedFiles.KIND,
                Map.of("which", ids.hex32()),
                Sentences.say("prepared.title.inventory", "rows", rows),
                "models",
                URI.create("http://localhost:8080"),
                List.of(Action.READ_RISK_LIST),
                rows);
    }

    private State state(PreparedFile file) {
        return files.find(carl, file.id()).orElseThrow().state();
    }

    private List<Notice> notices(Actor actor) {
        return inbox.page(actor, new Inbox.Query(false, null, 0, 100));
    }

    private static Actor with(Actor actor, Role role) {
        Person person = actor.person();
        return new Actor(
                new Person(
                        person.id(),
                        person.username(),
                        person.displayName(),
                        person.email(),
                        person.kind(),
                        person.answersTo(),
                        Set.of(role),
                        person.active()),
                actor.via(),
                actor.requestId());
    }

    private <T> T at(Instant moment, Supplier<T> what) {
        return clock.at(moment, what);
    }

    private static <T> T done(Outcome<T> outcome) {
        return outcome.orThrow();
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal)
                ? refusal.sentence().code()
                : "done";
    }

    private static String text(Outcome<PreparedFiles.Taken> taken) throws IOException {
        try (InputStream bytes = done(taken).bytes()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
