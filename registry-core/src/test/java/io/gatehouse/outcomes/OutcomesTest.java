package io.gatehouse.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.NotPermittedException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class OutcomesTest {
    private static final LocalDate TAKEN = LocalDate.of(2026, 1, 1);

    private final Outcomes outcomes;
    private final OutcomesBench bench;
    private final TestPeople people;
    private final HouseClock clock;
    private final JdbcTemplate jdbc;

    OutcomesTest(Outcomes outcomes, OutcomesBench bench, TestPeople people, HouseClock clock, JdbcTemplate jdbc) {
        this.outcomes = outcomes;
        this.bench = bench;
        this.people = people;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void aFileIsCountedByWhatItSaysAndByWhatWasKnownBefore() {
        String model = scored(4);
        bench.taken(
                people.carl(),
                model,
                "id,outcome,observed_on\nc0001,1,2026-02-01\nc0002,0,2026-02-01\nc0003,0,2026-02-01\n");

        Intake intake = bench.taken(
                people.dana(),
                model,
                "id,outcome,observed_on\nc0001,1,2026-02-01\nc0002,1,2026-02-20\nc0003,0,2026-03-01\nc0004,1,2026-02-03\n"
                        + "stranger,0,2026-03-01\n");

        assertThat(intake.customers()).isEqualTo(5);
        assertThat(intake.leavers()).isEqualTo(3);
        assertThat(intake.added()).isEqualTo(2);
        assertThat(intake.corrected()).isEqualTo(1);
        assertThat(intake.moved()).isEqualTo(1);
        assertThat(intake.unchanged()).isEqualTo(1);
        assertThat(intake.notScored()).isEqualTo(1);
        assertThat(intake.observedFrom()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(intake.observedTo()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(intake.takenInBy()).isEqualTo("Dana Ortiz");
        assertThat(intake.summary())
                .extracting(sentence -> sentence.english())
                .anyMatch(said -> said.contains("One was said to have done the opposite before"))
                .anyMatch(said -> said.contains("One is in no scored population of this model"));
    }

    @Test
    void theSameFileAgainChangesNothingAndSaysSo() {
        String model = scored(2);
        String file = "id,outcome,observed_on\nc0001,1,2026-02-01\nc0002,0,2026-02-01\n";
        Intake first = bench.taken(people.carl(), model, file);

        Outcomes.TakenIn again = bench.send(people.dana(), model, file);

        assertThat(again).isInstanceOfSatisfying(Outcomes.TakenIn.Already.class, already -> {
            assertThat(already.intake()).isEqualTo(first);
            assertThat(already.sentence().english()).contains(first.name(), "Carl", "nothing changed");
        });
        assertThat(outcomes.intakes(people.vera(), model)).containsExactly(first);
        assertThat(rows(model)).isEqualTo(2);
    }

    @Test
    void theSameFileOfAnotherModelIsAnotherStatement() {
        String file = "id,outcome,observed_on\nc0001,1,2026-02-01\n";
        bench.taken(people.carl(), scored(1), file);

        assertThat(bench.send(people.carl(), scored(1), file)).isInstanceOf(Outcomes.TakenIn.Stored.class);
    }

    @Test
    void whatIsCorrectedStaysOnRecordAndTheDayCanStillBeAsked() {
        String model = scored(2);
        Instant march = Instant.parse("2026-03-01T10:00:00Z");
        clock.at(march, () -> bench.taken(people.carl(), model, "id,outcome\nc0001,1\nc0002,0\n"));
        clock.at(march.plus(Duration.ofDays(10)), () -> bench.taken(people.carl(), model, "id,outcome\nc0001,0\n"));

        assertThat(outcomes.known(people.vera(), model, march.minusSeconds(1))).contains(new Outcomes.Known(0, 0));
        assertThat(outcomes.known(people.vera(), model, march.plusSeconds(1))).contains(new Outcomes.Known(1, 1));
        assertThat(outcomes.known(people.vera(), model, march.plus(Duration.ofDays(11))))
                .contains(new Outcomes.Known(0, 2));
        assertThat(rows(model)).isEqualTo(3);
    }

    @Test
    void withoutADayTheDayOfTheIntakeIsTaken() {
        String model = scored(1);
        Instant march = Instant.parse("2026-03-14T12:00:00Z");

        Intake intake = clock.at(march, () -> bench.taken(people.carl(), model, "id,outcome\nc0001,0\n"));

        assertThat(intake.observedTo()).isEqualTo(LocalDate.of(2026, 3, 14));
    }

    @Test
    void aFileWithOneBadRowLeavesNothingBehind() {
        String model = scored(2);

        Outcomes.TakenIn refused = bench.send(people.carl(), model, "id,outcome\nc0001,1\nc0002,perhaps\n");

        assertThat(refused).isInstanceOfSatisfying(Outcomes.TakenIn.Refused.class, why -> {
            assertThat(why.code()).isEqualTo("OUTCOME_NOT_A_LABEL");
            assertThat(why.field()).isEqualTo("file");
            assertThat(why.sentence().english()).contains("Row 2 below the header", "Nothing of it was taken in");
        });
        assertThat(outcomes.intakes(people.vera(), model)).isEmpty();
        assertThat(rows(model)).isZero();
        assertThat(jdbc.queryForObject("select count(*) from outcome_arrival", Long.class))
                .isZero();
    }

    @Test
    void aRefusedFileAndTheSameFileTakeNoNumberThatPeopleSee() {
        String model = scored(2);
        Intake first = bench.taken(people.carl(), model, "id,outcome,observed_on\nc0001,1,2026-02-01\n");
        bench.send(people.carl(), model, "id,outcome,observed_on\nc0001,1,2026-02-01\n");
        bench.send(people.carl(), model, "id,outcome\nc0002,perhaps\n");

        assertThat(bench.taken(people.carl(), model, "id,outcome,observed_on\nc0002,0,2026-02-01\n")
                        .number())
                .isEqualTo(first.number() + 1);
    }

    @Test
    void aModelThatDoesNotExistIsNamed() {
        assertThat(bench.send(people.carl(), "nobody-knows", "id,outcome\nc0001,1\n"))
                .isInstanceOfSatisfying(Outcomes.TakenIn.Refused.class, why -> {
                    assertThat(why.field()).isEqualTo("model");
                    assertThat(why.sentence().english()).contains("nobody-knows");
                });
        assertThat(outcomes.known(people.vera(), "nobody-knows", Instant.EPOCH)).isEmpty();
    }

    @Test
    void aVicePresidentReadsWhatCameInAndSaysNothingOfCustomers() {
        String model = scored(1);
        assertThatThrownBy(() -> bench.send(people.vera(), model, "id,outcome\nc0001,1\n"))
                .isInstanceOf(NotPermittedException.class);
        assertThat(outcomes.intakes(people.vera(), model)).isEmpty();
    }

    @Test
    void oneEventTellsOfAFileByItsDigestAndNamesNoCustomer() {
        String model = scored(1);
        Intake intake = bench.taken(people.carl(), model, "id,outcome\nc0001,1\n");

        List<String> events = jdbc.query(
                "select canonical from audit_event where action = 'outcomes.taken_in' and canonical like ?",
                (row, index) -> row.getString("canonical"),
                "%" + intake.fileSha256() + "%");

        assertThat(events)
                .hasSize(1)
                .first()
                .asString()
                .contains("\"intake\":" + intake.number())
                .doesNotContain("c0001");
    }

    @Test
    void whatWasTakenInCannotBeRewritten() {
        String model = scored(1);
        bench.taken(people.carl(), model, "id,outcome\nc0001,1\n");

        assertThatThrownBy(() -> jdbc.update("update customer_outcome set has_left = false"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.update("delete from outcome_intake")).isInstanceOf(DataAccessException.class);
    }

    private String scored(int customers) {
        String model = bench.model(people.dana());
        bench.scored(people.dana(), model, 1, TAKEN, customers, customer -> 0.6);
        return model;
    }

    private long rows(String model) {
        Long rows = jdbc.queryForObject(
                "select count(*) from customer_outcome o join registered_model m on m.id = o.model_id where m.name = ?",
                Long.class,
                model);
        return rows == null ? 0 : rows;
    }
}
