package io.gatehouse.evaluation;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.checks.Finding;
import io.gatehouse.checks.Judge;
import io.gatehouse.evidence.Evidence;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.scoring.models.Inspection;
import io.gatehouse.scoring.models.ModelFiles;
import io.gatehouse.scoring.models.ModelReader;
import io.gatehouse.scoring.models.ModelReading;
import io.gatehouse.scoring.models.ParamComparison;
import io.gatehouse.scoring.models.Rescoring;
import io.gatehouse.scoring.models.RescoringRequest;
import io.gatehouse.scoring.models.SaidAndDone;
import io.gatehouse.tracking.Param;
import io.gatehouse.tracking.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether the evidence comes from the version's own model file, and whether that file was made with what the run logged. */
@Component
class ModelOrigin {
    /** Enough that one wrong score in a hundred is met all but never unseen. */
    private static final int SAMPLE = 500;

    private static final int LONGEST_LIST = 6;

    private final ArtifactStore artifacts;
    private final ModelReader reader;

    ModelOrigin(ArtifactStore artifacts, ModelReader reader) {
        this.artifacts = artifacts;
        this.reader = reader;
    }

    /** @param folder that the version's model lies in @param files in it */
    List<Finding> findings(Optional<ArtifactPath> folder, List<Artifact> files, Evidence.Found found, Run run) {
        if (folder.isEmpty() || files.isEmpty()) {
            return List.of();
        }
        ModelFiles model = new ModelFiles(files.stream()
                .collect(Collectors.toMap(
                        file -> file.path()
                                .value()
                                .substring(folder.get().value().length() + 1),
                        artifacts::localFile)));
        List<Finding> findings = new ArrayList<>();
        Inspection inspection = inspect(model, found);
        findings.add(rescored(inspection.rescoring()));
        if (inspection.reading() instanceof ModelReading.Loaded loaded) {
            Map<String, String> logged = run.params().stream().collect(Collectors.toMap(Param::key, Param::value));
            findings.addAll(said(SaidAndDone.compare(logged, loaded.facts())));
        }
        return findings;
    }

    private Inspection inspect(ModelFiles model, Evidence.Found found) {
        Path features = found.features().map(artifacts::localFile).orElse(null);
        return reader.inspect(new RescoringRequest(
                model,
                artifacts.localFile(found.table()),
                found.description(),
                features,
                SAMPLE,
                Judge.seed(found.table().sha256())));
    }

    private static Finding rescored(Rescoring rescoring) {
        return switch (rescoring) {
            case Rescoring.Agrees agrees ->
                new Finding(
                        Verdict.PASS,
                        "SCORES_ARE_THE_MODELS",
                        null,
                        say("origin.agrees", "rows", agrees.rows(), "of", agrees.of()));
            case Rescoring.Disagrees disagrees ->
                new Finding(
                        Verdict.ERROR,
                        "SCORES_ARE_NOT_THE_MODELS",
                        null,
                        say(
                                "origin.disagrees",
                                "differing",
                                disagrees.differing(),
                                "rows",
                                disagrees.rows(),
                                "id",
                                disagrees.worst().id(),
                                "claimed",
                                disagrees.worst().claimed(),
                                "given",
                                disagrees.worst().given()));
            case Rescoring.NotVerified(io.gatehouse.scoring.Refusal reason) ->
                new Finding(
                        Verdict.NOT_APPLICABLE,
                        "SCORES_NOT_VERIFIED",
                        null,
                        say("origin.not_verified", "reason", reason.sentence()));
        };
    }

    private static List<Finding> said(List<ParamComparison> comparisons) {
        List<ParamComparison> held = comparisons.stream()
                .filter(each -> each.standing() != ParamComparison.Standing.NOT_IN_FILE)
                .toList();
        List<ParamComparison> differing = held.stream()
                .filter(each -> each.standing() == ParamComparison.Standing.DIFFERS)
                .toList();
        if (!differing.isEmpty()) {
            return differing.stream()
                    .map(each -> new Finding(
                            Verdict.NOT_APPLICABLE,
                            Finding.SAID_AND_NOT_DONE,
                            null,
                            say(
                                    "origin.said.differs",
                                    "name",
                                    each.name(),
                                    "said",
                                    each.said(),
                                    "done",
                                    String.valueOf(each.done()))))
                    .toList();
        }
        return held.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Verdict.PASS, "SAID_AND_DONE", null, say("origin.said.agrees", "names", names(held))));
    }

    private static String names(List<ParamComparison> held) {
        String first =
                held.stream().limit(LONGEST_LIST).map(ParamComparison::name).collect(Collectors.joining(", "));
        return held.size() > LONGEST_LIST ? first + " and " + (held.size() - LONGEST_LIST) + " more" : first;
    }
}
