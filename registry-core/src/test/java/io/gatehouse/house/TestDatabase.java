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
        return "postgresql".equals(System.getProperty("gatehouse.test.database")) ? Postgres.START.dataSource : h2();
    }

    private static DataSource h2() {
        return DataSourceBuilder.create()
                .url(
                        "jdbc:h2:mem:gatehouse;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1")
                .username("sa")
                .password("")
                .build();
    }

    /** One server for all contexts of the run; it stops with the process. */
    private enum Postgres {
        START;

        private final DataSource dataSource;

        Postgres() {
            try {
                dataSource = DataSourceBuilder.create()
                        .url(EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres"))
                        .build();
            } catch (IOException failure) {
                throw new UncheckedIOException("PostgreSQL did not start", failure);
            }
        }
    }
}
