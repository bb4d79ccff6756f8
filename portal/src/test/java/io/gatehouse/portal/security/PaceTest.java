package io.gatehouse.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;
    private final Pace.Body body = new Pace(DataSize.ofKilobytes(1), Duration.ofSeconds(20)).body();

    @Test
    void aByteASecondIsWaitedForAsLongAsPatienceLasts() {
        for (int second = 1; second <= 20; second++) {
            assertThat(body.goesOn(1, SECOND)).as("second " + second).isTrue();
        }
        assertThat(body.goesOn(1, SECOND)).isFalse();
    }

    @Test
    void aSlowLineThatKeepsPaceIsWaitedForAsLongAsItTakes() {
        for (int second = 0; second < 3_600; second++) {
            assertThat(body.goesOn(1_024, SECOND)).as("second " + second).isTrue();
        }
    }

    @Test
    void whatCameQuicklyMakesUpForAPause() {
        assertThat(body.goesOn(100 * 1_024, SECOND)).isTrue();
        assertThat(body.goesOn(1, 90 * SECOND)).isTrue();
        assertThat(body.goesOn(1, 20 * SECOND)).isFalse();
    }
}
