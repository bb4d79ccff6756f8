package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.cleanup.CleanUps;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.Statements;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.Runs;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a look into the bin asks of the database does not grow with what is in it. */
@PortalTest
class CleanUpStatementsTest {
    private final CleanUps cleanUps;
    private final Statements statements;
    private final Experiments experiments;
    private final Runs runs;
    private final ArtifactStore store;
    private final TestPeople people;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    CleanUpStatementsTest(
            CleanUps cleanUps,
            Statements statements,
            Experiments experiments,
            Runs runs,
            ArtifactStore store,
            TestPeople people,
            JdbcClient jdbc,
            Ids ids,
            Clock clock) {
        this.cleanUps = cleanUps;
        this.statements = statements;
        this.experiments = experiments;
        this.runs = runs;
        this.store = store;
        this.people = people;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Test
    void aDryRunAsksTheDatabaseAsOftenForManyInTheBinAsForFew() {
        deleted(2);
        // Whoever comes in for the first time on a day is put on record.
        planned();
        List<String> few = statements.during(this::planned);
        assertThat(few).anyMatch(statement -> statement.contains("artifact"));

        deleted(8);

        assertThat(statements.during(this::planned)).hasSameSizeAs(few);
    }

    private void planned() {
        assertThat(cleanUps.plan(people.adam()).owners()).hasSizeGreaterThanOrEqualTo(2);
    }

    /** Runs that have been in the bin for long, each with the same file. */
    private void deleted(int count) {
        long experiment = experiments.create(people.dana(), "exp " + ids.hex32(), "", List.of());
        for (int i = 0; i < count; i++) {
            Run run = runs.create(
                    people.dana(), new Runs.NewRun(experiment, "", Optional.empty(), OptionalLong.empty(), List.of()));
            ArtifactPath folder =
                    ArtifactPath.ofLocation(run.info().artifactUri()).orElseThrow();
            store.write(
                            people.dana(),
                            folder.resolve("a.txt"),
                            new ByteArrayInputStream(new byte[] {'x'}),
                            OptionalLong.of(1))
                    .orThrow();
            runs.delete(people.dana(), run.info().id());
            jdbc.sql("update run set deleted_at = ? where id = ?")
                    .params(
                            clock.instant().minus(Duration.ofDays(31)).atOffset(ZoneOffset.UTC),
                            run.info().id())
                    .update();
        }
    }
}
