package io.gatehouse.checks;

import static java.util.Map.entry;

import io.gatehouse.policy.PolicyDocument.Metric;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.sentences.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The cases that the tables of sentences speak of, by name. */
final class Scenarios {
    private static final Judged.TrainingRecord BARE = record(Map.of("max_depth", "7"), Map.of("test_auc", 0.99), 1);

    /** With a param that the model was not made with. */
    static final Judged.TrainingRecord NOT_DONE = new Judged.TrainingRecord(
            Map.of("random_state", "42"),
            Map.of(),
            Map.of("data_hash", "9ab1", "data_version", "v3", "git_commit", "4f2c", "preprocessing_version", "3.1"),
            Map.of(),
            List.of("data_schema.json"),
            2);

    private Scenarios() {}

    private static final Map<String, Spoken> ALL = Map.ofEntries(
            entry("fair", Spoken.of(fair())),
            entry("better", Spoken.of(fair().foundByChallengerAlone(200))),
            entry("worse", Spoken.of(fair().foundByChampionAlone(300))),
            entry("close", Spoken.of(small().foundByChampionAlone(9).foundByChallengerAlone(5))),
            entry("few", Spoken.of(new Roster().test("45+", 6, 4, 2, 8).validation(3, 2, 4, 2))),
            entry("first", Spoken.of(fair()).beside(null)),
            entry("without champion's scores", Spoken.of(fair().withoutChampion())),
            entry("another champion", Spoken.of(fair().withChampionVersion("3"))),
            entry("partly scored", Spoken.of(fair().unscoredByChampion(100))),
            entry("guessing", Spoken.of(roster(100, 20, 900, 980)).beside(null)),
            entry("on the brink", Spoken.of(roster(20, 5, 100, 400)).beside(null)),
            entry("validation far above", Spoken.of(test().validation(2600, 400, 100, 4900))),
            entry("validation below", Spoken.of(test().validation(600, 2400, 900, 4100))),
            entry("claims", Spoken.of(fair()).recorded(BARE)),
            entry(
                    "nobody above one half",
                    Spoken.of(nobody()).recorded(record(Map.of(), Map.of("test_precision", 0.5), 0))),
            entry("without a run", Spoken.of(fair()).recorded(Judged.TrainingRecord.NONE)),
            entry("looked at before", Spoken.of(fair()).looks(new TestSetUse(1, 1, 0))),
            entry("looked at for another", Spoken.of(fair()).looks(new TestSetUse(1, 1, 1))),
            entry("looked at for others", Spoken.of(fair()).looks(new TestSetUse(7, 4, 3))),
            entry("weighted", Spoken.of(fair().weighted())),
            entry("without ids", Spoken.of(fair().withoutIds())),
            entry("worth little", Spoken.of(fair()).counting(Spoken.assumptions(20, 15, 10))),
            entry("unfair", Spoken.of(beside(420, 1080, 180, 1020))),
            entry("unfair the other way", Spoken.of(beside(180, 1320, 420, 780))),
            entry("at the edge", Spoken.of(beside(400, 600, 320, 680))),
            entry("a small group", Spoken.of(fair().test("UNKNOWN", 3, 4, 2, 20))),
            entry("one of a kind", Spoken.of(fair().test("UNKNOWN", 1, 0, 0, 0))),
            entry("a reference that nobody is of", by(Map.of("age_band", "65+"))),
            entry("without segments", Spoken.of(fair()).segments()),
            entry(
                    "segments without groups",
                    Spoken.of(fair()).segments(new EvidenceStatistics.Attribute("age_band", List.of()))),
            entry(
                    "an attribute that the evidence lacks",
                    Spoken.of(fair()).by(Spoken.policy("plan_type", false, Map.of(), Metric.TRUE_POSITIVE_RATE))),
            entry("said and not done", Spoken.of(fair()).recorded(NOT_DONE)),
            entry("no better than dice", Spoken.of(roster(500, 500, 2500, 2500))),
            entry("ranks far worse", Spoken.of(fair().foundByChampionAlone(1500).foundByChallengerAlone(5))),
            entry(
                    "ranks a little worse",
                    Spoken.of(small().foundByChampionAlone(40).foundByChallengerAlone(22))),
            entry("open and outside", Spoken.of(beside(300, 700, 20, 80))),
            entry(
                    "too few in the reference",
                    Spoken.of(new Roster().test("45+", 4, 6, 500, 4500).test("18-24", 100, 100, 100, 900))),
            entry(
                    "nobody leaves of the reference",
                    Spoken.of(new Roster().test("45+", 0, 0, 500, 4500).test("18-24", 100, 100, 100, 900))),
            entry("none of the reference found", Spoken.of(beside(0, 3000, 930, 2070))),
            entry("stayers alike", rates(500, 500, Metric.FALSE_POSITIVE_RATE)),
            entry("stayers flagged", rates(500, 900, Metric.FALSE_POSITIVE_RATE, Metric.TRUE_POSITIVE_RATE)),
            entry("stayers spared", rates(900, 500, Metric.FALSE_POSITIVE_RATE)),
            entry("stayers flagged where none are", rates(0, 900, Metric.FALSE_POSITIVE_RATE)),
            entry("stayers open", rates(500, 580, Metric.FALSE_POSITIVE_RATE)),
            entry("selected alike", rates(500, 500, Metric.SELECTION_RATE)));

