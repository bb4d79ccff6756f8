package io.gatehouse.champions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.champions.Timeline.Kind;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.HouseDays;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionStory;
import io.gatehouse.promotion.TestPredictions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

@DatabaseTest
class TimeMachineTest {
    private final TimeMachine machine;
    private final PromotionStory story;
    private final PromotionBench bench;
    private final TestPeople people;
    private final HouseClock clock;

    TimeMachineTest(
            TimeMachine machine, PromotionStory story, PromotionBench bench, TestPeople people, HouseClock clock) {
        this.machine = machine;
        this.story = story;
        this.bench = bench;
        this.people = people;
        this.clock = clock;
    }

    @Test
    void anyMomentTellsTheChampionOfEveryModelOnWhoseWordAndOnWhichFigures() {
        PromotionStory.Told told = story.told();
        String waiting = bench.model(people.dana());
        bench.candidate(people.dana(), waiting, null);

        ChampionThen then = at(told.model(), daysAgo(60));

        assertThat(then.tenure()).isNotNull().satisfies(tenure -> {
            assertThat(tenure.version()).isEqualTo(1);
            assertThat(tenure.requestNumber()).isEqualTo(told.first());
            assertThat(tenure.approvedBy()).containsExactly("Priya Shah");
            assertThat(tenure.policy()).startsWith("human-reviewed v");
        });
        assertThat(then.figures()).isNotNull().satisfies(figures -> {
            assertThat(figures.auc()).isNotNull();
            assertThat(figures.fairness()).isNotNull();
            assertThat(figures.roi()).isPositive();
            assertThat(figures.evidenceSha256()).hasSize(64);
        });
        assertThat(then.sentence().english())
                .startsWith("Version 1, in use since ")
                .contains("Priya Shah");
        assertThat(at(told.model(), clock.instant()).tenure())
                .isNotNull()
                .satisfies(tenure -> assertThat(tenure.version()).isEqualTo(2));
        assertThat(at(waiting, clock.instant()).sentence().code()).isEqualTo("then.nobody.ever");
    }

    @Test
    void beforeTheFirstChampionItSaysWhenTheFirstCame() {
        PromotionStory.Told told = story.told();

        ChampionThen then = at(told.model(), daysAgo(200));

        assertThat(then.tenure()).isNull();
        assertThat(then.figures()).isNull();
        assertThat(then.sentence().code()).isEqualTo("then.nobody.yet");
    }

    @Test
    void aDayEndsWhereThePortalIs() {
        Instant promoted = Instant.parse("2026-03-15T02:30:00Z");
        String model = bench.model(people.dana());
        clock.at(
                promoted,
                () -> bench.approve(
                        people.priya(),
                        bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.good()))));
        LocalDate day = LocalDate.parse("2026-03-14");

        // 22:30 of that day in New York, and already the next one in UTC and in Auckland.
        assertThat(in("America/New_York", () -> at(model, HouseDays.endOf(day))).tenure())
                .isNotNull();
        ChampionThen utc = in("UTC", () -> at(model, HouseDays.endOf(day)));
        assertThat(utc.tenure()).isNull();
        assertThat(utc.sentence().english())
                .isEqualTo("No version was in use on 14 Mar 2026. The first came into use on 15 Mar 2026.");
        assertThat(in("Pacific/Auckland", () -> at(model, HouseDays.endOf(day))).tenure())
                .isNull();
        assertThat(in("America/New_York", () -> at(model, HouseDays.endOf(day)))
                        .sentence()
                        .english())
                .startsWith("Version 1, in use since 14 Mar 2026");
    }

    @Test
    void theTimelineTellsWhatCameIntoUseNewestFirst() {
        PromotionStory.Told told = story.told();

        Timeline timeline = machine.timeline(people.vera(), told.model()).orElseThrow();

        assertThat(timeline.tenures()).extracting(Tenure::version).containsExactly(2, 1);
        assertThat(timeline.events())
                .filteredOn(event -> event.kind() == Kind.PROMOTED)
                .extracting(Timeline.Event::version)
                .containsExactly(2, 1);
        assertThat(timeline.events()).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
        assertThat(timeline.events().getLast().sentence().english())
                .startsWith("Version 1 came into use. Dana Ortiz asked, Priya Shah approved");
        assertThat(machine.timeline(people.vera(), "nobody's")).isEmpty();
    }

    @Test
    void quartersTellWhoWasInUseAndWhatChangedBetween() {
        PromotionStory.Told told = story.told();
        Quarter later = Quarter.of(HouseDays.of(clock.instant()));
        Quarter earlier = later.before();

        Quarters quarters =
                machine.quarters(people.vera(), told.model(), later, earlier).orElseThrow();

        assertThat(quarters.later().over()).isFalse();
        assertThat(quarters.earlier().over()).isTrue();
        assertThat(quarters.later().champion().tenure())
                .isNotNull()
                .satisfies(tenure -> assertThat(tenure.version()).isEqualTo(2));
        assertThat(quarters.changed())
                .allSatisfy(event -> assertThat(event.at())
                        .isAfter(quarters.earlier().until())
                        .isBeforeOrEqualTo(quarters.later().until()));
        Quarters past = machine.quarters(people.vera(), told.model(), new Quarter(2001, 2), new Quarter(2001, 1))
                .orElseThrow();
        assertThat(past.against().code()).isEqualTo("quarters.nobody");
        assertThat(past.changed()).isEmpty();
        Quarters begun = machine.quarters(people.vera(), told.model(), later, new Quarter(2001, 1))
                .orElseThrow();
        assertThat(begun.against().code()).isEqualTo("quarters.first");
        assertThat(begun.changed()).extracting(Timeline.Event::kind).contains(Kind.PROMOTED);
    }

    @Test
    void whoMayNotReadPoliciesIsToldOfVersionsAlone() {
        PromotionStory.Told told = story.told();

        assertThat(machine.timeline(people.carl(), told.model()).orElseThrow().events())
                .extracting(Timeline.Event::kind)
                .containsOnly(Kind.PROMOTED);
        assertThatThrownBy(() -> machine.at(people.adam(), clock.instant())).isInstanceOf(NotPermittedException.class);
    }

    private ChampionThen at(String model, Instant at) {
        return machine.at(people.vera(), at).stream()
                .filter(then -> then.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    private Instant daysAgo(int days) {
        return story.daysAgo(days, clock::instant);
    }

    private static <T> T in(String zone, java.util.function.Supplier<T> asked) {
        TimeZone usual = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
            return asked.get();
        } finally {
            TimeZone.setDefault(usual);
        }
    }
}
