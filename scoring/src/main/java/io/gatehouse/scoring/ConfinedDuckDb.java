package io.gatehouse.scoring;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A DuckDB of its own, in memory, that can read the files that it was opened for and nothing else: no other path, no network, no
 * extension, no spilling to disk, and no way to change that. Memory, threads and the time of a statement are limited.
 */
final class ConfinedDuckDb implements AutoCloseable {

    /** Rows are handed over as they are made, not piled up first. */
    private static final Properties STREAMING = streaming();

    private final Connection connection;
    private final Duration time;

    private ConfinedDuckDb(Connection connection, Duration time) {
        this.connection = connection;
        this.time = time;
    }

    private static Properties streaming() {
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        return properties;
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes the rows of a result one by one. */
    @FunctionalInterface
    interface RowSink {
        void accept(ResultSet row) throws SQLException;
    }

    static ConfinedDuckDb open(Path file, ReductionLimits limits) throws SQLException {
        return open(List.of(file), limits);
    }

    static ConfinedDuckDb open(List<Path> files, ReductionLimits limits) throws SQLException {
        ConfinedDuckDb duckDb =
                new ConfinedDuckDb(DriverManager.getConnection("jdbc:duckdb:", STREAMING), limits.time());
        try {
            duckDb.confine(files, limits);
            return duckDb;
        } catch (SQLException fault) {
            duckDb.close();
            throw fault;
        }
    }

    /** The order matters: paths are allowed first, then access is switched off, then the configuration is locked. */
    private void confine(List<Path> files, ReductionLimits limits) throws SQLException {
        for (String setting : List.of(
                "temp_directory = ''",
                "memory_limit = '" + limits.memoryMegabytes() + "MB'",
                "threads = " + limits.threads(),
                "max_execution_time = " + limits.time().toMillis(),
                "TimeZone = 'UTC'",
                "autoinstall_known_extensions = false",
                "autoload_known_extensions = false",
                "allow_community_extensions = false",
                "allowed_paths = ["
                        + Sql.literals(
                                files.stream().map(Path::toString).distinct().toList()) + "]",
                "enable_external_access = false",
                "lock_configuration = true")) {
            execute("SET " + setting);
        }
    }

    /** @throws SQLTimeoutException if the statement failed once its time was up */
    void execute(String sql) throws SQLException {
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException fault) {
            throw timed(fault, start);
        }
    }

    <T> List<T> list(String sql, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        forEach(sql, row -> rows.add(reader.read(row)));
        return rows;
    }

    /** The single row of an aggregate. */
    <T> T one(String sql, RowReader<T> reader) throws SQLException {
        return list(sql, reader).getFirst();
    }

    /** @throws SQLTimeoutException if the statement failed once its time was up */
    void forEach(String sql, RowSink sink) throws SQLException {
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                sink.accept(rows);
            }
        } catch (SQLException fault) {
            throw timed(fault, start);
        }
    }

    /** DuckDB that is stopped in the middle of a file sometimes says that the file cannot be read, or nothing at all. */
    private SQLException timed(SQLException fault, long start) {
        return fault instanceof SQLTimeoutException || System.nanoTime() - start < time.toNanos()
                ? fault
                : new SQLTimeoutException(fault.getMessage(), fault);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
