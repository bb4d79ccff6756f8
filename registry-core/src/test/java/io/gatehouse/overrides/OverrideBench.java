package io.gatehouse.overrides;

import io.gatehouse.checks.CheckName;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.house.Bench;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.HouseDays;
import io.gatehouse.house.TestPeople;
import io.gatehouse.overrides.Overrides.Outcome;
import io.gatehouse.overrides.Overrides.Wanted;
import io.gatehouse.people.Actor;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionBench.Candidate;
import io.gatehouse.promotion.Promotions;
import io.gatehouse.promotion.TestPredictions;
import io.gatehouse.work.JobRunner;
import io.gatehouse.work.Jobs;
import java.time.Instant;

/** Requests whose check of fairness failed, and people who accept that. */
@Bench
public class OverrideBench {
    private final PromotionBench bench;
    private final Overrides overrides;
    private final Evaluations evaluations;
    private final TestPeople people;
    private final Jobs jobs;
    private final JobRunner runner;
    private final HouseClock clock;

    OverrideBench(
            PromotionBench bench,
            Overrides overrides,
            Evaluations evaluations,
            TestPeople people,
            Jobs jobs,
            JobRunner runner,
            HouseClock clock) {
        this.bench = bench;
        this.overrides = overrides;
        this.evaluations = evaluations;
        this.people = people;
        this.jobs = jobs;
        this.runner = runner;
        this.clock = clock;
    }

    /** @param number of the request */
    public record Failed(Candidate candidate, long number) {
        public String model() {
            return candidate.model();
        }
    }

    /** A request whose version finds fewer of the young. */
    public Failed failed() {
        Candidate candidate = bench.candidate(people.dmitri(), bench.model(people.dana()), unfair(0));
        return new Failed(candidate, bench.asked(people.dana(), candidate));
    }

    /** Finds fewer of the young and does well otherwise. @param shift tells one piece of evidence from another */
    public static TestPredictions unfair(double shift) {
        return new TestPredictions(-2.5 + shift, 0, null);
    }

    /** Reasons, and so many days from today. */
    public Wanted days(int days) {
        return new Wanted(
                "The gap is known and the list is read by people.",
                "Customer success calls every customer aged 18-24 above 0.1",
                HouseDays.of(clock.instant()).plusDays(days));
    }

    public Outcome propose(Actor actor, Failed failed, int days) {
        return overrides.propose(actor, failed.number(), CheckName.FAIRNESS, days(days));
    }

    /** Proposed by Priya. */
    public long proposed(Failed failed, int days) {
        return number(propose(people.priya(), failed, days));
    }

    /** Proposed by Priya, agreed to by Ravi. */
    public long inForce(Failed failed, int days) {
        long number = proposed(failed, days);
        number(overrides.agree(people.ravi(), number));
        return number;
    }

    /** In use under an override: approved by Ravi. */
    public long promoted(Failed failed, int days) {
        long number = inForce(failed, days);
        Promotions.Outcome outcome = bench.approve(people.ravi(), failed.number());
        if (!(outcome instanceof Promotions.Outcome.Done)) {
            throw new AssertionError("Expected a promotion, was " + outcome);
        }
        return number;
    }

    /** Other evidence of the version, as unfair as before. */
    public void newEvidence(Failed failed, double shift) {
        bench.evidence(people.dmitri(), failed.candidate().run(), unfair(shift));
    }

    /** Judges the version once more, outside its request. */
    public void judgedAgain(Failed failed) {
        evaluations.evaluate(people.dana(), failed.model(), failed.candidate().version(), Use.HUMAN_REVIEWED);
    }

    public CheckOverride read(long number) {
        return overrides.find(people.vera(), number).orElseThrow();
    }

    /** What the schedule does, at some time. */
    public void look(Instant at) {
        clock.at(at, () -> {
            jobs.enqueueOnce(Overrides.LOOK_AFTER);
            return runner.runAll();
        });
    }

    public static long number(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done.override().number();
        }
        throw new AssertionError("Expected it to be done, was " + outcome);
    }

    /** The state, or why it was refused. */
    public static String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.override().state().name();
            case Outcome.Refused refused -> refused.code();
        };
    }
}
