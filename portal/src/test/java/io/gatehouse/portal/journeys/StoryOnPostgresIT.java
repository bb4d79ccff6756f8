package io.gatehouse.portal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The same story on PostgreSQL, connected by environment variables, as a role that owns its database and may do nothing else. */
class StoryOnPostgresIT extends StoryIT {
    private static final String ROLE = "gatehouse";
    private static final String PASSWORD = "a password of this test";

    @SuppressWarnings("NullAway.Init") // Set before the first test.
    private EmbeddedPostgres postgres;

    @Override
    RunningPortal open(Path folder) {
        try {
            postgres = EmbeddedPostgres.builder().start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + PASSWORD + "'");
                statement.execute("CREATE DATABASE " + ROLE + " OWNER " + ROLE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not start", failure);
        } catch (SQLException failure) {
            throw new IllegalStateException("PostgreSQL could not be prepared", failure);
        }
        return RunningPortal.tellingDemo(
                folder,
                Map.of(
                        "SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + ROLE,
                        "SPRING_DATASOURCE_USERNAME", ROLE,
                        "SPRING_DATASOURCE_PASSWORD", PASSWORD));
    }

    @AfterAll
    void stopPostgres() throws IOException {
        postgres.close();
    }

    /** Guards against a story that was told on the embedded database after all. */
    @Test
    @Order(8)
    void theDecisionIsInPostgresAndNoEmbeddedDatabaseWasMade() throws SQLException {
        try (Connection connection = postgres.getDatabase(ROLE, ROLE).getConnection();
                Statement statement = connection.createStatement();
                ResultSet requests =
                        statement.executeQuery("SELECT count(*) FROM promotion_request WHERE state = 'EXECUTED'")) {
            requests.next();
            assertThat(requests.getInt(1)).isEqualTo(2);
        }
        assertThat(Files.exists(data.resolve("portal").resolve("gatehouse.mv.db")))
                .isFalse();
    }
}
