package io.gatehouse.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.audit.AuditEvent;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.Refusal;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.loggedmodels.LoggedModel;
import io.gatehouse.loggedmodels.LoggedModels;
import io.gatehouse.loggedmodels.NewLoggedModel;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Lifecycle;
import io.gatehouse.tracking.Runs;
import io.gatehouse.tracking.TrackingRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(TestDoor.class)
class HeldOriginsTest {
    private final ModelVersions versions;
    private final LoggedModels loggedModels;
    private final Experiments experiments;
    private final Runs runs;
    private final RegistryBench bench;
    private final TestPeople people;
    private final AuditTrail audit;
    private final long experiment;
    private final String run;
    private final LoggedModel logged;
    private final ModelVersion version;

    HeldOriginsTest(
            ModelVersions versions,
            LoggedModels loggedModels,
            Experiments experiments,
            Runs runs,
            RegistryBench bench,
            TestPeople people,
            AuditTrail audit,
            Ids ids) {
        this.versions = versions;
        this.loggedModels = loggedModels;
        this.experiments = experiments;
        this.runs = runs;
        this.bench = bench;
        this.people = people;
        this.audit = audit;
        this.experiment = experiments.create(people.dana(), "e " + ids.hex32(), "", List.of());
        this.run = run();
        this.logged = loggedModels
                .create(people.dana(), new NewLoggedModel("" + experiment, "m", "", run, Map.of(), Map.of()))
                .orThrow();
        RegisteredModel model = bench.model(people.dana());
        this.version = versions.create(people.dana(), NewVersion.ofLoggedModel(model.name(), logged.id()))
                .orThrow();
    }

    @Test
    void aVersionOfALoggedModelHasItsFilesItsRunAndItsNote() {
        assertThat(version.storageLocation()).isEqualTo(logged.location());
        assertThat(version.runId()).isEqualTo(run);
        assertThat(loggedModels
                        .find(people.dana(), logged.id(), false)
                        .orThrow()
                        .tags())
                .containsEntry("mlflow.modelVersions", "[{\"name\": \"" + version.model() + "\", \"version\": 1}]");
    }

    @Test
    void whatTheChampionCameFromStays() {
        bench.promote(version, null);

        assertThatThrownBy(() -> runs.delete(people.dana(), run))
                .isInstanceOf(TrackingRefusal.class)
                .hasMessageContaining("version 1 of model '" + version.model() + "' came from it and is in use");
        assertThat(lastAction()).isEqualTo("deletion.refused");
        assertThatThrownBy(() -> experiments.delete(people.dana(), experiment)).isInstanceOf(TrackingRefusal.class);
        assertThat(RegistryBench.refusal(loggedModels.delete(people.dana(), logged.id()))
                        .kind())
                .isEqualTo(Refusal.Kind.PROTECTED);
        assertThat(lastAction()).isEqualTo("logged_model.delete_refused");
        assertThat(experiments.get(people.dana(), experiment).lifecycle()).isEqualTo(Lifecycle.ACTIVE);
    }

    @Test
    void whatNobodyUsesCanGo() {
        loggedModels.delete(people.dana(), logged.id()).orThrow();
        runs.delete(people.dana(), run);
        experiments.delete(people.dana(), experiment);

        assertThat(experiments.get(people.dana(), experiment).lifecycle()).isEqualTo(Lifecycle.DELETED);
    }

    @Test
    void aVersionCannotClaimARunThatDoesNotHoldItsFiles() {
        String other = run();
        String source = "mlflow-artifacts:/" + experiment + "/" + run + "/artifacts/model";

        assertThat(RegistryBench.refusal(register(source, other, null))
                        .sentence()
                        .english())
                .contains("does not lie within run " + other);
        assertThat(register(source, run, null).orThrow().runId()).isEqualTo(run);
        assertThat(RegistryBench.refusal(register(source, run, logged.id()))
                        .sentence()
                        .english())
                .contains("does not lie within logged model " + logged.id());
        assertThat(register(logged.location(), run, null).orThrow().storageLocation())
                .isEqualTo(logged.location());
    }

    private io.gatehouse.house.Outcome<ModelVersion> register(
            String source, String runId, @org.jspecify.annotations.Nullable String loggedModelId) {
        return versions.create(
                people.dana(), new NewVersion(version.model(), source, runId, "", null, loggedModelId, Map.of()));
    }

    private String run() {
        Runs.NewRun wanted = new Runs.NewRun(experiment, "", Optional.empty(), OptionalLong.empty(), List.of());
        return runs.create(people.dana(), wanted).info().id();
    }

    private String lastAction() {
        List<AuditEvent> all = audit.after(0, Integer.MAX_VALUE);
        return all.get(all.size() - 1).action();
    }
}
