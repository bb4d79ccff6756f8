package io.gatehouse.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.evaluation.EvaluationSets.VersionKey;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.outcomes.LiveFigures.State;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.TestPredictions;
import io.gatehouse.registry.RegisteredModels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

@DatabaseTest
class LiveFiguresTest {
    private static final LocalDate TAKEN = LocalDate.of(2026, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 4, 1);

    private final LiveFiguresRows figures;
    private final OutcomesBench bench;
    private final PromotionBench promotion;
    private final RegisteredModels models;
    private final TestPeople people;
    private final HouseClock clock;

    LiveFiguresTest(
            LiveFiguresRows figures,
            OutcomesBench bench,
            PromotionBench promotion,
            RegisteredModels models,
            TestPeople people,
            HouseClock clock) {
        this.figures = figures;
        this.bench = bench;
        this.promotion = promotion;
        this.models = models;
        this.people = people;
        this.clock = clock;
    }

    /** Of 100 customers the first forty leave; two thirds of the leavers are scored above all stayers, one third below them. */
    private static double score(int customer) {
        if (customer > 40) {
            return 0.4;
        }
        return customer % 3 == 0 ? 0.3 : 0.8;
    }

    private static boolean leaves(int customer) {
        return customer <= 40;
    }

    @Test
    void theFiguresAreThoseOfTheScoresThatTheVersionGaveAtTheTime() {
        String model = bench.model(people.dana());
        long list = bench.scored(people.dana(), model, 1, TAKEN, 100, LiveFiguresTest::score);
        bench.taken(people.carl(), model, outcomes(100, LiveFiguresTest::leaves, LATER));

        LiveFigures live = computed(model, 1);

        assertThat(live.state()).isEqualTo(State.KNOWN);
        assertThat(live.leavers()).isEqualTo(40);
        assertThat(live.stayers()).isEqualTo(60);
        assertThat(live.scored()).isEqualTo(100);
        assertThat(live.lists()).containsExactly(list);
        assertThat(live.from()).isEqualTo(TAKEN);
        assertThat(live.knownUntil()).isEqualTo(LATER);
        // 27 of 40 leavers are above every stayer, 13 below every one.
        assertThat(live.metrics().get("auc")).isCloseTo(27 / 40.0, within(1e-12));
        assertThat(live.metrics().get("recall")).isCloseTo(27 / 40.0, within(1e-12));
        assertThat(live.metrics().get("precision")).isCloseTo(1.0, within(1e-12));
        assertThat(live.metrics().get("accuracy")).isCloseTo(0.87, within(1e-12));
        assertThat(live.metrics()).containsKeys("f1", "avg_precision", "log_loss", "brier", "brier_score");
        assertThat(live.auc()).isNotNull().satisfies(auc -> {
            assertThat(auc.low()).isLessThan(auc.estimate());
            assertThat(auc.high()).isGreaterThan(auc.estimate());
            assertThat(auc.n()).isEqualTo(100);
        });
        assertThat(live.threshold()).isEqualTo(0.5);
        assertThat(live.inputSha256()).hasSize(64);
    }

    @Test
    void nothingIsComputedOfAModelWithoutOutcomes() {
        String model = bench.model(people.dana());
        bench.scored(people.dana(), model, 1, TAKEN, 100, LiveFiguresTest::score);
        bench.runJobs();

        assertThat(newest(model, 1)).isEmpty();
    }

    @Test
    void fewerThanThirtyLeaversAreCountedAndGiveNoFigure() {
        String model = bench.model(people.dana());
        bench.scored(people.dana(), model, 1, TAKEN, 100, LiveFiguresTest::score);
        bench.taken(people.carl(), model, outcomes(100, customer -> customer <= 29, LATER));

        LiveFigures live = computed(model, 1);

        assertThat(live.state()).isEqualTo(State.TOO_FEW);
        assertThat(live.leavers()).isEqualTo(29);
        assertThat(live.stayers()).isEqualTo(71);
        assertThat(live.auc()).isNull();
        assertThat(live.metrics()).isEmpty();
    }

