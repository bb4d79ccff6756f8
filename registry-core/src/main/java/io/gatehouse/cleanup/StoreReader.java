package io.gatehouse.cleanup;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what the artifact store holds, from its table of contents. */
@Component
class StoreReader {
    private final JdbcClient jdbc;
    private final String bucket;

    StoreReader(JdbcClient jdbc, @Value("${gatehouse.artifacts.s3.bucket:}") String bucket) {
        this.jdbc = jdbc;
        this.bucket = bucket;
    }

    private record Held(long paths, long files, long bytes) {}

    StoreFacts now(Duration grace, Duration retention) {
        Held held = jdbc.sql("""
                select coalesce(sum(paths), 0) as paths, count(*) as files, coalesce(sum(size_bytes), 0) as bytes
                from (select count(*) as paths, max(size_bytes) as size_bytes from artifact group by sha256) stored""")
                .query((row, index) -> new Held(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
        Optional<Instant> lastRun = jdbc.sql("""
                select at from audit_event where object = 'artifacts' and action = 'artifacts.swept'
                order by seq desc fetch first 1 rows only""")
                .query((row, index) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
        return new StoreFacts(
                bucket.isEmpty() ? Optional.empty() : Optional.of(bucket),
                held.paths(),
                held.files(),
                held.bytes(),
                grace,
                retention,
                lastRun);
    }
}
