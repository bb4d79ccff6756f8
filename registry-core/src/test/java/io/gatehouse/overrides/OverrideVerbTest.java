package io.gatehouse.overrides;

import static io.gatehouse.overrides.OverrideBench.said;
import static io.gatehouse.overrides.OverrideState.DECLINED;
import static io.gatehouse.overrides.OverrideState.EXPIRED;
import static io.gatehouse.overrides.OverrideState.IN_FORCE;
import static io.gatehouse.overrides.OverrideState.LAPSED;
import static io.gatehouse.overrides.OverrideState.PROPOSED;
import static io.gatehouse.overrides.OverrideState.RENEWED;
import static io.gatehouse.overrides.OverrideState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.overrides.OverrideBench.Failed;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state and everything that can be done to an override: where it leads, or that it leads nowhere. */
@DatabaseTest
class OverrideVerbTest {
    /** What can happen to one. */
    enum Deed {
        AGREE,
        DECLINE,
        WITHDRAW,
        /** A renewal is agreed to. */
        RENEW,
        /** Its last day passes. */
        TIME
    }

    /** Deed by deed, from which state to which; what is not here leads nowhere. */
    private static final Map<Deed, Map<OverrideState, OverrideState>> ALLOWED = Map.of(
            Deed.AGREE, Map.of(PROPOSED, IN_FORCE),
            Deed.DECLINE, Map.of(PROPOSED, DECLINED),
            Deed.WITHDRAW, Map.of(PROPOSED, WITHDRAWN, IN_FORCE, WITHDRAWN),
            Deed.RENEW, Map.of(IN_FORCE, RENEWED),
            Deed.TIME, Map.of(PROPOSED, LAPSED, IN_FORCE, EXPIRED));

    private final OverrideBench bench;
    private final Overrides overrides;
    private final TestPeople people;
    private final HouseClock clock;

    OverrideVerbTest(OverrideBench bench, Overrides overrides, TestPeople people, HouseClock clock) {
        this.bench = bench;
        this.overrides = overrides;
        this.people = people;
        this.clock = clock;
    }

    static Stream<Arguments> everything() {
        return Arrays.stream(OverrideState.values())
                .flatMap(state -> Arrays.stream(Deed.values()).map(deed -> Arguments.of(state, deed)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everything")
    void leadsWhereTheTableSaysAndNowhereElse(OverrideState state, Deed deed) {
        Failed failed = bench.failed();
        long number = in(state, failed);

        OverrideState expected = ALLOWED.getOrDefault(deed, Map.of()).getOrDefault(state, state);
        String said = happens(deed, number, failed);

        assertThat(bench.read(number).state()).as(said).isEqualTo(expected);
        if (expected == state && deed != Deed.TIME && deed != Deed.RENEW) {
            assertThat(said).isEqualTo("NOT_OPEN");
        }
    }

    private long in(OverrideState state, Failed failed) {
        return switch (state) {
            case PROPOSED -> bench.proposed(failed, 30);
            case IN_FORCE -> bench.promoted(failed, 30);
            case EXPIRED -> {
                long number = bench.promoted(failed, 30);
                bench.look(clock.instant().plus(Duration.ofDays(32)));
                yield number;
            }
            case RENEWED -> {
                long number = bench.promoted(failed, 30);
                happens(Deed.RENEW, number, failed);
                yield number;
            }
            case WITHDRAWN -> {
                long number = bench.promoted(failed, 30);
                overrides.withdraw(people.ravi(), number, "Too many complaints");
                yield number;
            }
            case DECLINED -> {
                long number = bench.proposed(failed, 30);
                overrides.decline(people.ravi(), number, "Not this one");
                yield number;
            }
            case LAPSED -> {
                long number = bench.proposed(failed, 30);
                bench.look(clock.instant().plus(Duration.ofDays(32)));
                yield number;
            }
        };
    }

    private String happens(Deed deed, long number, Failed failed) {
        return switch (deed) {
            case AGREE -> said(overrides.agree(people.ravi(), number));
            case DECLINE -> said(overrides.decline(people.ravi(), number, "No"));
            case WITHDRAW -> said(overrides.withdraw(people.priya(), number, "No longer needed"));
            case RENEW -> renewed(number, failed);
            case TIME -> {
                bench.look(clock.instant().plus(Duration.ofDays(33)));
                yield "";
            }
        };
    }

    private String renewed(long number, Failed failed) {
        bench.newEvidence(failed, 0.01);
        bench.judgedAgain(failed);
        Overrides.Outcome outcome = overrides.renew(people.priya(), number, bench.days(60));
        return outcome instanceof Overrides.Outcome.Done done
                ? said(overrides.agree(people.ravi(), done.override().number()))
                : said(outcome);
    }
}
