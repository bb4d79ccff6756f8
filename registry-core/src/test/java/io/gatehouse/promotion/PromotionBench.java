package io.gatehouse.promotion;

import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.house.Bench;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Actor;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.Promotions.Asked;
import io.gatehouse.promotion.Promotions.Outcome;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.NewVersion;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.tracking.Batch;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.Param;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.RunLog;
import io.gatehouse.tracking.Runs;
import io.gatehouse.tracking.Tag;
import io.gatehouse.work.JobsBench;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Trains, registers, asks and decides, the way that people do it. */
@Bench
public class PromotionBench {
    private final Experiments experiments;
    private final Runs runs;
    private final RunLog log;
    private final ArtifactStore artifacts;
    private final RegisteredModels models;
    private final ModelVersions versions;
    private final Promotions promotions;
    private final PromotionDossiers dossiers;
    private final JobsBench jobs;
    private final Ids ids;

    public PromotionBench(
            Experiments experiments,
            Runs runs,
            RunLog log,
            ArtifactStore artifacts,
            RegisteredModels models,
            ModelVersions versions,
            Promotions promotions,
            PromotionDossiers dossiers,
            JobsBench jobs,
            Ids ids) {
        this.experiments = experiments;
        this.runs = runs;
        this.log = log;
        this.artifacts = artifacts;
        this.models = models;
        this.versions = versions;
        this.promotions = promotions;
        this.dossiers = dossiers;
        this.jobs = jobs;
        this.ids = ids;
    }

    /** A version and the run that it came from. */
    public record Candidate(String model, int version, Run run) {}

    /** A model of a name that no other test uses. */
    public String model(Actor actor) {
        RegisteredModel model =
                models.create(actor, "churn-" + ids.hex32(), null, Map.of()).orThrow();
        return model.name();
    }

    /** A version with everything that a reproducible run logs; without predictions it has no evidence. */
    public Candidate candidate(Actor trainer, String model, @Nullable TestPredictions predictions) {
        return candidate(trainer, trainer, model, predictions, 0.9);
    }

    public Candidate candidate(
            Actor trainer, Actor registrar, String model, @Nullable TestPredictions predictions, double loggedAuc) {
        long experiment = experiments.create(trainer, "exp " + ids.hex32(), "", List.of());
        Run run = runs.create(
                trainer, new Runs.NewRun(experiment, "", Optional.of("final"), OptionalLong.empty(), List.of()));
        String id = run.info().id();
        log.log(
                trainer,
                id,
                new Batch(
                        loggedAuc == 0.9 ? List.of() : List.of(new Metric("test_auc", loggedAuc, 1, 0)),
                        List.of(new Param("max_depth", "7"), new Param("random_state", "42")),
                        List.of(
                                new Tag("data_hash", "0123456789abcdef"),
                                new Tag("git_commit", "f00d"),
                                new Tag("preprocessing_version", "prep-1"))));
        put(trainer, run, "data_schema.json", "{}");
        put(trainer, run, "model/MLmodel", "flavors: {}");
        if (predictions != null) {
            evidence(trainer, run, predictions);
        }
        String source = run.info().artifactUri() + "/model";
        int version = versions.create(registrar, new NewVersion(model, source, id, "", null, null, Map.of()))
                .orThrow()
                .version();
        return new Candidate(model, version, run);
    }

    /** Logs evidence, in place of what was there. */
    public void evidence(Actor actor, Run run, TestPredictions predictions) {
        put(actor, run, "evaluation/predictions.csv", predictions.csv());
        put(actor, run, "evaluation/evidence.json", predictions.description());
    }

    public void put(Actor actor, Run run, String path, String text) {
        ArtifactPath place =
                ArtifactPath.ofLocation(run.info().artifactUri() + "/" + path).orElseThrow();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        artifacts
                .write(actor, place, new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length))
                .orThrow();
    }

    /** Asks and lets the checks run. */
    public long asked(Actor requester, Candidate candidate) {
        long number = ask(requester, candidate);
        runJobs();
        return number;
    }

    public long ask(Actor requester, Candidate candidate) {
        Asked asked = promotions.ask(
                requester, candidate.model(), candidate.version(), "champion", Use.HUMAN_REVIEWED, "better, I think");
        if (asked instanceof Asked.Open open) {
            return open.number();
        }
        throw new AssertionError("Expected a request, was " + asked);
    }

    /** Returns once nothing waits or runs, here or on the schedule of a portal. */
    public void runJobs() {
        jobs.runAll();
    }

    public PromotionDossier dossier(Actor reader, long number) {
        return dossiers.dossier(reader, number).orElseThrow();
    }

    /** Approves on the evaluation that the approver reads now. */
    public Outcome approve(Actor approver, long number) {
        return vote(approver, number, Choice.APPROVE, "");
    }

    public Outcome approve(Actor approver, long number, String digest) {
        return promotions.vote(approver, number, Choice.APPROVE, "", digest);
    }

    public Outcome vote(Actor reviewer, long number, Choice choice, String reason) {
        return promotions.vote(reviewer, number, choice, reason, digest(reviewer, number));
    }

    public String digest(Actor reader, long number) {
        return dossier(reader, number).digest();
    }

    /** The version in use; absent if none is. */
    @Nullable
    Integer champion(Actor reader, String model) {
        return models.find(reader, model).orThrow().champion();
    }
}
