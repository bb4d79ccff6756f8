package io.gatehouse.promotion;

import io.gatehouse.house.Bench;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A model with a past, made by the real services: version 1 became champion 120 days ago, version 2 took over 30 days ago, and version 3
 * asks to follow. Dana trains and asks, Priya approves.
 */
@Bench
public class PromotionStory {
    private final PromotionBench bench;
    private final TestPeople people;
    private final HouseClock clock;

    public PromotionStory(PromotionBench bench, TestPeople people, HouseClock clock) {
        this.bench = bench;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param model name
     * @param first request, executed
     * @param second request, executed
     * @param open request of version 3
     * @param two the version in use
     */
    public record Told(
            String model,
            long first,
            long second,
            long open,
            PromotionBench.Candidate one,
            PromotionBench.Candidate two) {}

    public Told told() {
        String model = bench.model(people.dana());
        AtomicReference<PromotionBench.Candidate> one = new AtomicReference<>();
        AtomicReference<PromotionBench.Candidate> two = new AtomicReference<>();
        long first = daysAgo(120, model, TestPredictions.good(), one);
        long second = daysAgo(30, model, TestPredictions.good().beside(1), two);
        long open = bench.asked(
                people.dana(),
                bench.candidate(people.dana(), model, TestPredictions.good().beside(2)));
        return new Told(
                model, first, second, open, Objects.requireNonNull(one.get()), Objects.requireNonNull(two.get()));
    }

    private long daysAgo(
            int days, String model, TestPredictions predictions, AtomicReference<PromotionBench.Candidate> into) {
        return daysAgo(days, () -> {
            into.set(bench.candidate(people.dana(), model, predictions));
            long number = bench.asked(people.dana(), Objects.requireNonNull(into.get()));
            Promotions.Outcome outcome = bench.approve(people.priya(), number);
            if (!(outcome instanceof Promotions.Outcome.Done)) {
                throw new AssertionError("PR-" + number + " was not executed: " + outcome
                        + Objects.requireNonNullElse(
                                bench.dossier(people.priya(), number).evaluationProblem(), ""));
            }
            return number;
        });
    }

    /** Does something in the past, at a whole second: a clock that stands still must not stand between two microseconds. */
    public <T> T daysAgo(int days, Supplier<T> work) {
        return clock.at(clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(days)), work);
    }
}
