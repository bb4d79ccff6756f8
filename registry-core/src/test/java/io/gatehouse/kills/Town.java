package io.gatehouse.kills;

import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.house.TestPeople;
import io.gatehouse.kills.Acknowledged.Kind;
import io.gatehouse.people.Actor;
import io.gatehouse.promotion.Discussions;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.Promotions;
import io.gatehouse.promotion.TestPredictions;
import io.gatehouse.registry.AliasOutcome;
import io.gatehouse.registry.Aliases;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.NewVersion;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.rollback.Rollbacks;
import io.gatehouse.tracking.Batch;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.RunLog;
import io.gatehouse.work.JobRunner;
import io.gatehouse.work.Jobs;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People at work in a house, all at once: they log, register, ask, vote, take back, comment and upload, until the house is killed. */
final class Town {
    static final int STEPS = 20;
    private static final int MODELS = 6;
    private static final int A_LITTLE = 60;

    /** People who see a queue do not lengthen it; otherwise few would get as far as a vote. */
    private static final int MOST_WAITING = 4;

    private static final int LARGEST_FILE = 200_000;

    /** Until somebody who has nothing to ask for or to vote on looks for something else to do: meanwhile the checks run. */
    private static final Duration NOTHING_TO_DO = Duration.ofMillis(20);

    private final ApplicationContext house;
    private final Acknowledged said;
    private final JdbcClient jdbc;
    private final TestPeople people;
    private final PromotionBench bench;

    Town(ApplicationContext house, Acknowledged said) {
        this.house = house;
        this.said = said;
        this.jdbc = house.getBean(JdbcClient.class);
        this.people = house.getBean(TestPeople.class);
        this.bench = house.getBean(PromotionBench.class);
    }

    /**
     * A few models, each with two versions whose evidence stands beside the other: whichever is champion, the other one can be asked for.
     * What an earlier life left unfinished is done.
     */
    void build() {
        List<String> whole = models();
        for (int made = whole.size(); made < MODELS; made++) {
            String model = bench.model(people.dana());
            for (int version = 1; version <= 2; version++) {
                TestPredictions evidence = TestPredictions.good().beside(3 - version);
                said.done(
                        Kind.VERSION,
                        model,
                        bench.candidate(people.dana(), model, evidence).version());
            }
        }
        // Everybody is there before they all work at once.
        people.ravi();
        people.priya();
        people.vera();
    }

    /** Models that have what is needed to ask for a promotion. */
    private List<String> models() {
        return jdbc.sql("select m.name from registered_model m where m.last_version > 1")
                .query((row, index) -> String.valueOf(row.getString(1)))
                .list();
    }

    /** Never returns. */
    void live(long seed, int clients) {
        for (int client = 0; client < clients; client++) {
            Random dice = new Random(seed * 31 + client);
            Thread.ofPlatform().name("client-" + client).start(() -> forEver(() -> act(dice)));
        }
        Thread.ofPlatform()
                .name("runner")
                .start(() -> forEver(() -> {
                    house.getBean(Jobs.class).enqueueOnce(Promotions.LOOK_AFTER_WAITING);
                    house.getBean(JobRunner.class).runAll();
                }));
    }

    /** A little of everything, and what is left to do. */
    void settle() {
        Random dice = new Random(1);
        for (int act = 0; act < A_LITTLE; act++) {
            act(dice);
            house.getBean(JobRunner.class).runAll();
        }
    }

    private void forEver(Runnable work) {
        while (true) {
            try {
                work.run();
            } catch (QueryTimeoutException somebodyElseHeldIt) {
                said.done(Kind.GAVE_UP, somebodyElseHeldIt);
            } catch (RuntimeException fault) {
                said.done(Kind.FAULT, fault, String.valueOf(fault.getCause()));
            }
        }
    }

    private void act(Random dice) {
        int thrown = dice.nextInt(100);
        List<String> names = models();
        String model = names.get(dice.nextInt(names.size()));
        boolean found = true;
        if (thrown < 10) {
            logMetrics(model, dice);
        } else if (thrown < 15) {
            register(model);
        } else if (thrown < 45) {
            found = ask(model, dice);
        } else if (thrown < 80) {
            found = vote(dice);
        } else if (thrown < 85) {
            found = takeBack(model);
        } else if (thrown < 92) {
            comment(dice);
        } else {
            upload(model, dice);
        }
        if (!found) {
            LockSupport.parkNanos(NOTHING_TO_DO.toNanos());
        }
    }

    /** One call to the house; whoever listens knows from when to when it lasts. */
    private <T> T call(String what, Supplier<T> work) {
        String client = Thread.currentThread().getName();
        said.done(Kind.BEGINS, client, what);
        try {
            return work.get();
        } finally {
            said.done(Kind.ENDS, client);
        }
    }

    private ModelVersion newest(String model) {
        return house.getBean(ModelVersions.class).of(people.dana(), model).stream()
                .max(Comparator.comparingInt(ModelVersion::version))
                .orElseThrow();
    }