    @Test
    void aFileOfLeaversAloneMakesNobodyAStayer() {
        String model = bench.model(people.dana());
        bench.scored(people.dana(), model, 1, TAKEN, 100, LiveFiguresTest::score);
        bench.taken(people.carl(), model, outcomes(40, LiveFiguresTest::leaves, LATER));

        assertThat(computed(model, 1)).satisfies(live -> {
            assertThat(live.state()).isEqualTo(State.TOO_FEW);
            assertThat(live.stayers()).isZero();
        });
    }

    @Test
    void theNewestPopulationCountsAndEachCustomerOnce() {
        String model = bench.model(people.dana());
        bench.scored(people.dana(), model, 1, TAKEN, 100, customer -> leaves(customer) ? 0.2 : 0.9);
        long newer = bench.scored(people.dana(), model, 1, TAKEN.plusDays(7), 100, LiveFiguresTest::score);
        bench.scored(people.dana(), model, 1, LATER.plusDays(1), 100, customer -> 0.5);
        bench.taken(people.carl(), model, outcomes(100, LiveFiguresTest::leaves, LATER));

        LiveFigures live = computed(model, 1);

        assertThat(live.lists()).containsExactly(newer);
        assertThat(live.customers()).isEqualTo(100);
        assertThat(live.metrics().get("auc")).isCloseTo(27 / 40.0, within(1e-12));
    }

    @Test
    void populationsOfOtherNamesAreTakenTogetherAndACustomerCountsInTheNewest() {
        String model = bench.model(people.dana());
        bench.scored(people.dana(), model, 1, TAKEN, "everybody", 120, LiveFiguresTest::score);
        bench.scored(people.dana(), model, 1, TAKEN.plusDays(1), "half of them", 60, LiveFiguresTest::score);
        bench.taken(people.carl(), model, outcomes(120, LiveFiguresTest::leaves, LATER));

        LiveFigures live = computed(model, 1);

        assertThat(live.lists()).hasSize(2);
        assertThat(live.customers()).isEqualTo(120);
    }

    @Test
    void anotherVersionsScoresAreItsOwn() {
        String model = bench.model(people.dana());
        bench.scored(people.dana(), model, 1, TAKEN, 100, LiveFiguresTest::score);
        bench.taken(people.carl(), model, outcomes(100, LiveFiguresTest::leaves, LATER));

        computed(model, 1);

        assertThat(newest(model, 2)).isEmpty();
    }

    @Test
    void aCorrectionChangesTheFigureAndTheEarlierOneStaysOnRecord() {
        String model = bench.model(people.dana());
        bench.scored(people.dana(), model, 1, TAKEN, 100, LiveFiguresTest::score);
        Instant april = Instant.parse("2026-04-02T10:00:00Z");
        clock.at(april, () -> {
            bench.taken(people.carl(), model, outcomes(100, LiveFiguresTest::leaves, LATER));
            return computed(model, 1);
        });
        Instant may = Instant.parse("2026-05-02T10:00:00Z");
        LiveFigures corrected = clock.at(may, () -> {
            bench.taken(people.carl(), model, "id,outcome,observed_on\nc0003,0,2026-04-01\n");
            return computed(model, 1);
        });

        assertThat(corrected.leavers()).isEqualTo(39);
        assertThat(figures.newest(key(model, 1), april.plusSeconds(1)))
                .hasValueSatisfying(live -> assertThat(live.leavers()).isEqualTo(40));
    }

    @Test
    void theSameFiguresAreNotKeptTwice() {
        String model = bench.model(people.dana());
        bench.scored(people.dana(), model, 1, TAKEN, 100, LiveFiguresTest::score);
        bench.taken(people.carl(), model, outcomes(100, LiveFiguresTest::leaves, LATER));
        LiveFigures first = computed(model, 1);
        bench.scored(people.dana(), model, 1, LATER.plusDays(3), "others", 10, customer -> 0.5);

        assertThat(computed(model, 1).computedAt()).isEqualTo(first.computedAt());
    }

