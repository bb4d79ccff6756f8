package io.gatehouse.kills;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Where the books of a house stand: what it is told to open them, and a way for others to look into them while it is dead. */
sealed interface Shelf extends AutoCloseable {
    /** Settings of the house, as the portal has them by default. */
    List<String> settings();

    <T> T look(Function<DataSource, T> reader);

    /** While the house is halted: as the books would be had it been killed. */
    <T> T lookWhileHalted(Function<DataSource, T> reader) throws IOException;

    @Override
    void close() throws IOException;

    static Shelf of(String database, Path data) throws IOException {
        return database.equals("postgresql")
                ? new Postgres(EmbeddedPostgres.builder().start())
                : new H2(data);
    }

    /** The embedded database; it dies with its house, and whoever opens it next repairs it. */
    record H2(Path folder) implements Shelf {
        private static final String FILE = "gatehouse.mv.db";

        private String url() {
            return "jdbc:h2:file:" + folder.toAbsolutePath()
                    + "/gatehouse;WRITE_DELAY=0;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        }

        @Override
        public List<String> settings() {
            return List.of("-Dspring.datasource.url=" + url(), "-Dspring.datasource.username=sa");
        }

        /** The house has its file open, so a copy is read. */
        @Override
        public <T> T lookWhileHalted(Function<DataSource, T> reader) throws IOException {
            H2 copy = new H2(folder.resolve("copy"));
            Files.createDirectories(copy.folder);
            Files.copy(folder.resolve(FILE), copy.folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
            return copy.look(reader);
        }

        @Override
        public <T> T look(Function<DataSource, T> reader) {
            JdbcDataSource source = new JdbcDataSource();
            source.setUrl(url());
            source.setUser("sa");
            // One connection for all queries, since the database opens with the first and closes with the last.
            try (Connection connection = source.getConnection()) {
                return reader.apply(new SingleConnectionDataSource(connection, true));
            } catch (SQLException failure) {
                throw new IllegalStateException("The books cannot be opened", failure);
            }
        }

        @Override
        public void close() {}
    }

    /** A server that outlives its houses. */
    record Postgres(EmbeddedPostgres server) implements Shelf {
        @Override
        public List<String> settings() {
            return List.of(
                    "-Dspring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                    "-Dspring.datasource.username=postgres");
        }

        @Override
        public <T> T look(Function<DataSource, T> reader) {
            return reader.apply(server.getPostgresDatabase());
        }

        /** Readers wait for nobody; what is not committed they do not see. */
        @Override
        public <T> T lookWhileHalted(Function<DataSource, T> reader) {
            return look(reader);
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
