package io.gatehouse.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.ids.Digests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCopiesTest {
    private static final Instant START = Instant.parse("2026-03-14T10:00:00Z");

    @TempDir
    Path folder;

    private Instant now = START;
    private int fetched;

    @Test
    void thoseLongestUnusedGoWhenThereIsNoRoom() throws IOException {
        LocalCopies copies = copies(10);
        Path first = get(copies, "aaaa");
        now = START.plus(Duration.ofHours(2));
        Path second = get(copies, "bbbb");
        now = START.plus(Duration.ofHours(4));
        get(copies, "aaaa");
        now = START.plus(Duration.ofHours(6));
        Path third = get(copies, "cccc");

        assertThat(second).doesNotExist();
        assertThat(first).exists();
        assertThat(third).exists();
        assertThat(fetched).isEqualTo(3);
    }

    @Test
    void whatWasAskedForWithinTheHourStaysEvenIfItIsMoreThanFits() throws IOException {
        LocalCopies copies = copies(5);
        Path first = get(copies, "aaaa");
        now = START.plus(Duration.ofMinutes(59));
        Path second = get(copies, "bbbb");

        assertThat(first).exists();
        assertThat(second).exists();
        now = START.plus(Duration.ofMinutes(61));
        get(copies, "bbbb");
        assertThat(first).doesNotExist();
    }

    private LocalCopies copies(long most) throws IOException {
        return new LocalCopies(folder, most, clock());
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private Path get(LocalCopies copies, String text) throws IOException {
        return copies.get(Digests.sha256(text), () -> {
            fetched++;
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        });
    }
}
