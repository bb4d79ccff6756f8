package io.gatehouse.loggedmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.loggedmodels.LoggedModelSearch.Dataset;
import io.gatehouse.loggedmodels.LoggedModelSearch.Query;
import io.gatehouse.loggedmodels.LoggedModelSearch.Wish;
import io.gatehouse.search.InvalidSearchException;
import io.gatehouse.tracking.Batch;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.RunLog;
import io.gatehouse.tracking.Runs;
import io.gatehouse.tracking.TrackingRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class LoggedModelsTest {
    private final LoggedModels models;
    private final LoggedModelSearch search;
    private final RunLog log;
    private final Runs runs;
    private final TestPeople people;
    private final String experiment;

    LoggedModelsTest(
            LoggedModels models,
            LoggedModelSearch search,
            Experiments experiments,
            RunLog log,
            Runs runs,
            TestPeople people,
            Ids ids) {
        this.models = models;
        this.search = search;
        this.log = log;
        this.runs = runs;
        this.people = people;
        this.experiment = Long.toString(experiments.create(people.dana(), "e " + ids.hex32(), "", List.of()));
    }

    @Test
    void aNewModelHasAFolderInItsExperimentAndWaitsForItsFiles() {
        LoggedModel model = make("model", Map.of("depth", "7"));

        assertThat(model.id()).matches("m-[0-9a-f]{32}");
        assertThat(model.location())
                .isEqualTo("mlflow-artifacts:/" + experiment + "/models/" + model.id() + "/artifacts");
        assertThat(model.status()).isEqualTo(LoggedModel.Status.PENDING);
        assertThat(model.params()).containsExactly(Map.entry("depth", "7"));
        assertThat(models.finish(people.dana(), model.id(), LoggedModel.Status.READY)
                        .orThrow()
                        .status()
                        .wireName())
                .isEqualTo("LOGGED_MODEL_READY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", "a:b", "a.b", "100%", "a\"b", "a'b", "a\nb"})
    void whatCannotBeANameIsNone(String name) {
        assertThat(models.create(people.dana(), new NewLoggedModel(experiment, name, "", null, Map.of(), Map.of())))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aModelBelongsToTheExperimentOfItsRun() {
        String run = run();

        assertThat(models.create(people.dana(), new NewLoggedModel(experiment, "m", "", run, Map.of(), Map.of())))
                .isInstanceOf(Outcome.Done.class);
        assertThat(models.create(people.dana(), new NewLoggedModel("0", "m", "", run, Map.of(), Map.of())))
                .isInstanceOf(Outcome.Refused.class);
        assertThatThrownBy(() -> models.create(
                        people.dana(), new NewLoggedModel("999999999", "m", "", null, Map.of(), Map.of())))
                .isInstanceOf(TrackingRefusal.class);
        assertThat(models.create(people.dana(), new NewLoggedModel("one", "m", "", null, Map.of(), Map.of())))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void paramsAreWrittenOnce() {
        LoggedModel model = make("model", Map.of("depth", "7"));

        assertThat(models.addParams(people.dana(), model.id(), Map.of("depth", "7", "eta", "0.1"))
                        .orThrow()
                        .params())
                .containsEntry("eta", "0.1");
        Outcome<LoggedModel> changed = models.addParams(people.dana(), model.id(), Map.of("depth", "8", "new", "x"));
        assertThat(((Outcome.Refused<LoggedModel>) changed).refusal().sentence().english())
                .startsWith("Changing param values is not allowed");
        assertThat(models.find(people.dana(), model.id(), false).orThrow().params())
                .doesNotContainKey("new");
    }

    @Test
    void registrationsAreListedOnceHoweverTheyAreWritten() {
        LoggedModel model = make("model", Map.of());
        String twice = "[{\"name\": \"churn\", \"version\": 1}, {\"name\": \"churn\", \"version\": \"1\"},"
                + " {\"name\": \"churn\", \"version\": 2}]";

        Map<String, String> tags = models.setTags(people.dana(), model.id(), Map.of("mlflow.modelVersions", twice))
                .orThrow()
                .tags();

        assertThat(tags.get("mlflow.modelVersions"))
                .isEqualTo("[{\"name\": \"churn\", \"version\": 1}, {\"name\": \"churn\", \"version\": 2}]");
        assertThat(models.setTags(people.dana(), model.id(), Map.of("mlflow.modelVersions", "not a list"))
                        .orThrow()
                        .tags())
                .containsEntry("mlflow.modelVersions", "not a list");
    }

    @Test
    void aDeletedModelIsSeenOnlyByWhoeverAsksForDeletedOnes() {
        LoggedModel model = make("model", Map.of());
        models.delete(people.dana(), model.id()).orThrow();

        assertThat(models.find(people.dana(), model.id(), false)).isInstanceOf(Outcome.Refused.class);
        assertThat(models.find(people.dana(), model.id(), true)).isInstanceOf(Outcome.Done.class);
        assertThat(models.delete(people.dana(), model.id())).isInstanceOf(Outcome.Refused.class);
        assertThat(namesFor("", List.of())).isEmpty();
    }

    @Test
    void whatARunMeasuredOfAModelIsKeptWithBothAndRepeatsChangeNothing() {
        String run = run();
        LoggedModel model = make("model", Map.of());
        Metric auc = new Metric("auc", 0.9, 5, 0, new Metric.Subject(model.id(), "test", "d1"));
        Metric nan = new Metric("loss", Double.NaN, 5, 0, new Metric.Subject(model.id(), null, null));

        for (int i = 0; i < 2; i++) {
            log.log(people.dana(), run, new Batch(List.of(auc, nan), List.of(), List.of()));
        }

        assertThat(models.find(people.dana(), model.id(), false).orThrow().metrics())
                .containsExactly(
                        new LoggedModel.Metric("auc", 0.9, 5, 0, run, "test", "d1"),
                        new LoggedModel.Metric("loss", Double.NaN, 5, 0, run, "", ""));
        assertThat(runs.get(people.dana(), run).metrics()).hasSize(2);
    }

    @Test
    void aMeasurementOfAModelThatIsNotKnownIsRefused() {
        String run = run();
        Metric stray = new Metric("auc", 0.9, 5, 0, new Metric.Subject("m-" + "0".repeat(32), null, null));

        assertThatThrownBy(() -> log.logMetric(people.dana(), run, stray))
                .isInstanceOf(TrackingRefusal.class)
                .hasMessageContaining("Logged model with ID 'm-" + "0".repeat(32) + "' not found.");
        assertThat(runs.get(people.dana(), run).metrics()).isEmpty();
    }

    @Test
    void modelsAreFoundByAttributeParamTagMetricAndDataset() {
        String run = run();
        LoggedModel a = make("a", Map.of("depth", "7"));
        LoggedModel b = make("b", Map.of("depth", "4"));
        models.setTags(people.dana(), b.id(), Map.of("team", "x")).orThrow();
        models.finish(people.dana(), b.id(), LoggedModel.Status.READY).orThrow();
        measure(run, a, 0.7, "val", "d1");
        measure(run, b, 0.9, "test", "d2");

        assertThat(namesFor("", List.of())).containsExactly("b", "a");
        assertThat(namesFor("name = 'a'", List.of())).containsExactly("a");
        assertThat(namesFor("attributes.model_id IN ('" + b.id() + "')", List.of()))
                .containsExactly("b");
        assertThat(namesFor("params.depth = '7'", List.of())).containsExactly("a");
        assertThat(namesFor("tags.team = 'x'", List.of())).containsExactly("b");
        assertThat(namesFor("metrics.auc > 0.8", List.of())).containsExactly("b");
        assertThat(namesFor("status = 2", List.of())).containsExactly("b");
        assertThat(namesFor("metrics.auc > 0.1", List.of(new Dataset("val", ""))))
                .containsExactly("a");
        assertThat(namesFor("", List.of(new Dataset("test", "d2")))).containsExactly("b");
        assertThat(namesFor("", List.of(new Dataset("test", "other")))).isEmpty();
        assertThat(ordered(new Wish("metrics.auc", true, Optional.empty()))).containsExactly("a", "b");
        assertThat(ordered(new Wish("metrics.auc", false, Optional.of(new Dataset("val", "")))))
                .containsExactly("a", "b");
        assertThat(ordered(new Wish("name", false, Optional.empty()))).containsExactly("b", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nothing = 'x'", "metric.auc > 0.8", "metrics.auc > '0.8'", "name = 5", "a = 'x' OR b = 'y'"})
    void aFilterThatMakesNoSenseIsRefused(String filter) {
        assertThatThrownBy(() -> namesFor(filter, List.of())).isInstanceOf(InvalidSearchException.class);
    }

    private void measure(String run, LoggedModel model, double value, String dataset, String digest) {
        log.logMetric(
                people.dana(), run, new Metric("auc", value, 5, 0, new Metric.Subject(model.id(), dataset, digest)));
    }

    private LoggedModel make(String name, Map<String, String> params) {
        return models.create(people.dana(), new NewLoggedModel(experiment, name, "xgboost", null, params, Map.of()))
                .orThrow();
    }

    private String run() {
        Runs.NewRun wanted =
                new Runs.NewRun(Long.parseLong(experiment), "", Optional.empty(), OptionalLong.empty(), List.of());
        return runs.create(people.dana(), wanted).info().id();
    }

    private List<String> namesFor(String filter, List<Dataset> datasets) {
        return found(new Query(List.of(experiment), filter, datasets, List.of(), 10, Optional.empty()));
    }

    private List<String> ordered(Wish wish) {
        return found(new Query(List.of(experiment), "", List.of(), List.of(wish), 10, Optional.empty()));
    }

    private List<String> found(Query query) {
        return search.find(people.vera(), query).items().stream()
                .map(LoggedModel::name)
                .toList();
    }
}
