package io.gatehouse.rollback;

import static io.gatehouse.house.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionBench.Candidate;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.promotion.TestPredictions;
import io.gatehouse.registry.AliasTenure;
import io.gatehouse.registry.Aliases;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.rollback.Rollbacks.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class RollbacksTest {
    private static final String WHY = "Calls double since this morning";

    private final Rollbacks rollbacks;
    private final PromotionBench bench;
    private final RegisteredModels models;
    private final ModelVersions versions;
    private final Aliases aliases;
    private final TestPeople people;
    private final JdbcClient jdbc;
    private final String model;

    RollbacksTest(
            Rollbacks rollbacks,
            PromotionBench bench,
            RegisteredModels models,
            ModelVersions versions,
            Aliases aliases,
            TestPeople people,
            JdbcClient jdbc) {
        this.rollbacks = rollbacks;
        this.bench = bench;
        this.models = models;
        this.versions = versions;
        this.aliases = aliases;
        this.people = people;
        this.jdbc = jdbc;
        this.model = bench.model(people.dana());
    }

    private long second;

    @BeforeEach
    void twoChampionsOneAfterTheOther() {
        promoted(TestPredictions.good());
        second = promoted(TestPredictions.good().beside(1));
    }

    @Test
    void onePersonPutsTheLastChampionBackAndTheRecordSaysWhy() {
        Rollback done = done(rollbacks.rollBack(people.priya(), model, 2, WHY));

        assertThat(champion()).isEqualTo(1);
        assertThat(done.from()).isEqualTo(2);
        assertThat(done.to()).isEqualTo(1);
        assertThat(done.request()).isEqualTo(second);
        assertThat(done.reason()).isEqualTo(WHY);
        assertThat(done.open()).isTrue();
        assertThat(bench.dossier(people.vera(), second).state()).isEqualTo(RequestState.ROLLED_BACK);
        assertThat(lastAction()).isEqualTo("alias.rolled_back");
        List<AliasTenure> tenures = aliases.history(people.vera(), model, "champion");
        assertThat(tenures).extracting(AliasTenure::version).containsExactly(1, 2, 1);
        assertThat(tenures.getFirst().rollbackId()).isNotNull();
        assertThat(tenures.getFirst().requestId())
                .as("on whose word it was champion at first")
                .isEqualTo(tenures.getLast().requestId());
        assertThat(tenures.get(1).to()).isEqualTo(tenures.getFirst().from());
    }

    @Test
    void requestsThatComparedWithTheOneTakenBackAreOutdated() {
        Candidate third =
                bench.candidate(people.dana(), model, TestPredictions.good().beside(2));
        long open = bench.asked(people.dana(), third);

        done(rollbacks.rollBack(people.rita(), model, 2, WHY));

        assertThat(bench.dossier(people.vera(), open).state()).isEqualTo(RequestState.OUTDATED);
    }

    @Test
    void fallingBackAgainNeverLeadsToWhatWasTakenBack() {
        done(rollbacks.rollBack(people.priya(), model, 2, WHY));

        assertThat(rollbacks.target(people.vera(), model)).isEmpty();
        assertRefused(rollbacks.rollBack(people.priya(), model, 1, WHY), "NO_EARLIER_CHAMPION");
        assertThat(champion()).isEqualTo(1);

        promoted(TestPredictions.good().beside(1));
        assertThat(rollbacks.target(people.vera(), model)).contains(1);
    }

    @Test
    void aDeletedVersionIsNoWayBack() {
        versions.delete(people.dana(), model, 1).orThrow();

        assertRefused(rollbacks.rollBack(people.priya(), model, 2, WHY), "NO_EARLIER_CHAMPION");
        assertThat(champion()).isEqualTo(2);
    }

    @Test
    void whoSawAnotherChampionDecidesAgain() {
        assertRefused(rollbacks.rollBack(people.priya(), model, 1, WHY), "CHAMPION_CHANGED");
        assertThat(champion()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void itTakesAReason(String reason) {
        assertRefused(rollbacks.rollBack(people.priya(), model, 2, reason), "REASON_REQUIRED");
        assertThat(lastAction()).isEqualTo("alias.rollback_refused");
    }

    @Test
    void itTakesTheRight() {
        for (Actor other : List.of(people.dana(), people.vera(), people.carl())) {
            assertRefused(rollbacks.rollBack(other, model, 2, WHY), "NOT_PERMITTED");
        }
        assertThat(champion()).isEqualTo(2);
    }

    @Test
    void whoTookItBackDoesNotCloseTheCaseAndSomebodyElseDoesOnce() {
        Rollback open = done(rollbacks.rollBack(people.priya(), model, 2, WHY));
        assertThat(rollbacks.open(people.vera())).contains(open);

        assertRefused(rollbacks.followUp(people.priya(), open.number(), "All well"), "FOUR_EYES");
        assertRefused(rollbacks.followUp(people.ravi(), open.number(), " "), "REASON_REQUIRED");
        Rollback closed = done(rollbacks.followUp(people.ravi(), open.number(), "The feed was doubled, not the model"));
        assertThat(closed.open()).isFalse();
        assertThat(closed.finding()).contains("feed");
        assertThat(rollbacks.open(people.vera())).doesNotContain(closed);
        assertRefused(rollbacks.followUp(people.ravi(), open.number(), "Again"), "NOT_OPEN");
        assertThat(rollbacks.of(people.vera(), model)).containsExactly(closed);
    }

    @Test
    void ofTwoAtOnceOneTakesItBack() throws Exception {
        List<Outcome> outcomes = together(
                () -> rollbacks.rollBack(people.priya(), model, 2, WHY),
                () -> rollbacks.rollBack(people.ravi(), model, 2, WHY));

        assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Done.class);
        assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Refused.class);
        assertThat(rollbacks.of(people.vera(), model)).hasSize(1);
        assertThat(champion()).isEqualTo(1);
    }

    private long promoted(TestPredictions predictions) {
        long request = bench.asked(people.dana(), bench.candidate(people.dana(), model, predictions));
        assertThat(bench.approve(people.priya(), request).toString()).contains("EXECUTED");
        return request;
    }

    private @Nullable Integer champion() {
        return models.find(people.vera(), model).orThrow().champion();
    }

    private String lastAction() {
        return jdbc.sql("select action from audit_event order by seq desc limit 1")
                .query(String.class)
                .single();
    }

    private static Rollback done(Outcome outcome) {
        if (outcome instanceof Outcome.Done(Rollback rollback, var sentence)) {
            return rollback;
        }
        throw new AssertionError(outcome);
    }

    private static void assertRefused(Outcome outcome, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
