package io.gatehouse.upgrade;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps what stood before an upgrade until it is whole. PostgreSQL needs none of it: there each migration is one transaction. */
@Configuration(proxyBeanMethods = false)
class WholeUpgrades {
    private static final Logger LOG = LoggerFactory.getLogger(WholeUpgrades.class);

    /** Before anybody opens the database. */
    @Bean
    static BeanPostProcessor undoesWhatWasCutOff() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null) {
                    undo(pool.getJdbcUrl());
                }
                return bean;
            }
        };
    }

    private static void undo(String url) {
        DatabaseFile.of(url).ifPresent(file -> {
            try {
                if (file.bringBack()) {
                    LOG.warn(
                            "The last upgrade of the database was cut off. What stood before was brought back from {}; the upgrade begins again.",
                            file.before());
                }
            } catch (IOException failure) {
                throw new UncheckedIOException("What stood before the last upgrade cannot be brought back", failure);
            }
        });
    }

    @Bean
    FlywayMigrationStrategy wholeOrNotAtAll() {
        return WholeUpgrades::upgrade;
    }

    /** @throws UnfitDatabaseException if a newer or a foreign release made the database */
    static void upgrade(Flyway flyway) {
        Fit.refusal(flyway.info().all()).ifPresent(why -> {
            throw new UnfitDatabaseException(why);
        });
        Optional<DatabaseFile> file = flyway.info().pending().length == 0
                ? Optional.empty()
                : putAside(flyway.getConfiguration().getDataSource());
        flyway.migrate();
        file.ifPresent(WholeUpgrades::forget);
    }

    private static Optional<DatabaseFile> putAside(DataSource database) {
        try (Connection connection = database.getConnection()) {
            Optional<DatabaseFile> file =
                    DatabaseFile.of(connection.getMetaData().getURL());
            if (file.isPresent()) {
                file.get().putAside(connection);
            }
            return file;
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(
                    "The database cannot be put aside before its upgrade, which has not begun", failure);
        }
    }

    private static void forget(DatabaseFile file) {
        try {
            file.forget();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The next start would bring back what stood before this upgrade: remove " + file.before(), failure);
        }
    }
}
