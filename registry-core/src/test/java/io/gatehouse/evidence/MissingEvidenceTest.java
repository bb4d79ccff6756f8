package io.gatehouse.evidence;

import static io.gatehouse.sentences.Sentences.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingEvidenceTest {

    @Test
    void whatIsNotThereIsLoggedWhereItWasLookedFor() {
        assertThat(folder(say("evidence.table.absent", "run", "night-owl", "place", "")))
                .contains("evaluation");
        assertThat(folder(say("evidence.table.absent", "run", "night-owl", "place", "m-0815/")))
                .contains("evaluation/m-0815");
    }

    @ParameterizedTest
    @CsvSource({
        "3/f00/artifacts/evaluation/predictions.parquet, evaluation",
        "3/f00/artifacts/evaluation/m-0815/evidence.json, evaluation/m-0815",
        "3/f00/artifacts/test_predictions.csv, evaluation"
    })
    void whatCannotBeUsedIsLoggedInItsPlace(String path, String folder) {
        for (String code : List.of("evidence.refused", "evidence.refused.bare")) {
            assertThat(folder(say(code, "path", path, "reason", "It has no column score.")))
                    .contains(folder);
        }
        assertThat(folder(say("evidence.description.large", "path", path, "bytes", 2_000_000, "limit", 1_048_576)))
                .contains(folder);
    }

    @Test
    void loggingDoesNotHelpWhereArtifactsLieElsewhereOrNoRunIsNamed() {
        assertThat(folder(say("evidence.foreign", "run", "night-owl"))).isEmpty();
        assertThat(folder(say("evidence.run.absent", "model", "churn", "version", 3)))
                .isEmpty();
        assertThat(folder(say("promotion.version_deleted"))).isEmpty();
        assertThat(folder(say("promotion.evaluation_failed", "why", "no space")))
                .isEmpty();
    }

    private static Optional<String> folder(Sentence problem) {
        return MissingEvidence.of(problem).map(MissingEvidence::folder);
    }
}
