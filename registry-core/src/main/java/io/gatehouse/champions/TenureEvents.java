package io.gatehouse.champions;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.champions.Timeline.Event;
import io.gatehouse.champions.Timeline.Kind;
import io.gatehouse.sentences.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells tenures as what happened: versions that came into use, came back, or went with none to follow. */
final class TenureEvents {
    private TenureEvents() {}

    /** @param tenures newest first @return in no particular order */
    static List<Event> of(List<TenureFacts> tenures) {
        List<Event> events = new ArrayList<>();
        for (TenureFacts tenure : tenures.reversed()) {
            Long rollback = tenure.rollbackNumber();
            events.add(rollback == null ? came(tenure) : cameBack(tenure, rollback));
            Instant to = tenure.to();
            if (to != null && tenures.stream().noneMatch(next -> next.from().equals(to))) {
                events.add(new Event(
                        to,
                        Kind.ENDED,
                        say("timeline.ended", "version", tenure.version()),
                        tenure.version(),
                        null,
                        null,
                        null));
            }
        }
        return events;
    }

    private static Event came(TenureFacts tenure) {
        return new Event(
                tenure.from(),
                Kind.PROMOTED,
                tenure.judged().isEmpty()
                        ? say("timeline.promoted.not_on_record", "version", tenure.version())
                        : say(
                                "timeline.promoted",
                                "version",
                                tenure.version(),
                                "by",
                                tenure.requestedBy(),
                                "approved",
                                Written.list(tenure.approvedBy()),
                                "policy",
                                tenure.policy()),
                tenure.version(),
                tenure.requestNumber(),
                null,
                null);
    }

    private static Event cameBack(TenureFacts tenure, long rollback) {
        return new Event(
                tenure.from(),
                Kind.ROLLED_BACK,
                say("timeline.back", "version", tenure.version(), "rollback", "RB-" + rollback),
                tenure.version(),
                tenure.requestNumber(),
                null,
                null);
    }
}
