package io.gatehouse.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.tracking.ExperimentPages.ExperimentRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class ExperimentPagesTest {
    /** Later than what any other test logs. */
    private static final long LATE = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private static final int MOST = 20;

    private final ExperimentPages pages;
    private final RunPages lines;
    private final Experiments experiments;
    private final Runs runs;
    private final TestRuns logged;
    private final JdbcTemplate jdbc;
    private final Actor dana;

    ExperimentPagesTest(
            ExperimentPages pages,
            RunPages lines,
            Experiments experiments,
            Runs runs,
            TestRuns logged,
            TestPeople people,
            JdbcTemplate jdbc) {
        this.pages = pages;
        this.lines = lines;
        this.experiments = experiments;
        this.runs = runs;
        this.logged = logged;
        this.jdbc = jdbc;
        this.dana = people.dana();
    }

    @Test
    void theExperimentWithTheNewestRunComesFirstAndOneWithoutRunsLast() {
        long idle = logged.experiment(dana);
        long older = logged.experiment(dana);
        long newer = logged.experiment(dana);
        logged.run(dana, newer, LATE + 2_000);
        logged.run(dana, newer, 1);
        logged.run(dana, older, LATE + 1_000);

        List<ExperimentRow> all = pages.all(dana);

        assertThat(all.stream().map(ExperimentRow::id)).containsSubsequence(newer, older, idle);
        ExperimentRow first = all.getFirst();
        assertThat(first.latestRun()).isEqualTo(Instant.ofEpochMilli(LATE + 2_000));
        assertThat(first.createdBy()).isEqualTo("Dana Ortiz");
        assertThat(all)
                .filteredOn(row -> row.id() == idle)
                .singleElement()
                .satisfies(row -> assertThat(row.latestRun()).isNull());
    }

    @Test
    void whatIsInTheBinCountsNeitherAsAnExperimentNorAsALatestRun() {
        long binned = logged.experiment(dana);
        experiments.delete(dana, binned);
        long kept = logged.experiment(dana);
        logged.run(dana, kept, LATE + 3_000);
        runs.delete(dana, logged.run(dana, kept, LATE + 9_000));

        assertThat(pages.all(dana)).noneMatch(row -> row.id() == binned).anySatisfy(row -> {
            assertThat(row.id()).isEqualTo(kept);
            assertThat(row.latestRun()).isEqualTo(Instant.ofEpochMilli(LATE + 3_000));
        });
        assertThat(count(kept)).isEqualTo(new RunCount(1, false));
    }

    @Test
    void onlyRunsAtTheTopAreCountedAndNoMoreOfThemThanAskedFor() {
        long experiment = logged.experiment(dana);
        String parent = logged.run(dana, experiment, 1_000);
        logged.run(dana, experiment, 1_001, new Tag("mlflow.parentRunId", parent));
        assertThat(count(experiment)).isEqualTo(new RunCount(1, false));

        IntStream.range(1, MOST).forEach(number -> copy(parent, number));
        assertThat(count(experiment)).isEqualTo(new RunCount(MOST, false));

        copy(parent, MOST);
        assertThat(count(experiment)).isEqualTo(new RunCount(MOST, true));
    }

    @Test
    void severalAreCountedInOneQuestionAndAsTheirOwnPagesCountThem() {
        long idle = logged.experiment(dana);
        long busy = logged.experiment(dana);
        String parent = logged.run(dana, busy, 1_000);
        logged.run(dana, busy, 1_001, new Tag("mlflow.parentRunId", parent));
        IntStream.rangeClosed(1, MOST).forEach(number -> copy(parent, number));

        assertThat(pages.runs(dana, List.of(idle, busy), MOST))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(idle, new RunCount(0, false), busy, new RunCount(MOST, true)))
                .containsEntry(idle, count(idle))
                .containsEntry(busy, count(busy));
        assertThat(pages.runs(dana, List.of(), MOST)).isEmpty();
    }

    private RunCount count(long experiment) {
        return lines.count(dana, new RunPages.Lines(experiment, "", List.of()), MOST);
    }

    private void copy(String run, int number) {
        jdbc.update("""
                insert into run (id, experiment_id, name, user_id, status, lifecycle, start_ms, artifact_uri, created_by, created_at)
                select ?, experiment_id, name, user_id, status, lifecycle, start_ms, artifact_uri, created_by, created_at
                from run where id = ?""", run.substring(0, 24) + String.format("%08d", number), run);
    }
}