    static List<String> names() {
        return Stream.concat(ALL.keySet().stream(), Stream.of("evidence", "policies"))
                .toList();
    }

    static List<Sentence> sentences(String name, Path folder) {
        return switch (name) {
            case "evidence" -> GivenSentences.ofEvidence();
            case "policies" -> GivenSentences.ofPolicies();
            default -> Objects.requireNonNull(ALL.get(name), name).sentences(folder);
        };
    }

    private static Roster test() {
        return new Roster().test("45+", 960, 2040, 500, 4500).test("18-24", 930, 2070, 500, 4500);
    }

    private static Roster fair() {
        return test().validation(960, 2040, 500, 4500);
    }

    private static Roster small() {
        return new Roster()
                .test("45+", 60, 40, 30, 170)
                .test("18-24", 60, 40, 30, 170)
                .validation(60, 40, 30, 170);
    }

    private static Roster nobody() {
        return new Roster().test("45+", 0, 3000, 0, 5000).test("18-24", 0, 3000, 0, 5000);
    }

    private static Roster roster(int found, int missed, int flagged, int left) {
        return new Roster().test("45+", found, missed, flagged, left).validation(found, missed, flagged, left);
    }

    /** Leavers of 45+, the larger group, and of 18-24. */
    private static Roster beside(int found, int missed, int foundYoung, int missedYoung) {
        return new Roster().test("45+", found, missed, 500, 4500).test("18-24", foundYoung, missedYoung, 50, 450);
    }

    /** Stayers of 45+ and of 18-24 who are flagged, of 5,000 each. */
    private static Spoken rates(int flagged, int flaggedYoung, Metric... metrics) {
        return Spoken.of(new Roster()
                        .test("45+", 960, 2040, flagged, 5001 - flagged)
                        .test("18-24", 960, 2040, flaggedYoung, 5000 - flaggedYoung))
                .by(Spoken.policy(metrics));
    }

    private static Spoken by(Map<String, String> references) {
        return Spoken.of(fair()).by(Spoken.policy(false, references, Metric.TRUE_POSITIVE_RATE));
    }

    private static Judged.TrainingRecord record(
            Map<String, String> params, Map<String, Double> metrics, int modelFiles) {
        return new Judged.TrainingRecord(
                params, metrics, Map.of("git_commit", "unknown"), Map.of(), List.of(), modelFiles);
    }
}
