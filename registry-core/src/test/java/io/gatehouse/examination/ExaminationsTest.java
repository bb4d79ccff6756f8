package io.gatehouse.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.auditlog.AuditLog;
import io.gatehouse.auditlog.AuditQuery;
import io.gatehouse.examination.Examination.Item;
import io.gatehouse.examination.Examination.Outcome;
import io.gatehouse.examination.Examination.State;
import io.gatehouse.examination.Examinations.Draw;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.HouseDays;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.TestPredictions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ExaminationsTest {
    /** Each test promotes on a day of its own, so that it draws from nothing but what it made. */
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final Examinations examinations;
    private final PromotionBench bench;
    private final AuditLog log;
    private final TestPeople people;
    private final JdbcClient jdbc;
    private final HouseClock clock;
    private final LocalDate day = LocalDate.parse("2025-02-01").plusDays(DAYS.getAndIncrement());

    ExaminationsTest(
            Examinations examinations,
            PromotionBench bench,
            AuditLog log,
            TestPeople people,
            JdbcClient jdbc,
            HouseClock clock) {
        this.log = log;
        this.examinations = examinations;
        this.bench = bench;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void everyDrawnPromotionIsJudgedAgainAndComesOutIdentical() {
        long first = promoted();
        long second = promoted();

        Examination drawn = done(examinations.draw(people.rita(), new Draw(day, day, 5, 7)));
        assertThat(drawn.population()).isEqualTo(2);
        assertThat(drawn.state()).isEqualTo(State.RUNNING);
        assertThat(drawn.items()).extracting(Item::request).containsExactlyInAnyOrder(first, second);
        assertThat(drawn.items()).extracting(Item::outcome).containsOnlyNulls();
        bench.runJobs();

        Examination done = examinations.find(people.rita(), drawn.number()).orElseThrow();
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.items()).extracting(Item::outcome).containsOnly(Outcome.IDENTICAL);
        assertThat(done.finishedAt()).isNotNull();
        assertThat(told("examination.drawn", done.number()))
                .singleElement()
                .asString()
                .contains("\"seed\":\"7\"", "PR-" + first);
        assertThat(told("examination.finished", done.number()))
                .singleElement()
                .asString()
                .contains("\"IDENTICAL\":2", "\"state\":\"DONE\"");
        assertThat(log.before(
                        people.rita(),
                        new AuditQuery(
                                null, "examination.finished", "examination/EX-" + done.number(), null, null, null),
                        0,
                        2))
                .singleElement()
                .satisfies(event -> assertThat(event.sentence().english())
                        .isEqualTo("The examination EX-" + done.number()
                                + ", which Rita Gomez asked for, is over: 2 judged again with the same result,"
                                + " 0 with another, 0 could not be judged again."));
    }

    @Test
    void aFigureThatWasChangedInTheRecordIsNamedWithBothValues() {
        long number = promoted();
        String document = jdbc.sql(
                        "select e.document from evaluation e join promotion_request r on r.evaluation_id = e.id where r.number = ?")
                .param(number)
                .query(String.class)
                .single();
        String changed = document.replaceFirst("\"brier\":[0-9.]+", "\"brier\":0.5");
        assertThat(changed).isNotEqualTo(document);
        jdbc.sql(
                        "update evaluation set document = ? where id = (select evaluation_id from promotion_request where number = ?)")
                .params(changed, number)
                .update();

        Examination drawn = done(examinations.draw(people.rita(), new Draw(day, day, 1, 1)));
        bench.runJobs();

        assertThat(examinations
                        .find(people.rita(), drawn.number())
                        .orElseThrow()
                        .items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.outcome()).isEqualTo(Outcome.DIFFERENT);
                    assertThat(item.detail()).startsWith("PERFORMANCE, performance, brier: 0.5 is kept, 0.");
                });
    }

    @Test
    void whatIsStoppedKeepsWhatItFoundAndIsNotGoneOnWith() {
        promoted();
        Examination drawn = done(examinations.draw(people.rita(), new Draw(day, day, 1, 1)));

        Examination stopped = done(examinations.cancel(people.rita(), drawn.number()));
        bench.runJobs();

        assertThat(stopped.state()).isEqualTo(State.CANCELLED);
        assertThat(examinations
                        .find(people.rita(), drawn.number())
                        .orElseThrow()
                        .items())
                .extracting(Item::outcome)
                .containsOnlyNulls();
        assertThat(code(examinations.cancel(people.rita(), drawn.number()))).isEqualTo("examination.over");
        assertThat(told("examination.cancelled", drawn.number())).isNotEmpty();
    }

    @Test
    void whatCannotBeDrawnIsRefusedInWords() {
        LocalDate empty = LocalDate.parse("2001-01-01");
        assertThat(code(examinations.draw(people.rita(), new Draw(empty, empty, 5, 7))))
                .isEqualTo("examination.nothing");
        assertThat(code(examinations.draw(people.rita(), new Draw(day, day.minusDays(1), 5, 7))))
                .isEqualTo("examination.period");
        assertThat(code(examinations.draw(people.rita(), new Draw(day, day, 0, 7))))
                .isEqualTo("examination.size");
        assertThat(code(examinations.cancel(people.rita(), 0))).isEqualTo("examination.unknown");
        assertThatThrownBy(() -> examinations.draw(people.priya(), new Draw(day, day, 5, 7)))
                .isInstanceOf(NotPermittedException.class);
    }

    private long promoted() {
        Instant noon = HouseDays.endOf(day).truncatedTo(ChronoUnit.HOURS).minus(11, ChronoUnit.HOURS);
        return clock.at(noon, () -> {
            long number = bench.asked(
                    people.dana(), bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good()));
            bench.approve(people.priya(), number);
            return number;
        });
    }

    private List<String> told(String action, long number) {
        return jdbc.sql("select canonical from audit_event where action = ? and object = ?")
                .params(action, "examination/EX-" + number)
                .query((row, index) -> row.getString("canonical"))
                .list();
    }

    private static Examination done(io.gatehouse.house.Outcome<Examination> outcome) {
        return outcome.orThrow();
    }

    private static String code(io.gatehouse.house.Outcome<Examination> outcome) {
        return outcome instanceof io.gatehouse.house.Outcome.Refused<Examination>(var refusal)
                ? refusal.sentence().code()
                : "done";
    }
}
