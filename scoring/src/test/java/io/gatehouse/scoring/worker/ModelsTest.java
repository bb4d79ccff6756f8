package io.gatehouse.scoring.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.scoring.EvidenceDescription;
import io.gatehouse.scoring.models.Inspection;
import io.gatehouse.scoring.models.ModelFacts;
import io.gatehouse.scoring.models.ModelFiles;
import io.gatehouse.scoring.models.ModelReading;
import io.gatehouse.scoring.models.Rescoring;
import io.gatehouse.scoring.models.Rescoring.Agrees;
import io.gatehouse.scoring.models.Rescoring.Disagrees;
import io.gatehouse.scoring.models.Rescoring.NotVerified;
import io.gatehouse.scoring.models.RescoringRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Model files as Python's XGBoost 3.0.5 wrote them through MLflow, and files made to hurt, in a worker. {@code table.csv} holds 300 rows
 * (200 of them test) with their features, and the scores that Python gave: {@code score} by all 21 rounds of the booster, {@code best} by
 * its best 16, {@code classifier} by the scikit-learn class.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsTest {

    private static final Path MADE = Path.of("src/test/resources/io/gatehouse/scoring/models");

    @TempDir
    static Path folder;

    private Workers workers;
    private WorkerModelReader reader;

    @BeforeAll
    void start() {
        workers = new Workers(WorkerLimits.of(1, 1450), folder.resolve("workers"), Clock.systemUTC());
        reader = new WorkerModelReader(workers);
    }

    @AfterAll
    void stop() {
        workers.close();
    }

    @Test
    void aModelFileTellsWhatItIs() {
        ModelFacts facts = ((ModelReading.Loaded) reader.read(classifier())).facts();
        assertThat(facts.modelClass()).isEqualTo("xgboost.sklearn.XGBClassifier");
        assertThat(facts.savedBy()).isEqualTo("3.0.5");
        assertThat(facts.objective()).isEqualTo("binary:logistic");
        assertThat(facts.rounds()).isEqualTo(24);
        assertThat(facts.trees()).isEqualTo(24);
        assertThat(facts.bestIteration()).isEqualTo(18);
        assertThat(facts.deepestTree()).isEqualTo(3);
        assertThat(facts.mostLeaves()).isEqualTo(8);
        assertThat(facts.features()).containsExactly("hours", "tickets", "promo", "months");
        assertThat(facts.params())
                .containsEntry("scale_pos_weight", "2.5")
                .containsEntry("booster", "gbtree")
                .doesNotContainKeys("base_score", "learning_rate");
    }

    @Test
    void aWeightThatWasLoggedAndNotUsedIsSeenInTheFile() {
        ModelFacts facts = ((ModelReading.Loaded) reader.read(booster())).facts();
        assertThat(facts.params()).containsEntry("scale_pos_weight", "1");
    }

    @Test
    void oneLookTellsWhatAModelIsAndWhetherTheScoresAreItsOwn() {
        Inspection inspection = inspect(booster(), MADE.resolve("table.csv"), "score", null, 1000);
        assertThat(inspection.reading()).isEqualTo(reader.read(booster()));
        assertThat(inspection.rescoring()).isInstanceOf(Agrees.class);
    }

    @Test
    void whatCannotBeReadIsNeitherToldNorVerified() {
        ModelFiles nothing = new ModelFiles(Map.of());
        Inspection inspection = inspect(nothing, MADE.resolve("table.csv"), "score", null, 10);
        assertThat(inspection.reading()).isEqualTo(reader.read(nothing)).isInstanceOf(ModelReading.Unreadable.class);
        assertThat(inspection.rescoring()).isInstanceOf(NotVerified.class);
    }

    @ParameterizedTest
    @CsvSource({"score, 21", "best, 16"})
    void scoresOfTheOwnModelAgreeWithAllRoundsOrTheBest(String column, int rounds) {
        Rescoring.Agrees agrees = (Agrees) rescore(booster(), MADE.resolve("table.csv"), column, null, 1000);
        assertThat(agrees.rows()).isEqualTo(200);
        assertThat(agrees.of()).isEqualTo(200);
        assertThat(agrees.rounds()).isEqualTo(rounds);
        assertThat(agrees.maxDifference()).isLessThan(1e-6);
    }

    @Test
    void aScikitLearnModelPredictsUpToItsBestIteration() {
        Agrees agrees = (Agrees) rescore(classifier(), MADE.resolve("table.csv"), "classifier", null, 50);
        assertThat(agrees.rows()).isEqualTo(50);
        assertThat(agrees.rounds()).isEqualTo(19);
    }

    @Test
    void scoresOfAnotherModelDisagreeAndTheWorstRowIsNamed() {
        Disagrees disagrees = (Disagrees) rescore(booster(), MADE.resolve("table.csv"), "classifier", null, 1000);
        assertThat(disagrees.rows()).isEqualTo(200);
        assertThat(disagrees.differing()).isGreaterThan(190);
        assertThat(disagrees.worst().id()).startsWith("S0");
        assertThat(Math.abs(disagrees.worst().claimed() - disagrees.worst().given()))
                .isGreaterThan(0.1);
    }

    @Test
    void oneScoreThatWasTouchedUpIsFound() throws Exception {
        Path table = new Tables(folder)
                .write(
                        "SELECT * REPLACE (CASE WHEN id = 'S0001' THEN score + 0.001 ELSE score END AS score) FROM '"
                                + MADE.resolve("table.csv") + "'",
                        "touched.parquet");
        Disagrees disagrees = (Disagrees) rescore(booster(), table, "score", null, 1000);
        assertThat(disagrees.differing()).isEqualTo(1);
        assertThat(disagrees.worst().id()).isEqualTo("S0001");
    }

    @Test
    void featuresOfSomeRowsMayLieInAFileBesideTheTable() throws Exception {
        Tables tables = new Tables(folder);
        Path claimed = tables.write(
                "SELECT id, split, label, score FROM '" + MADE.resolve("table.csv") + "'", "claimed.parquet");
        Path features = tables.write(
                "SELECT id, hours, tickets, promo, months FROM '" + MADE.resolve("table.csv") + "' WHERE id < 'S0090'",
                "features.parquet");
        Agrees agrees = (Agrees) rescore(booster(), claimed, "score", features, 1000);
        assertThat(agrees.rows()).isEqualTo(60);
        assertThat(agrees.of()).isEqualTo(200);
    }

    @Test
    void theSameSeedDrawsTheSameRows() {
        Path table = MADE.resolve("table.csv");
        assertThat(rescore(booster(), table, "classifier", null, 20))
                .isEqualTo(rescore(booster(), table, "classifier", null, 20));
    }

    @Test
    void evidenceWithoutFeaturesIsNotVerifiedAndSaysWhatToLog() throws Exception {
        Path bare = new Tables(folder)
                .write(
                        "SELECT id, split, label, score, hours FROM '" + MADE.resolve("table.csv") + "'",
                        "bare.parquet");
        NotVerified reason = (NotVerified) rescore(booster(), bare, "score", null, 10);
        assertThat(reason.reason().sentence())
                .isEqualTo("What the model was given is not in the evidence: tickets, promo, months of its features are"
                        + " missing. Log a file features.parquet beside the table, with the id and the features of some"
                        + " or all test rows.");
    }

    @Test
    void textInAFeatureDoesNotPassForAMissingValue() throws Exception {
        Path table = new Tables(folder)
                .write(
                        "SELECT * REPLACE (CASE WHEN id = 'S0004' THEN 'a lot' ELSE CAST(hours AS VARCHAR) END AS hours)"
                                + " FROM '" + MADE.resolve("table.csv") + "'",
                        "text.parquet");
        assertThat(((NotVerified) rescore(booster(), table, "score", null, 1000))
                        .reason()
                        .sentence())
                .startsWith("A feature holds text");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 5_000, 24_000})
    void aModelThatWasCutOffIsUnreadable(int bytes) throws Exception {
        byte[] whole = Files.readAllBytes(MADE.resolve("booster/model.ubj"));
        assertThat(unreadable(booster(Arrays.copyOf(whole, bytes)))).contains("cannot load the model file model.ubj");
        theNextModelIsRead();
    }

    @Test
    void noisePutIntoAModelLeavesThePortalUp() throws Exception {
        Random random = new Random(20260301);
        for (int i = 0; i < 12; i++) {
            byte[] bytes = Files.readAllBytes(MADE.resolve("booster/model.ubj"));
            for (int j = 0; j < 40; j++) {
                bytes[1 + random.nextInt(bytes.length - 1)] = (byte) random.nextInt(256);
            }
            ModelFiles noisy = booster(bytes);
            assertThat(reader.read(noisy)).isNotNull();
            assertThat(rescore(noisy, MADE.resolve("table.csv"), "score", null, 100))
                    .isNotNull();
        }
        theNextModelIsRead();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"num_trees\":\"24\" | \"num_trees\":\"2000000000\"",
                "\"num_feature\":\"4\" | \"num_feature\":\"4000000000\"",
                "\"split_indices\":[1 | \"split_indices\":[123456789",
                "\"left_children\":[1 | \"left_children\":[2000000",
                "\"num_nodes\":\"15\" | \"num_nodes\":\"1500000000\"",
                "\"base_score\":\"6.6120434E-1\" | \"base_score\":\"[5E-1]\"",
                "\"binary:logistic\" | \"no:such\"",
                "\"gbtree\" | \"dart\""
            })
    void aModelWithImpossibleNumbersIsAnsweredByASentence(String honest, String hostile) throws Exception {
        String json = Files.readString(MADE.resolve("classifier/model.json"));
        assertThat(json).contains(honest);
        ModelFiles model = model("classifier", json.replace(honest, hostile).getBytes(StandardCharsets.UTF_8));
        Rescoring answer = rescore(model, MADE.resolve("table.csv"), "classifier", null, 100);
        assertThat(answer).isInstanceOfAny(NotVerified.class, Disagrees.class);
        theNextModelIsRead();
    }

    @Test
    void aModelOfANewerReleaseIsSaidSo() throws Exception {
        String newer = Files.readString(MADE.resolve("classifier/model.json"))
                .replace("\"base_score\":\"6.6120434E-1\"", "\"base_score\":\"[6.6120434E-1]\"");
        assertThat(unreadable(model("classifier", newer.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(
                        "XGBoost 3.0.4 cannot load the model file model.json: it is of a later release, whose base score this"
                                + " one misreads. XGBoost 3.0.5 wrote it. Save it with XGBoost 3.0 or an earlier release, as ubj or"
                                + " json, and log it again.");
    }

    @ParameterizedTest
    @CsvSource({"3.1.0, false", "3.2.0rc1, false", "10.0, false", "3.0.5, true", "2.1.4, true", "a fork, true"})
    void theReleaseThatWroteAModelDecidesWhetherItIsLoaded(String release, boolean loaded) throws Exception {
        Map<String, Path> files = new LinkedHashMap<>(booster().files());
        String described = Files.readString(MADE.resolve("booster/MLmodel")).replace("3.0.5", release);
        files.put("MLmodel", Files.writeString(Files.createTempFile(folder, "MLmodel", ""), described));
        assertThat(reader.read(new ModelFiles(files)) instanceof ModelReading.Loaded)
                .isEqualTo(loaded);
    }

    @Test
    void aModelOfAnotherFlavourIsSaidSo() throws Exception {
        Path described = Files.writeString(
                folder.resolve("sklearn-MLmodel"),
                "flavors:\n  sklearn: {pickled_model: model.pkl}\n  python_function: {}\n");
        assertThat(unreadable(new ModelFiles(Map.of("MLmodel", described))))
                .startsWith(
                        "The model was saved as sklearn, python_function, and only what MLflow's xgboost flavour saves");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[1, 2", "!!javax.script.ScriptEngineManager [x]", "flavors: {xgboost: {data: ../secret}}"})
    void aDescriptionThatIsNoneIsSaidSo(String text) throws Exception {
        Path described = Files.writeString(folder.resolve("MLmodel-" + text.length()), text);
        assertThat(unreadable(new ModelFiles(Map.of("MLmodel", described)))).isNotBlank();
    }

    private void theNextModelIsRead() {
        assertThat(reader.read(booster())).isInstanceOf(ModelReading.Loaded.class);
    }

    private String unreadable(ModelFiles model) {
        return ((ModelReading.Unreadable) reader.read(model)).refusal().sentence();
    }

    private Rescoring rescore(ModelFiles model, Path table, String score, @Nullable Path features, int rows) {
        return inspect(model, table, score, features, rows).rescoring();
    }

    private Inspection inspect(ModelFiles model, Path table, String score, @Nullable Path features, int rows) {
        String json = "{\"id\": \"id\", \"label\": \"label\", \"split\": \"split\", \"score\": \"" + score + "\"}";
        EvidenceDescription description = ((EvidenceDescription.Parsed)
                        EvidenceDescription.parse(json.getBytes(StandardCharsets.UTF_8)))
                .description();
        return reader.inspect(new RescoringRequest(model, table, description, features, rows, 42));
    }

    private static ModelFiles booster() {
        return made("booster", "model.ubj");
    }

    private static ModelFiles classifier() {
        return made("classifier", "model.json");
    }

    private static ModelFiles made(String name, String file) {
        return new ModelFiles(Map.of(
                "MLmodel",
                MADE.resolve(name).resolve("MLmodel"),
                file,
                MADE.resolve(name).resolve(file)));
    }

    private static ModelFiles booster(byte[] bytes) throws Exception {
        return model("booster", bytes);
    }

    private static ModelFiles model(String name, byte[] bytes) throws Exception {
        Map<String, Path> files = new LinkedHashMap<>(
                made(name, name.equals("booster") ? "model.ubj" : "model.json").files());
        Path file = Files.write(Files.createTempFile(folder, "model", ""), bytes);
        files.replaceAll((path, old) -> path.equals("MLmodel") ? old : file);
        return new ModelFiles(files);
    }
}
