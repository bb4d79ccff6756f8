package io.gatehouse.overrides;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.overrides.ContestedRequests.Contested;
import io.gatehouse.overrides.ContestedRequests.Standing;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import io.gatehouse.work.JobHandler;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Announces the end of overrides a week before and writes it down. Each in a transaction of its own and under the lock of its model, so
 * that two portals that look at once do it once. An end that is written down stays, whatever the clock says later.
 */
@Component
class OverrideEnds implements JobHandler {
    private final OverrideRows rows;
    private final ContestedRequests requests;
    private final OverrideSteps steps;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OverrideEnds(
            OverrideRows rows,
            ContestedRequests requests,
            OverrideSteps steps,
            People people,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.steps = steps;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Overrides.LOOK_AFTER;
    }

    @Override
    public void run(Map<String, Object> payload, Progress progress) {
        Objects.requireNonNull(transaction.execute(status -> rows.dueBy(now())))
                .forEach(number -> transaction.executeWithoutResult(status -> lookAfter(number)));
    }

    private void lookAfter(long number) {
        rows.find(number)
                .flatMap(row -> requests.lock(row.shown().request()))
                .ifPresent(request -> lookAfter(request, rows.find(number).orElseThrow()));
    }

    private void lookAfter(Contested request, OverrideRows.Row row) {
        CheckOverride override = row.shown();
        Instant now = now();
        Actor house = people.system(override.id());
        OverrideState state = override.stateAt(now);
        if (state == OverrideState.LAPSED && override.state() == OverrideState.PROPOSED) {
            rows.ended(row.id(), OverrideVerb.LAPSE, People.SYSTEM, "", now);
            steps.tell(house, request, "override.lapsed", override.number(), words("override.lapsed", override));
        } else if (state == OverrideState.EXPIRED && override.state() == OverrideState.IN_FORCE) {
            rows.ended(row.id(), OverrideVerb.EXPIRE, People.SYSTEM, "", now);
            boolean awaits = request.standing() == Standing.AWAITS_REVIEW;
            String code = override.inUse()
                    ? "override.expired.in_use"
                    : awaits ? "override.expired.request" : "override.expired";
            steps.tell(house, request, "override.expired", override.number(), words(code, override));
        } else if (state == OverrideState.IN_FORCE
                && row.remindedAt() == null
                && override.until().isBefore(now.plus(OverrideRows.ANNOUNCED))) {
            rows.reminded(row.id(), now);
            steps.mention(house, request, row, "override.ending", words("override.ending", override));
        }
    }

    private static Sentence words(String code, CheckOverride override) {
        return say(
                code,
                "override",
                override.id(),
                "check",
                Words.of(override.check()),
                "version",
                override.version(),
                "day",
                Written.day(override.lastDay()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
