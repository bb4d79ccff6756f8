package io.gatehouse.outcomes;

import io.gatehouse.house.Bench;
import io.gatehouse.people.Actor;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.NewVersion;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.risklist.RiskListPage;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.work.JobsBench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Scores populations and says what became of them, the way that people do it. */
@Bench
class OutcomesBench {
    private final RegisteredModels models;
    private final ModelVersions versions;
    private final RiskLists lists;
    private final Outcomes outcomes;
    private final JobsBench jobs;

    OutcomesBench(RegisteredModels models, ModelVersions versions, RiskLists lists, Outcomes outcomes, JobsBench jobs) {
        this.models = models;
        this.versions = versions;
        this.lists = lists;
        this.outcomes = outcomes;
        this.jobs = jobs;
    }

    /** A model of a name that no other test uses, with a version that was never judged. */
    String model(Actor actor) {
        String model = "living-" + UUID.randomUUID();
        models.create(actor, model, null, Map.of()).orThrow();
        versions.create(actor, new NewVersion(model, "s3://elsewhere/model", null, "", null, null, Map.of()))
                .orThrow();
        return model;
    }

    /** Customers {@code c0001} and so on, each with the score that the function gives it. */
    long scored(Actor actor, String model, int version, LocalDate asOf, int count, Function<Integer, Double> score) {
        return scored(actor, model, version, asOf, "subscribers", count, score);
    }

    long scored(
            Actor actor,
            String model,
            int version,
            LocalDate asOf,
            String population,
            int count,
            Function<Integer, Double> score) {
        StringBuilder csv = new StringBuilder("id,score,contrib_support_tickets_90d,contrib_bias\n");
        for (int i = 1; i <= count; i++) {
            double given = score.apply(i);
            csv.append(String.format(
                    Locale.ROOT, "%s,%s,%.12f,-3%n", customer(i), given, Math.log(given / (1 - given)) + 3));
        }
        RiskLists.BatchDescription description =
                new RiskLists.BatchDescription(model, version, asOf, 0.5, population, null, null, null, List.of());
        return with(csv.toString(), file -> switch (lists.post(actor, description, file)) {
            case RiskLists.Posted.Listed(RiskListPage.Header header) -> header.number();
            case RiskLists.Posted.Refused refused ->
                throw new AssertionError(refused.sentence().english());
        });
    }

    static String customer(int number) {
        return String.format(Locale.ROOT, "c%04d", number);
    }

    /** Takes a file in, without running the jobs that follow. */
    Outcomes.TakenIn send(Actor actor, String model, String csv) {
        return with(csv, file -> outcomes.takeIn(actor, Outcomes.Arrival.of(model), file));
    }

    Intake taken(Actor actor, String model, String csv) {
        return switch (send(actor, model, csv)) {
            case Outcomes.TakenIn.Stored(Intake intake) -> intake;
            case Outcomes.TakenIn other -> throw new AssertionError("Not taken in: " + other);
        };
    }

    void runJobs() {
        jobs.runAll();
    }

    private static <T> T with(String text, Function<Path, T> use) {
        try {
            Path file = Files.createTempFile("outcomes-bench", ".csv");
            try {
                return use.apply(Files.writeString(file, text));
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
