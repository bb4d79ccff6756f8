package io.gatehouse.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When what was approved comes into use, where a policy says so; otherwise with the last approval.
 *
 * @param window days and times between which it may, such as {@code Mon-Thu 06:00-16:00}, in the zone of the installation; absent: at any
 *     time
 * @param afterHours hours that pass after the last approval, at least; absent: none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Execution(@Nullable String window, @Nullable Integer afterHours) {

    /** The first moment at which something may come into use that was approved at another; that one, if it may at once. */
    public Instant moment(Instant approved, ZoneId zone) {
        return open(approved.plus(Duration.ofHours(afterHours == null ? 0 : afterHours)), zone);
    }

    /** The first moment from another on that lies within the window. */
    public Instant open(Instant from, ZoneId zone) {
        return window == null
                ? from
                : ExecutionWindow.parse(window).orElseThrow().open(from, zone);
    }
}
