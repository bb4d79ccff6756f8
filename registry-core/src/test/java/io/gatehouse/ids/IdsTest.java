package io.gatehouse.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    private final Ids ids = new Ids(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void anIdentifierTellsItsMillisecondAndItsVersion() {
        UUID id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void aReplayGivesTheRecordedNamesFirstAndNewOnesAfterwards() {
        String recorded = "0".repeat(32);

        List<String> names = ids.replaying(List.of(recorded), () -> List.of(ids.hex32(), ids.hex32()));

        assertThat(names.getFirst()).isEqualTo(recorded);
        assertThat(names.getLast()).matches("[0-9a-f]{32}").isNotEqualTo(recorded);
        assertThat(ids.hex32()).isNotEqualTo(recorded);
    }
}
