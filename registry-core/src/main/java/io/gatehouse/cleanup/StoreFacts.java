package io.gatehouse.cleanup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the artifact store holds.
 *
 * @param bucket by name; empty if it is a folder of this machine
 * @param paths files as clients know them
 * @param files bytes that are stored once, however many paths lead to them
 * @param bytes of these
 * @param grace how old bytes that nothing refers to must be before they go
 * @param retention how long deleted runs and logged models keep their files
 * @param lastRun when the audit log last tells of a clean-up; absent if never
 */
public record StoreFacts(
        Optional<String> bucket,
        long paths,
        long files,
        long bytes,
        Duration grace,
        Duration retention,
        Optional<Instant> lastRun) {}
