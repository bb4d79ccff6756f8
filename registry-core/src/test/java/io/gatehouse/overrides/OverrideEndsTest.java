package io.gatehouse.overrides;

import static io.gatehouse.overrides.OverrideBench.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.audit.AuditEvent;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.Champions;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.overrides.OverrideBench.Failed;
import io.gatehouse.people.People;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.Promotions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of an override when its last day is over, before and after the promotion that it let through. */
@DatabaseTest
class OverrideEndsTest {
    private final OverrideBench bench;
    private final PromotionBench requests;
    private final Overrides overrides;
    private final Champions champions;
    private final AuditTrail audit;
    private final TestPeople people;
    private final HouseClock clock;
    private final JdbcClient jdbc;

    OverrideEndsTest(
            OverrideBench bench,
            PromotionBench requests,
            Overrides overrides,
            Champions champions,
            AuditTrail audit,
            TestPeople people,
            HouseClock clock,
            JdbcClient jdbc) {
        this.bench = bench;
        this.requests = requests;
        this.overrides = overrides;
        this.champions = champions;
        this.audit = audit;
        this.people = people;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void theRequestCannotBeApprovedFromTheMomentOnThatItEndsWhetherOrNotAnybodyLooked() {
        Failed failed = bench.failed();
        bench.inForce(failed, 10);
        Instant after = clock.instant().plus(Duration.ofDays(12));

        assertThat(clock.at(after, () -> code(requests.approve(people.ravi(), failed.number()))))
                .isEqualTo("CHECKS_NOT_PASSED");
        assertThat(clock.at(after, () -> status(failed))).startsWith("Blocked: fairness");
        bench.look(after);

        assertThat(code(requests.approve(people.ravi(), failed.number())))
                .as("set back, the clock does not bring it back")
                .isEqualTo("CHECKS_NOT_PASSED");
        PromotionDossier dossier = requests.dossier(people.vera(), failed.number());
        assertThat(dossier.overrides())
                .singleElement()
                .satisfies(each -> assertThat(each.state()).isEqualTo(OverrideState.EXPIRED));
        assertThat(dossier.history().getLast().sentence().english()).contains("cannot be approved with it any more");
    }

    @Test
    void afterThePromotionTheChampionStaysInUseAndIsUnderReview() {
        Failed failed = bench.failed();
        long number = bench.promoted(failed, 10);
        Instant after = clock.instant().plus(Duration.ofDays(12));
        bench.look(after);
        bench.look(after.plusSeconds(60));

        ChampionSummary summary =
                champions.page(people.vera(), failed.model()).orElseThrow().champion();
        assertThat(summary.version()).isEqualTo(1);
        assertThat(summary.health()).isEqualTo(ChampionSummary.Health.WATCH);
        assertThat(summary.verdict().english())
                .startsWith("Version 1 is under review: the override of Fairness by segment")
                .endsWith("It stays in use until reviewers decide.");
        List<AuditEvent> events = audit.of("override/OV-" + number);
        assertThat(events)
                .extracting(AuditEvent::action)
                .containsExactly("override.proposed", "override.agreed", "override.expired");
        assertThat(events.getLast().personId()).isEqualTo(People.SYSTEM);
        assertThat(events.getLast().via()).isEqualTo("SYSTEM");
        assertThat(told("override.expired", number))
                .singleElement()
                .satisfies(payload -> assertThat(payload)
                        .contains(
                                people.dana().person().id().toString(),
                                people.dmitri().person().id().toString(),
                                people.priya().person().id().toString(),
                                people.ravi().person().id().toString()));
        assertThat(overrides.concerning(people.dana()))
                .as("it matters while the version is in use")
                .anySatisfy(each -> assertThat(each.override().number()).isEqualTo(number));
    }

    @Test
    void theEndIsAnnouncedOnceAWeekBefore() {
        Failed failed = bench.failed();
        long number = bench.promoted(failed, 10);
        Instant now = clock.instant();
        bench.look(now.plus(Duration.ofDays(1)));
        assertThat(told("override.ending", number)).isEmpty();
        bench.look(now.plus(Duration.ofDays(5)));
        bench.look(now.plus(Duration.ofDays(6)));

        assertThat(told("override.ending", number)).hasSize(1);
        assertThat(bench.read(number).state()).isEqualTo(OverrideState.IN_FORCE);
    }

    @Test
    void aClockThatJumpsBackDoesNotBringItBackNorEndItTwice() {
        Failed failed = bench.failed();
        long number = bench.promoted(failed, 10);
        Instant now = clock.instant();
        bench.look(now.plus(Duration.ofDays(12)));
        bench.look(now.plus(Duration.ofDays(1)));
        bench.look(now.plus(Duration.ofDays(12)));

        assertThat(bench.read(number).state()).isEqualTo(OverrideState.EXPIRED);
        assertThat(said(overrides.agree(people.ravi(), number))).isEqualTo("NOT_OPEN");
        assertThat(told("override.expired", number)).hasSize(1);
    }

    @Test
    void whatNobodyAgreedToInTimeLapses() {
        Failed failed = bench.failed();
        long number = bench.proposed(failed, 2);
        Instant after = clock.instant().plus(Duration.ofDays(4));

        assertThat(clock.at(after, () -> said(overrides.agree(people.ravi(), number))))
                .isEqualTo("NOT_OPEN");
        bench.look(after);
        assertThat(bench.read(number).state()).isEqualTo(OverrideState.LAPSED);
    }

    @Test
    void anExpiredOneIsRenewedOnNewEvidenceAndTheReviewEnds() {
        Failed failed = bench.failed();
        long first = bench.promoted(failed, 10);
        Instant after = clock.instant().plus(Duration.ofDays(12));
        bench.look(after);
        bench.newEvidence(failed, 0.01);
        bench.judgedAgain(failed);

        long second = OverrideBench.number(overrides.renew(people.priya(), first, bench.days(80)));
        overrides.agree(people.ravi(), second);

        assertThat(bench.read(first).state()).isEqualTo(OverrideState.EXPIRED);
        assertThat(bench.read(first).renewedBy()).isEqualTo(second);
        assertThat(champions
                        .page(people.vera(), failed.model())
                        .orElseThrow()
                        .champion()
                        .verdict()
                        .english())
                .contains("in use under an override until", "OV-" + second);
    }

    private List<String> told(String kind, long number) {
        return jdbc
                .sql("select payload from outbox_event where kind = ?")
                .param(kind)
                .query((row, index) -> row.getString(1))
                .list()
                .stream()
                .filter(payload -> payload.contains("\"override\":" + number + ","))
                .toList();
    }

    private String status(Failed failed) {
        return requests.dossier(people.vera(), failed.number()).statusLine().english();
    }

    private static String code(Promotions.Outcome outcome) {
        return switch (outcome) {
            case Promotions.Outcome.Done done -> done.state().name();
            case Promotions.Outcome.Refused refused -> refused.code();
        };
    }
}
