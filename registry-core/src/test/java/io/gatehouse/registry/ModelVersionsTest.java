package io.gatehouse.registry;

import static io.gatehouse.registry.RegistryBench.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.RunInfo;
import io.gatehouse.tracking.Runs;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(TestDoor.class)
class ModelVersionsTest {
    private final ModelVersions versions;
    private final RegisteredModels models;
    private final ArtifactStore artifacts;
    private final Experiments experiments;
    private final Runs runs;
    private final RegistryBench bench;
    private final TestPeople people;
    private final Ids ids;
    private final RegisteredModel model;

    ModelVersionsTest(
            ModelVersions versions,
            RegisteredModels models,
            ArtifactStore artifacts,
            Experiments experiments,
            Runs runs,
            RegistryBench bench,
            TestPeople people,
            Ids ids) {
        this.versions = versions;
        this.models = models;
        this.artifacts = artifacts;
        this.experiments = experiments;
        this.runs = runs;
        this.bench = bench;
        this.people = people;
        this.ids = ids;
        this.model = bench.model(people.dana());
    }

    @Test
    void aNumberIsNeverUsedAgain() {
        bench.version(people.dana(), model);
        bench.version(people.dana(), model);
        versions.delete(people.dana(), model.name(), 2).orThrow();

        assertThat(bench.version(people.dana(), model).version()).isEqualTo(3);
        assertThat(refusal(versions.find(people.dana(), model.name(), 2)).kind())
                .isEqualTo(Refusal.Kind.UNKNOWN);
        assertThat(versions.of(people.dana(), model.name()))
                .extracting(ModelVersion::version)
                .containsExactly(3, 1);
    }

    @Test
    void whatRegisteringAnswersIsWhatIsReadLater() {
        NewVersion wanted = new NewVersion(
                model.name(),
                run().artifactUri() + "/model",
                null,
                "https://example.org/run",
                "**good**",
                null,
                Map.of("b", "2", "a", "1"));

        ModelVersion made = versions.create(people.dana(), wanted).orThrow();

        assertThat(versions.find(people.dana(), model.name(), made.version()).orThrow())
                .isEqualTo(made);
    }

