package io.gatehouse.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.Driver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** An upgrade that is cut off at any of its steps is as if it had not begun. */
class WholeUpgradesTest {
    private static final String FIRST = "create table alpha (id int); insert into alpha values (1);";
    private static final String SECOND = "create table beta (id int); insert into alpha values (2);";
    private static final String CUT_OFF = "create table beta (id int); select no_such_column from alpha;";

    @TempDir
    private Path folder;

    private Path migrations;
    private String url;
    private DatabaseFile file;

    @BeforeEach
    void anEmptyFolder() throws IOException {
        migrations = Files.createDirectory(folder.resolve("migrations"));
        url = "jdbc:h2:file:" + folder.resolve("house") + ";WRITE_DELAY=0;MODE=PostgreSQL";
        file = DatabaseFile.of(url).orElseThrow();
    }

    @Test
    void anUpgradeThatWasCutOffIsUndoneAtTheNextStartAndThenSucceeds() throws IOException {
        migration(1, FIRST);
        WholeUpgrades.upgrade(flyway());
        migration(2, CUT_OFF);
        assertThatThrownBy(() -> WholeUpgrades.upgrade(flyway())).isInstanceOf(FlywayException.class);

        assertThat(file.bringBack()).isTrue();
        assertThat(tables()).isEqualTo(1);
        migration(2, SECOND);
        WholeUpgrades.upgrade(flyway());

        assertThat(tables()).isEqualTo(2);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void aFirstStartThatWasCutOffIsUndoneAtTheNext() throws IOException {
        migration(1, FIRST);
        migration(2, CUT_OFF);
        assertThatThrownBy(() -> WholeUpgrades.upgrade(flyway())).isInstanceOf(FlywayException.class);

        assertThat(file.bringBack()).isTrue();
        assertThat(tables()).isZero();
        migration(2, SECOND);
        WholeUpgrades.upgrade(flyway());

        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void afterAWholeUpgradeNothingIsBroughtBack() throws IOException {
        migration(1, FIRST);
        WholeUpgrades.upgrade(flyway());

        assertThat(file.bringBack()).isFalse();
        assertThat(file.before()).doesNotExist();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void bringingBackThatWasCutOffItselfBeginsAgain() throws IOException {
        migration(1, FIRST);
        WholeUpgrades.upgrade(flyway());
        migration(2, CUT_OFF);
        assertThatThrownBy(() -> WholeUpgrades.upgrade(flyway())).isInstanceOf(FlywayException.class);
        Files.write(file.file(), new byte[] {1, 2, 3});

        assertThat(file.bringBack()).isTrue();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whatSomebodyHasOpenIsLeftAlone() throws IOException, SQLException {
        migration(1, FIRST);
        WholeUpgrades.upgrade(flyway());
        try (Connection open = DriverManager.getConnection(url, "sa", "")) {
            file.putAside(open);
            assertThat(file.bringBack()).isFalse();
            JdbcClient.create(new SingleConnectionDataSource(open, true))
                    .sql("insert into alpha values (2)")
                    .update();
        }
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void databasesInMemoryAndOnServersArePutAsideNowhere() {
        assertThat(DatabaseFile.of("jdbc:h2:mem:gatehouse")).isEmpty();
        assertThat(DatabaseFile.of("jdbc:postgresql://localhost/gatehouse")).isEmpty();
    }

    @Test
    void anOlderReleaseDoesNotOpenWhatANewerOneMade() throws IOException {
        migration(1, FIRST);
        Path newer = migration(2, SECOND);
        WholeUpgrades.upgrade(flyway());
        Files.delete(newer);

        assertThatThrownBy(() -> WholeUpgrades.upgrade(flyway()))
                .isInstanceOf(UnfitDatabaseException.class)
                .hasMessageStartingWith("The database was made by a newer release: it is at step 2, and this release"
                        + " knows the steps up to 1. Start the newer release, or");
        assertThat(file.before()).doesNotExist();
    }

    @Test
    void aReleaseThatKnowsAStepOtherwiseLeavesTheDatabaseAlone() throws IOException {
        migration(1, FIRST);
        WholeUpgrades.upgrade(flyway());
        migration(1, SECOND);

        assertThatThrownBy(() -> WholeUpgrades.upgrade(flyway()))
                .isInstanceOf(UnfitDatabaseException.class)
                .hasMessageContaining("its step 1 is not the one known here");
    }

    @Test
    void aStepThatBelongsBeforeTheLastIsNotTakenAfterIt() throws IOException {
        migration(3, FIRST);
        WholeUpgrades.upgrade(flyway());
        migration(2, SECOND);

        assertThatThrownBy(() -> WholeUpgrades.upgrade(flyway()))
                .isInstanceOf(UnfitDatabaseException.class)
                .hasMessageContaining("its step 2 is not the one known here");
        assertThat(tables()).isEqualTo(1);
    }

    private Path migration(int version, String sql) throws IOException {
        return Files.writeString(migrations.resolve("V" + version + "__step.sql"), sql);
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("filesystem:" + migrations)
                .load();
    }

    private int tables() {
        return count("select count(*) from information_schema.tables where lower(table_name) in ('alpha', 'beta')");
    }

    private int rows() {
        return count("select count(*) from alpha");
    }

    private int count(String query) {
        return JdbcClient.create(new SimpleDriverDataSource(new Driver(), url, "sa", ""))
                .sql(query)
                .query(Integer.class)
                .single();
    }
}