    @Test
    void aPopulationPostedAfterItsOutcomesCameInIsHeldAgainstThem() {
        String model = bench.model(people.dana());
        bench.scored(people.dana(), model, 1, LATER.plusDays(9), 100, customer -> 0.5);
        bench.taken(people.carl(), model, outcomes(100, LiveFiguresTest::leaves, LATER));
        assertThat(computed(model, 1).state()).isEqualTo(State.TOO_EARLY);
        bench.scored(people.dana(), model, 1, TAKEN, 100, LiveFiguresTest::score);

        assertThat(computed(model, 1).state()).isEqualTo(State.KNOWN);
    }

    @Test
    void aPopulationCountsOnlyOnceTheLabelWindowOfTheEvidenceHasPassed() {
        String model = judged(60);
        bench.scored(people.dana(), model, 1, TAKEN, 100, LiveFiguresTest::score);
        bench.taken(people.carl(), model, outcomes(100, LiveFiguresTest::leaves, TAKEN.plusDays(59)));

        LiveFigures early = computed(model, 1);
        assertThat(early.state()).isEqualTo(State.TOO_EARLY);
        assertThat(early.windowDays()).isEqualTo(60);
        assertThat(early.readyOn()).isEqualTo(TAKEN.plusDays(60));

        bench.taken(people.carl(), model, outcomes(100, LiveFiguresTest::leaves, TAKEN.plusDays(60)));
        assertThat(computed(model, 1)).satisfies(live -> {
            assertThat(live.state()).isEqualTo(State.KNOWN);
            assertThat(live.threshold()).as("that of the policy").isEqualTo(0.2);
        });
    }

    @Test
    void aNewerPopulationOfWhichOnlyLeaversAreDecidedDoesNotTiltTheFigure() {
        String model = judged(30);
        long whole = bench.scored(people.dana(), model, 1, TAKEN, 200, LiveFiguresTest::score);
        bench.scored(people.dana(), model, 1, TAKEN.plusDays(20), 200, LiveFiguresTest::score);
        StringBuilder file = new StringBuilder("id,outcome,observed_on\n");
        for (int i = 1; i <= 200; i++) {
            // Leavers are known as they leave; stayers were last looked at when the first window ended, but for forty.
            LocalDate day = leaves(i) ? TAKEN.plusDays(25) : TAKEN.plusDays(i <= 80 ? 55 : 30);
            file.append(OutcomesBench.customer(i))
                    .append(leaves(i) ? ",1," : ",0,")
                    .append(day)
                    .append('\n');
        }
        bench.taken(people.carl(), model, file.toString());

        LiveFigures live = computed(model, 1);

        assertThat(live.lists()).containsExactly(whole);
        assertThat(live.customers()).isEqualTo(200);
    }

    /** A model with a version whose evidence looks so many days ahead. */
    private String judged(int windowDays) {
        String model = promotion.model(people.dana());
        PromotionBench.Candidate candidate = promotion.candidate(people.dana(), model, TestPredictions.good());
        promotion.put(people.dana(), candidate.run(), "evaluation/evidence.json", """
                {"id": "id", "label": "label", "score": "score", "positive_label": 1, "split": "split",
                 "segments": ["plan_type", "age_band", "region"], "threshold": 0.2, "snapshot_at": "2025-01-01",
                 "label_window_days": %d, "labels_complete_at": "2025-12-01"}""".formatted(windowDays));
        promotion.asked(people.dana(), candidate);
        return model;
    }

    private static String outcomes(int count, IntPredicate leaves, LocalDate day) {
        StringBuilder file = new StringBuilder("id,outcome,observed_on\n");
        for (int i = 1; i <= count; i++) {
            file.append(OutcomesBench.customer(i))
                    .append(leaves.test(i) ? ",1," : ",0,")
                    .append(day)
                    .append('\n');
        }
        return file.toString();
    }

    private LiveFigures computed(String model, int version) {
        bench.runJobs();
        return newest(model, version).orElseThrow();
    }

    private Optional<LiveFigures> newest(String model, int version) {
        return figures.newest(key(model, version), clock.instant());
    }

    private VersionKey key(String model, int version) {
        return new VersionKey(models.find(people.dana(), model).orThrow().id(), version);
    }
}
