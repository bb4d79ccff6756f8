package io.gatehouse.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final HandClock clock = new HandClock();
    private final SignInThrottle throttle = new SignInThrottle(3, Duration.ofSeconds(30), clock);

    @Test
    void afterSomeWrongPasswordsTheNameHasToWaitAtThatAddressAlone() {
        fail(2);
        assertThat(throttle.mustWait("priya", "10.0.0.1")).isFalse();
        fail(1);

        assertThat(throttle.mustWait("Priya", "10.0.0.1")).isTrue();
        assertThat(throttle.mustWait("priya", "10.0.0.2")).isFalse();
        assertThat(throttle.mustWait("ravi", "10.0.0.1")).isFalse();
    }

    @Test
    void theWaitEndsAndAFurtherWrongPasswordBeginsItAnew() {
        fail(3);
        clock.now = clock.now.plusSeconds(31);
        assertThat(throttle.mustWait("priya", "10.0.0.1")).isFalse();
        fail(1);
        assertThat(throttle.mustWait("priya", "10.0.0.1")).isTrue();
    }

    @Test
    void theRightPasswordAndTimeMakeEarlierOnesForgotten() {
        fail(2);
        throttle.succeeded("priya", "10.0.0.1");
        fail(2);
        assertThat(throttle.mustWait("priya", "10.0.0.1")).isFalse();

        clock.now = clock.now.plus(Duration.ofMinutes(16));
        fail(1);
        assertThat(throttle.mustWait("priya", "10.0.0.1")).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("priya", "10.0.0.1");
        }
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