    @Test
    void twoWhoRegisterAtOnceGetDifferentNumbers() throws Exception {
        int each = 8;
        CountDownLatch start = new CountDownLatch(1);
        Callable<List<Integer>> work = () -> {
            start.await();
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                numbers.add(bench.version(people.dana(), model).version());
            }
            return numbers;
        };
        List<Integer> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<List<Integer>> one = threads.submit(work);
            Future<List<Integer>> two = threads.submit(work);
            start.countDown();
            all.addAll(one.get());
            all.addAll(two.get());
        }

        assertThat(all).hasSize(2 * each).doesNotHaveDuplicates().contains(1, 2 * each);
    }

    @Test
    void theFolderOfARegisteredVersionStaysAsItIs() {
        ModelVersion version = register(run().artifactUri() + "/model").orThrow();
        ArtifactPath file = version.folder().orElseThrow().resolve("MLmodel");

        assertThat(refusal(write(file)).sentence().english())
                .contains("it is version 1 of the registered model '" + model.name() + "'");
        assertThat(versions.keeps(version)).isTrue();
    }

    @Test
    void theWholeFolderOfARunIsNotFrozen() {
        String root = run().artifactUri();
        ModelVersion version = register(root).orThrow();

        assertThat(write(ArtifactPath.ofLocation(root).orElseThrow().resolve("more.txt")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(versions.keeps(version)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "9/models", "mine/model"})
    void whatBelongsToNoRunIsNotFrozenForOthers(String folder) {
        ModelVersion version = register("mlflow-artifacts:/" + folder).orThrow();

        assertThat(artifacts.frozen(new ArtifactPath(folder))).isFalse();
        assertThat(versions.keeps(version)).isFalse();
        assertThat(version.runId()).isNull();
    }

    @Test
    void filesOfARunComeFromThatRunWhoeverRegistersThemAndLeavesItOut() {
        RunInfo run = run();

        assertThat(register(run.artifactUri() + "/model").orThrow().runId()).isEqualTo(run.id());
    }

    private RunInfo run() {
        long experiment = experiments.create(people.dana(), "e " + ids.hex32(), "", List.of());
        return runs.create(
                        people.dana(),
                        new Runs.NewRun(experiment, "", Optional.empty(), OptionalLong.empty(), List.of()))
                .info();
    }

    private Outcome<Artifact> write(ArtifactPath file) {
        return artifacts.write(people.dana(), file, InputStream.nullInputStream(), OptionalLong.of(0));
    }

    @Test
    void aVersionOfAVersionHasItsFilesAndItsRun() {
        RunInfo origin = run();
        String run = origin.id();
        String location = origin.artifactUri() + "/model";
        versions.create(people.dana(), new NewVersion(model.name(), location, run, "", null, null, Map.of()))
                .orThrow();
        RegisteredModel copy = bench.model(people.dmitri());

        ModelVersion copied = versions.create(
                        people.dmitri(),
                        new NewVersion(
                                copy.name(),
                                "models:/" + model.name() + "/1",
                                null,
                                "",
                                null,
                                null,
                                Map.of("copied", "yes")))
                .orThrow();

        assertThat(copied.storageLocation()).isEqualTo(location);
        assertThat(copied.runId()).isEqualTo(run);
        assertThat(copied.source()).isEqualTo("models:/" + model.name() + "/1");
        assertThat(copied.tags()).containsEntry("copied", "yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/etc/passwd",
                "./model",
                "model",
                "file:/etc/passwd",
                "FILE:///etc",
                "c:/x",
                "C:\\x",
                "mlflow-artifacts:/1/../2",
                "mlflow-artifacts:/1/%2e%2e/2",
                "mlflow-artifacts:/1/%252e%252e/2",
                "mlflow-artifacts:/",
                "mlflow-artifacts:x",
                "s3://bucket/../x",
                "s3://bucket/%2e%2e/x",
                "s3://bucket/a%00b",
                "s3://bucket/a\u0000b",
                "s3://bucket/%25252e%25252e/x",
                "models:/x",
                "models:/x@champion",
                "models:/m-short",
                "models:/x/latest",
                "https://host/a\\..\\b"
            })
    void aSourceThatCouldMeanAnotherPlaceIsRefused(String source) {
        assertThat(refusal(register(source)).kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(versions.of(people.dana(), model.name())).isEmpty();
    }

    @Test
    void aSourceThatDoesNotExistIsNamed() {
        String id = "m-" + ids.hex32();

        assertThat(refusal(register("models:/" + id)).sentence().english())
                .isEqualTo("Logged model with ID '" + id + "' not found.");
        assertThat(refusal(register("models:/nobody/3")).sentence().english())
                .isEqualTo("Model Version (name=nobody, version=3) not found");
        assertThat(refusal(versions.create(
                                people.dana(),
                                new NewVersion("nobody", "s3://bucket/model", null, "", null, null, Map.of())))
                        .sentence()
                        .english())
                .isEqualTo("Registered Model with name=nobody not found");
    }

    @Test
    void aForeignSourceIsKeptAndHasNoFolderHere() {
        assertThat(register("s3://bucket/model").orThrow().folder()).isEmpty();
    }

    @Test
    void aRunOfAnotherServerIsNamedAsItIsThere() {
        assertThat(versions.create(
                                people.dana(),
                                new NewVersion(
                                        model.name(), "runs:/run_id-1/model", "run_id-1", "", null, null, Map.of()))
                        .orThrow()
                        .source())
                .isEqualTo("runs:/run_id-1/model");
    }

    @Test
    void tagsOfTheHouseAreItsOwn() {
        bench.version(people.dana(), model);

        assertThat(refusal(versions.setTag(people.dana(), model.name(), 1, "gatehouse.below_floor", "no"))
                        .kind())
                .isEqualTo(Refusal.Kind.PROTECTED);
        assertThat(refusal(versions.deleteTag(people.dana(), model.name(), 1, "Gatehouse.x"))
                        .kind())
                .isEqualTo(Refusal.Kind.PROTECTED);
        assertThat(versions.setTag(people.dana(), model.name(), 1, "note", "x")
                        .orThrow()
                        .tags())
                .containsEntry("note", "x");
        assertThat(versions.deleteTag(people.dana(), model.name(), 1, "nothing"))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aRenameTakesVersionsAliasesAndTagsAlong() {
        bench.version(people.dana(), model);
        models.setTag(people.dana(), model.name(), "team", "retention").orThrow();
        String newName = model.name() + " renamed";

        models.rename(people.dana(), model.name(), newName).orThrow();

        assertThat(versions.of(people.vera(), newName))
                .extracting(ModelVersion::model)
                .containsExactly(newName);
        assertThat(models.find(people.vera(), newName).orThrow().tags()).containsEntry("team", "retention");
        assertThat(models.find(people.vera(), model.name())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aNameThatReadsTheSameIsTaken() {
        String upper = model.name().toUpperCase(java.util.Locale.ROOT);

        assertThat(refusal(models.create(people.dana(), model.name(), null, Map.of()))
                        .sentence()
                        .english())
                .isEqualTo("Registered Model (name=" + model.name() + ") already exists");
        assertThat(refusal(models.create(people.dana(), upper, null, Map.of()))).satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TAKEN);
            assertThat(refusal.sentence().english()).contains("reads as the same name");
        });
        assertThat(models.rename(people.dana(), model.name(), upper)).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", "a:b", ".", "..", " a", "a ", "a\u200bb", "a\nb", "\u2024", "a\u202eb"})
    void whatCannotBeAModelNameIsNone(String name) {
        assertThat(refusal(models.create(people.dana(), name, null, Map.of())).kind())
                .isEqualTo(Refusal.Kind.INVALID);
    }

    @Test
    void aDeletedModelsNameIsFree() {
        bench.version(people.dana(), model);
        models.delete(people.dana(), model.name()).orThrow();

        assertThat(refusal(models.delete(people.dana(), model.name())).kind()).isEqualTo(Refusal.Kind.UNKNOWN);
        assertThat(models.create(people.dana(), model.name(), "again", Map.of("a", "b"))
                        .orThrow()
                        .description())
                .isEqualTo("again");
        assertThat(versions.of(people.dana(), model.name())).isEmpty();
    }

    @Test
    void aViewerReadsAndDoesNotRegister() {
        assertThatThrownBy(() -> bench.version(people.vera(), model)).isInstanceOf(NotPermittedException.class);
        assertThat(versions.of(people.vera(), model.name())).isEmpty();
        assertThatThrownBy(() -> models.find(people.adam(), model.name())).isInstanceOf(NotPermittedException.class);
    }

    private Outcome<ModelVersion> register(String source) {
        return versions.create(people.dana(), new NewVersion(model.name(), source, null, "", null, null, Map.of()));
    }
}
