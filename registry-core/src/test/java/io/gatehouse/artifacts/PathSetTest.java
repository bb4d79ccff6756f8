package io.gatehouse.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathSetTest {
    private static final PathSet PLACES =
            new PathSet(List.of("1/run/artifacts", "1/run/artifacts/model", "2/a b", "3"));

    @ParameterizedTest
    @CsvSource({
        "1, true, false",
        "1/run, true, false",
        "1/run/artifacts, true, true",
        "1/run/artifacts/model/data, false, true",
        "1/run/artifacts-2, false, false",
        "1/ru, false, false",
        "2, true, false",
        "2/a, false, false",
        "2/a b/c, false, true",
        "3/anything/at all, false, true",
        "30, false, false",
    })
    void aPlaceReachesIntoWhatIsAroundItAndCoversWhatIsInIt(String folder, boolean reaches, boolean covers) {
        assertThat(PLACES.reachesInto(folder)).isEqualTo(reaches);
        assertThat(PLACES.covers(folder)).isEqualTo(covers);
    }

    @ParameterizedTest
    @CsvSource({"1", "1/run"})
    void theRootCoversEverything(String folder) {
        assertThat(new PathSet(List.of("")).covers(folder)).isTrue();
    }
}
