package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes and words are those of mlflow 3.17.2, mlflow/server/handlers.py. */
@PortalTest
class PresignedWireTest {
    private final WireClient dana;
    private final String run;

    PresignedWireTest(WireClients clients) {
        dana = clients.dana();
        run = dana.post("runs/create", "{}").at("/run/info/run_id");
    }

    @ParameterizedTest
    @CsvSource({"upload, for proxied artifact storage", "download, for runs with proxied artifact storage"})
    void filesHaveNoSignedAddressAndTheAnswerSaysHowTheyTravel(String way, String words) {
        Answer answer = dana.post(path(way), "{'run_id':'" + run + "','path':'a/b.bin'}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("INVALID_PARAMETER_VALUE");
        assertThat(answer.message())
                .startsWith("Presigned " + way + " is not supported " + words)
                .contains("through this server");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "upload | {'path':'a'} | Exactly one of run_id and model_id must be provided.",
                "upload | {'path':'a','run_id':'1','model_id':'m-1'} | Exactly one of run_id and model_id must be provided.",
                "upload | {'run_id':'1'} | Missing value for required parameter 'path'",
                "upload | {'path':'../a','run_id':'1'} | Invalid path",
                "download | {'path':'a'} | Missing value for required parameter 'run_id'",
                "download | {'path':'../a','run_id':'1'} | Invalid path",
            })
    void whatIsWrongWithTheQuestionComesFirst(String way, String body, String words) {
        Answer answer = dana.post(path(way), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith(words);
    }

    @Test
    void nobodysFilesAreNotFound() {
        String nobody = "0".repeat(32);
        for (String way : new String[] {"upload", "download"}) {
            assertThat(dana.post(path(way), "{'run_id':'" + nobody + "','path':'a'}")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(dana.post("artifacts/presigned-upload-url", "{'model_id':'m-" + nobody + "','path':'a'}")
                        .status())
                .isEqualTo(404);
    }

    private static String path(String way) {
        return way.equals("upload") ? "artifacts/presigned-upload-url" : "artifacts/presigned-download-url";
    }
}