    private void logMetrics(String model, Random dice) {
        String key = "k" + Long.toHexString(dice.nextLong()) + Long.toHexString(System.nanoTime());
        String run = String.valueOf(newest(model).runId());
        List<Metric> steps = IntStream.range(0, STEPS)
                .mapToObj(step -> new Metric(key, step / 7.0, step, step))
                .toList();
        Actor dana = people.dana();
        call("batch", () -> {
            house.getBean(RunLog.class).log(dana, run, new Batch(steps, List.of(), List.of()));
            return run;
        });
        said.done(Kind.METRICS, run, key);
    }

    private void register(String model) {
        ModelVersion last = newest(model);
        NewVersion wanted = new NewVersion(model, last.source(), last.runId(), "", null, null, Map.of());
        Actor dana = people.dana();
        int version = call("version", () -> house.getBean(ModelVersions.class).create(dana, wanted))
                .orThrow()
                .version();
        said.done(Kind.VERSION, model, version);
    }

    /** @return whether there was anything to ask for */
    private boolean ask(String model, Random dice) {
        int waiting = jdbc.sql("select count(*) from promotion_request where state = 'EVALUATING'")
                .query(Integer.class)
                .single();
        if (waiting > MOST_WAITING) {
            return false;
        }
        Integer champion = champion(model);
        boolean sensible = dice.nextInt(5) > 0;
        int version = sensible
                ? champion != null && champion == 1 ? 2 : 1
                : 1 + dice.nextInt(newest(model).version());
        Actor dana = people.dana();
        AliasOutcome outcome =
                call("request", () -> house.getBean(Aliases.class).set(dana, model, "champion", version));
        if (outcome instanceof AliasOutcome.Protected answer && answer.requestNumber() != null) {
            said.done(Kind.REQUEST, answer.requestNumber());
        }
        return true;
    }

    private boolean vote(Random dice) {
        List<Long> open = jdbc.sql(
                        "select number from promotion_request where state = 'AWAITING_REVIEW' order by number")
                .query((row, index) -> row.getLong(1))
                .list();
        if (open.isEmpty()) {
            return false;
        }
        long number = open.get(dice.nextInt(open.size()));
        Actor voter = dice.nextBoolean() ? people.priya() : people.ravi();
        Choice choice =
                dice.nextInt(10) < 8 ? Choice.APPROVE : dice.nextBoolean() ? Choice.REJECT : Choice.REQUEST_CHANGES;
        PromotionDossier read = bench.dossier(voter, number);
        var evaluation = read.evaluation();
        String digest = evaluation == null ? "" : evaluation.digest();
        if (call("vote", () -> house.getBean(Promotions.class).vote(voter, number, choice, "for a reason", digest))
                instanceof Promotions.Outcome.Done done) {
            said.done(Kind.VOTE, number, voter.person().username(), choice, done.state());
        }
        return true;
    }

    private boolean takeBack(String model) {
        Actor ravi = people.ravi();
        Integer champion = champion(model);
        if (champion != null
                && call(
                                "rollback",
                                () -> house.getBean(Rollbacks.class).rollBack(ravi, model, champion, "it misbehaves"))
                        instanceof Rollbacks.Outcome.Done done) {
            said.done(Kind.ROLLBACK, done.rollback().number());
        }
        return champion != null;
    }

    private @Nullable Integer champion(String model) {
        return house.getBean(RegisteredModels.class)
                .find(people.ravi(), model)
                .orThrow()
                .champion();
    }

    private void comment(Random dice) {
        List<Long> all = jdbc.sql("select number from promotion_request order by number desc limit 20")
                .query((row, index) -> row.getLong(1))
                .list();
        if (!all.isEmpty()) {
            long number = all.get(dice.nextInt(all.size()));
            String words = "w" + Long.toHexString(dice.nextLong()) + Long.toHexString(System.nanoTime());
            Actor vera = people.vera();
            if (call("comment", () -> house.getBean(Discussions.class).say(vera, number, null, words))
                    instanceof Discussions.Said.Kept) {
                said.done(Kind.COMMENT, number, words);
            }
        }
    }

    private void upload(String model, Random dice) {
        byte[] bytes = new byte[1 + dice.nextInt(LARGEST_FILE)];
        dice.nextBytes(bytes);
        String name = Long.toHexString(dice.nextLong()) + Long.toHexString(System.nanoTime()) + ".bin";
        String folder = newest(model).source().replaceFirst("/model$", "") + "/uploads";
        ArtifactPath place = ArtifactPath.ofLocation(folder + "/" + name).orElseThrow();
        Actor dana = people.dana();
        ArtifactStore store = house.getBean(ArtifactStore.class);
        var written = call(
                        "file",
                        () -> store.write(dana, place, new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length)))
                .orThrow();
        said.done(Kind.FILE, name, written.sha256());
    }
}
