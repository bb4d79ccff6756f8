package io.gatehouse.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Even a statement of the attacker's own would see one file and nothing else. */
class ConfinementTest {

    @TempDir
    Path folder;

    private Path allowed;

    @BeforeEach
    void write() throws Exception {
        allowed = Files.writeString(folder.resolve("it's allowed.csv"), "id,score\n1,0.5\n");
        Files.writeString(folder.resolve("secret.csv"), "password\nswordfish\n");
    }

    @Test
    void theOneFileIsRead() throws Exception {
        try (ConfinedDuckDb duckDb = ConfinedDuckDb.open(allowed, ReductionLimits.DEFAULT)) {
            long rows = duckDb.one(
                    "SELECT count(*) FROM read_csv(" + Sql.literal(allowed.toString()) + ")", row -> row.getLong(1));
            assertThat(rows).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_text('${folder}/secret.csv')",
                "SELECT * FROM read_csv('${folder}/*.csv')",
                "SELECT * FROM glob('/etc/*')",
                "SELECT * FROM read_csv('http://127.0.0.1:1/x.csv')",
                "COPY (SELECT 1) TO '${folder}/written.csv'",
                "ATTACH '${folder}/other.duckdb'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET enable_external_access = true",
                "SET allowed_directories = ['/']",
                "SET memory_limit = '100GB'",
                "RESET lock_configuration",
                "EXPORT DATABASE '${folder}/export'"
            })
    void nothingElseIs(String statement) throws Exception {
        try (ConfinedDuckDb duckDb = ConfinedDuckDb.open(allowed, ReductionLimits.DEFAULT)) {
            assertThatThrownBy(() -> duckDb.list(statement.replace("${folder}", folder.toString()), row -> 1))
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*(Permission|locked|disabled|not allowed|Cannot|cannot).*");
        }
        assertThat(folder.resolve("written.csv")).doesNotExist();
    }

    @Test
    void aFaultIsAMatterOfTimeOnceTheTimeIsUp() throws Exception {
        assertThatThrownBy(() -> failAfter(Duration.ZERO, Duration.ofMinutes(1)))
                .isExactlyInstanceOf(SQLException.class);
        assertThatThrownBy(() -> failAfter(Duration.ofMillis(250), Duration.ofMillis(200)))
                .isInstanceOf(SQLTimeoutException.class)
                .hasMessage("Invalid result set");
    }

    private void failAfter(Duration pause, Duration limit) throws SQLException {
        ReductionLimits limits = new ReductionLimits(1 << 20, 1000, 50, 500, 1, limit);
        try (ConfinedDuckDb duckDb = ConfinedDuckDb.open(allowed, limits)) {
            duckDb.forEach("SELECT 1", row -> {
                long end = System.nanoTime() + pause.toNanos();
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                throw new SQLException("Invalid result set");
            });
        }
    }
}
