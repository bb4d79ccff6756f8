package io.gatehouse.checks;

import io.gatehouse.scoring.DuckDbEvidenceReducer;
import io.gatehouse.scoring.EvidenceDescription;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.scoring.ReductionLimits;
import io.gatehouse.scoring.ReductionResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Evidence with counts that a reader can take in: so many leavers who are found (scored 0.6) or missed (0.1), so many stayers who are
 * flagged (0.4) or left alone (0.05), by age band and split; reduced by the real engine at a threshold of 0.20.
 */
final class Roster {
    private static final double FOUND = 0.6;
    private static final double MISSED = 0.1;
    private static final double FLAGGED = 0.4;
    private static final double LEFT = 0.05;

    private final List<Rows> rows = new ArrayList<>();
    private String championVersion = "1";
    private boolean withChampion = true;
    private boolean withIds = true;
    private boolean withValidation = true;
    private boolean weighted;

    /** So many alike. */
    private record Rows(
            int count,
            String split,
            int label,
            double score,
            @Nullable Double champion,
            String age) {}

    /** Test rows of one age band, whom the champion scores alike. */
    Roster test(String age, int found, int missed, int flagged, int left) {
        return rows("test", age, found, missed, flagged, left);
    }

    Roster validation(int found, int missed, int flagged, int left) {
        return rows("val", "45+", found, missed, flagged, left);
    }

    private Roster rows(String split, String age, int found, int missed, int flagged, int left) {
        return scored(found, split, 1, FOUND, FOUND, age)
                .scored(missed, split, 1, MISSED, MISSED, age)
                .scored(flagged, split, 0, FLAGGED, FLAGGED, age)
                .scored(left, split, 0, LEFT, LEFT, age);
    }

    /** Test leavers of 45+ whom only the challenger finds. */
    Roster foundByChallengerAlone(int count) {
        return scored(count, "test", 1, FOUND, MISSED, "45+");
    }

    /** Test leavers of 45+ whom only the champion finds. */
    Roster foundByChampionAlone(int count) {
        return scored(count, "test", 1, MISSED, FOUND, "45+");
    }

    /** Test stayers of 45+ whom only the challenger flags. */
    Roster flaggedByChallengerAlone(int count) {
        return scored(count, "test", 0, FLAGGED, LEFT, "45+");
    }

    /** Test stayers of 45+ whom the champion did not score. */
    Roster unscoredByChampion(int count) {
        return scored(count, "test", 0, LEFT, null, "45+");
    }

    private Roster scored(int count, String split, int label, double score, @Nullable Double champion, String age) {
        rows.add(new Rows(count, split, label, score, champion, age));
        return this;
    }

    Roster withoutChampion() {
        withChampion = false;
        return this;
    }

    Roster withChampionVersion(String version) {
        championVersion = version;
        return this;
    }

    Roster withoutIds() {
        withIds = false;
        return this;
    }

    /** Every row with a weight: those of even number stand for three customers, the others for one. */
    Roster weighted() {
        weighted = true;
        return this;
    }

    Roster withoutValidation() {
        withValidation = false;
        return this;
    }

    EvidenceDescription description() {
        String json = "{\"label\": \"y\", \"score\": \"p\", \"split\": \"split\""
                + (withIds ? ", \"id\": \"id\"" : "")
                + ", \"segments\": [\"age_band\"]"
                + (weighted ? ", \"weight\": \"w\"" : "")
                + (withChampion
                        ? ", \"baseline\": {\"model\": \"churn\", \"version\": \"" + championVersion
                                + "\", \"score\": \"b\"}"
                        : "")
                + "}";
        return ((EvidenceDescription.Parsed) EvidenceDescription.parse(json.getBytes(StandardCharsets.UTF_8)))
                .description();
    }

    EvidenceStatistics reduced(Path folder) {
        Path table = folder.resolve("predictions.csv");
        try {
            Files.writeString(table, csv(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return switch (new DuckDbEvidenceReducer(ReductionLimits.DEFAULT).reduce(table, description(), 0.20)) {
            case ReductionResult.Reduced(EvidenceStatistics statistics) -> statistics;
            case ReductionResult.Refused(io.gatehouse.scoring.Refusal refusal) ->
                throw new IllegalStateException(refusal.sentence());
        };
    }

    private String csv() {
        List<String> lines = new ArrayList<>();
        for (Rows alike : rows) {
            if (withValidation || !alike.split().equals("val")) {
                for (int i = 0; i < alike.count(); i++) {
                    lines.add(line(lines.size(), alike));
                }
            }
        }
        return lines.stream().collect(Collectors.joining("\n", "id,split,y,p,b,age_band,w\n", "\n"));
    }

    private static String line(int id, Rows alike) {
        return String.format(
                Locale.ROOT,
                "c%d,%s,%d,%s,%s,%s,%d",
                id,
                alike.split(),
                alike.label(),
                alike.score(),
                alike.champion() == null ? "" : alike.champion(),
                alike.age(),
                id % 2 == 0 ? 3 : 1);
    }
}
