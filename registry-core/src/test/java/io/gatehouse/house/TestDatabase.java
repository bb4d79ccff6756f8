package io.gatehouse.house;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database of a test run, by the system property {@code gatehouse.test.database}: {@code h2} or {@code postgresql}; and the
 * {@linkplain Bench benches} that fill it.
 */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(basePackages = "io.gatehouse", useDefaultFilters = false, includeFilters = @Filter(Bench.class))
public class TestDatabase {
    /** The database, for a test whose cost grows with what others leave in the one that all share. */
    public static final String NAME = "gatehouse.test.database.name";

    @Bean
    DataSource dataSource(@Value("${" + NAME + ":gatehouse}") String name) {
        return "postgresql".equals(System.getProperty("gatehouse.test.database")) ? postgres(name) : h2(name);
    }

    /** A database of its own as an earlier release left it, for tests of upgrades; {@code latest} brings it here. */
    static Flyway flyway(DataSource database, String target) {
        String vendor = System.getProperty("gatehouse.test.database", "h2");
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .target(MigrationVersion.fromVersion(target))
                .load();
    }

    private static DataSource h2(String name) {
        return DataSourceBuilder.create()
                .url(
                        "jdbc:h2:mem:" + name
                                + ";LOCK_TIMEOUT=15000;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=256;OPTIMIZE_REUSE_RESULTS=FALSE;DB_CLOSE_DELAY=-1")
                .username("sa")
                .password("")
                .build();
    }

    /** A pool for each context: one that closes takes its own with it, never that of the next test. */
    private static DataSource postgres(String name) {
        return DataSourceBuilder.create().url(Postgres.START.url(name)).build();
    }

    /** One server for all contexts of the run; it stops with the process. */
    private enum Postgres {
        START;

        /** Every context kept for later tests holds a pool of ten. */
        private static final String ENOUGH_FOR_ALL_CONTEXTS = "400";

        private final EmbeddedPostgres server;
        private final Set<String> made = new HashSet<>();

        Postgres() {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", ENOUGH_FOR_ALL_CONTEXTS)
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException("PostgreSQL did not start", failure);
            }
        }

        /** Of a database that is made when it is first asked for. */
        synchronized String url(String database) {
            if (made.add(database)) {
                JdbcClient.create(server.getPostgresDatabase())
                        .sql("create database " + database)
                        .update();
            }
            return server.getJdbcUrl("postgres", database);
        }
    }
}
