package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import org.junit.jupiter.api.Test;

@DatabaseTest
class WaitingForTest {
    private static final int ALL = 10_000;

    private final PromotionDossiers dossiers;
    private final PromotionBench bench;
    private final TestPeople people;

    WaitingForTest(PromotionDossiers dossiers, PromotionBench bench, TestPeople people) {
        this.dossiers = dossiers;
        this.bench = bench;
        this.people = people;
    }

    @Test
    void aRequestWaitsForWhoMayDecideOnItUntilTheyHave() {
        int before = waiting(people.priya());
        int ofWhoAsks = waiting(people.dana());
        long asked = bench.asked(
                people.dana(), bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good()));

        assertThat(waiting(people.priya())).isEqualTo(before + 1);
        assertThat(waiting(people.dana())).isEqualTo(ofWhoAsks);
        assertThat(waiting(people.vera())).isZero();
        assertThat(dossiers.waitingFor(people.priya(), 1)).isEqualTo(1);

        bench.approve(people.priya(), asked);
        assertThat(waiting(people.priya())).isEqualTo(before);
    }

    @Test
    void nobodyIsWaitedForToDecideOnTheirOwnWork() {
        int before = waiting(people.both());
        bench.asked(people.dana(), bench.candidate(people.both(), bench.model(people.dana()), TestPredictions.good()));

        assertThat(waiting(people.both())).isEqualTo(before);
    }

    private int waiting(Actor actor) {
        return dossiers.waitingFor(actor, ALL);
    }
}
