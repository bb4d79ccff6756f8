package io.gatehouse.house;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The database of a test run, by the system property {@code gatehouse.test.database}: {@code h2} or {@code postgresql}. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {
    @Bean
    DataSource dataSource() {
        return "postgresql".equals(System.getProperty("gatehouse.test.database")) ? postgres() : h2();
    }

    private static DataSource h2() {
        return DataSourceBuilder.create()
                .url(
                        "jdbc:h2:mem:gatehouse;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1")
                .username("sa")
                .password("")
                .build();
    }

    /** A pool for each context: one that closes takes its own with it, never that of the next test. */
    private static DataSource postgres() {
        return DataSourceBuilder.create().url(Postgres.START.url).build();
    }

    /** One server for all contexts of the run; it stops with the process. */
    private enum Postgres {
        START;

        /** Every context kept for later tests holds a pool of ten. */
        private static final String ENOUGH_FOR_ALL_CONTEXTS = "400";

        private final String url;

        Postgres() {
            try {
                url = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", ENOUGH_FOR_ALL_CONTEXTS)
                        .start()
                        .getJdbcUrl("postgres", "postgres");
            } catch (IOException failure) {
                throw new UncheckedIOException("PostgreSQL did not start", failure);
            }
        }
    }
}
