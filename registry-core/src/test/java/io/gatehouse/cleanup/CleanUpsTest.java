package io.gatehouse.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.artifacts.ArtifactSweep;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.loggedmodels.LoggedModels;
import io.gatehouse.loggedmodels.NewLoggedModel;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionBench.Candidate;
import io.gatehouse.promotion.TestPredictions;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.Runs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class CleanUpsTest {
    private final CleanUps cleanUps;
    private final Bin bin;
    private final ArtifactStore store;
    private final ArtifactSweep sweep;
    private final StoreReader facts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Experiments experiments;
    private final Runs runs;
    private final LoggedModels loggedModels;
    private final PromotionBench bench;
    private final TestPeople people;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    CleanUpsTest(
            CleanUps cleanUps,
            Bin bin,
            ArtifactStore store,
            ArtifactSweep sweep,
            StoreReader facts,
            AuditTrail audit,
            TransactionTemplate transaction,
            Experiments experiments,
            Runs runs,
            LoggedModels loggedModels,
            PromotionBench bench,
            TestPeople people,
            JdbcClient jdbc,
            Ids ids,
            Clock clock) {
        this.cleanUps = cleanUps;
        this.bin = bin;
        this.store = store;
        this.sweep = sweep;
        this.facts = facts;
        this.audit = audit;
        this.transaction = transaction;
        this.experiments = experiments;
        this.runs = runs;
        this.loggedModels = loggedModels;
        this.bench = bench;
        this.people = people;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Test
    void aDryRunSaysWhatWouldGoAndTakesNothing() throws IOException {
        Run run = run();
        Artifact file = file(run, "a.txt", "twenty bytes of " + run.info().id());
        runs.delete(people.dana(), run.info().id());
        deletedDaysAgo("run", run.info().id(), 31);

        CleanUpPlan plan = cleanUps.plan(people.adam());

        assertThat(owner(plan, run.info().id())).hasValueSatisfying(owner -> {
            assertThat(owner.binned().name()).isEqualTo("final");
            assertThat(owner.binned().deletedAt()).isBefore(clock.instant().minus(Duration.ofDays(30)));
            assertThat(owner.files()).isEqualTo(1);
            assertThat(owner.bytes()).isEqualTo(file.size());
        });
        assertThat(plan.freed()).isGreaterThanOrEqualTo(file.size());
        assertThat(store.find(people.dana(), file.path())).contains(file);
        assertThat(store.localFile(file)).exists();
    }

    @Test
    void whatStaysIsListedWithItsReason() {
        Run lately = run();
        Artifact file = file(lately, "a.txt", "lately " + lately.info().id());
        runs.delete(people.dana(), lately.info().id());

        CleanUpPlan plan = cleanUps.plan(people.adam());

        assertThat(plan.stays()).anySatisfy(stay -> {
            assertThat(stay.binned().id()).isEqualTo(lately.info().id());
            assertThat(stay.why()).isEqualTo(CleanUpPlan.Why.RECENT);
            assertThat(stay.bytes()).isEqualTo(file.size());
        });
        deletedDaysAgo("run", lately.info().id(), 31);
        assertThat(cleanUps.plan(people.adam()).stays())
                .noneMatch(stay -> stay.binned().id().equals(lately.info().id()));
    }

    @Test
    void theStoreSaysWhatItHoldsAndWhenItWasLastCleaned() throws IOException {
        StoreFacts before = cleanUps.store(people.adam());
        Run run = run();
        String text = "twice " + run.info().id();
        Artifact first = file(run, "a.txt", text);
        file(run, "b.txt", text);

        StoreFacts after = cleanUps.store(people.adam());

        assertThat(after.bucket()).isEmpty();
        assertThat(after.paths()).isEqualTo(before.paths() + 2);
        assertThat(after.files()).isEqualTo(before.files() + 1);
        assertThat(after.bytes()).isEqualTo(before.bytes() + first.size());
        Instant began = clock.instant();
        confirmed().orThrow();
        assertThat(cleanUps.store(people.adam()).lastRun())
                .hasValueSatisfying(at -> assertThat(at).isAfterOrEqualTo(began.minusMillis(1)));
        assertThatThrownBy(() -> cleanUps.store(people.dana())).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void whatWasConfirmedGoesAndIsOnRecord() throws IOException {
        Run run = run();
        Artifact file = file(run, "a.txt", "gone " + run.info().id());
        Path blob = store.localFile(file);
        Files.setLastModifiedTime(blob, FileTime.from(Instant.EPOCH));
        runs.delete(people.dana(), run.info().id());
        deletedDaysAgo("run", run.info().id(), 31);

        CleanUps.Done done = confirmed().orThrow();

        assertThat(done.owners()).isPositive();
        assertThat(store.find(people.dana(), file.path())).isEmpty();
        assertThat(blob).doesNotExist();
        assertThat(actions("run/" + run.info().id())).contains("artifacts.discarded");
        assertThat(actions("artifacts")).contains("artifacts.swept");
    }

    @Test
    void bytesThatAnotherPathNeedsStayAndAreNotSaidToBeFreed() throws IOException {
        String text = "shared " + ids.hex32();
        Run gone = run();
        Run stays = run();
        file(gone, "a.txt", text);
        Artifact other = file(stays, "b.txt", text);
        Files.setLastModifiedTime(store.localFile(other), FileTime.from(Instant.EPOCH));
        long before = cleanUps.plan(people.adam()).freed();
        runs.delete(people.dana(), gone.info().id());
        deletedDaysAgo("run", gone.info().id(), 31);

        assertThat(cleanUps.plan(people.adam()).freed()).isEqualTo(before);
        confirmed().orThrow();
        assertThat(store.localFile(other)).exists();
    }

    @Test
    void whatWasDeletedLatelyOrNotAtAllKeepsItsFiles() {
        Run lately = run();
        Run active = run();
        file(lately, "a.txt", "lately");
        file(active, "a.txt", "active");
        runs.delete(people.dana(), lately.info().id());
        deletedDaysAgo("run", lately.info().id(), 29);

        confirmed().orThrow();

        assertThat(files(lately)).hasSize(1);
        assertThat(files(active)).hasSize(1);
    }

    @Test
    void aDeletedExperimentTakesItsRunsAlongAndNoneOfThoseThatWereBroughtBack() {
        Run run = run();
        Run back = run();
        file(run, "a.txt", "x");
        file(back, "a.txt", "x");
        for (Run each : List.of(run, back)) {
            experiments.delete(people.dana(), each.info().experimentId());
            deletedDaysAgo("run", each.info().id(), 40);
        }
        experiments.restore(people.dana(), back.info().experimentId());

        CleanUpPlan plan = cleanUps.plan(people.adam());

        assertThat(owner(plan, run.info().id())).isPresent();
        assertThat(owner(plan, back.info().id())).isEmpty();
    }

    @Test
    void aDeletedLoggedModelLosesItsFiles() {
        Run run = run();
        var model = loggedModels
                .create(
                        people.dana(),
                        new NewLoggedModel(
                                Long.toString(run.info().experimentId()),
                                "m",
                                "",
                                run.info().id(),
                                Map.of(),
                                Map.of()))
                .orThrow();
        ArtifactPath folder = ArtifactPath.ofLocation(model.location()).orElseThrow();
        write(folder.resolve("MLmodel"), "flavors: {}");
        loggedModels.delete(people.dana(), model.id()).orThrow();
        deletedDaysAgo("logged_model", model.id(), 31);

        confirmed().orThrow();

        assertThat(store.inventory(folder)).isEmpty();
        assertThat(actions("logged-model/" + model.id())).contains("artifacts.discarded");
    }

    /** However it came that the run is in the bin. */
    @Test
    void whatAVersionInUseWasRegisteredFromIsNeverTouched() {
        String model = bench.model(people.dana());
        Candidate champion = bench.candidate(people.dana(), model, TestPredictions.good());
        long number = bench.asked(people.dana(), champion);
        bench.approve(people.priya(), number);

        assertKept(champion.run());
    }

    @Test
    void whatAnOpenRequestRestsOnIsNeverTouched() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        bench.asked(people.dana(), candidate);

        assertKept(candidate.run());
    }

    @Test
    void whatADecidedVersionWasRegisteredFromIsNeverTouchedEvenIfTheVersionIsDeleted() {
        Candidate rejected = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), rejected);
        bench.vote(people.priya(), number, io.gatehouse.promotion.PromotionDossier.Choice.REJECT, "Not yet.");
        jdbc.sql("update model_version set deleted_at = current_timestamp where run_id = ?")
                .param(rejected.run().info().id())
                .update();

        assertKept(rejected.run());
    }

    @Test
    void evidenceThatWasJudgedIsNeverTouched() {
        Candidate judged = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        bench.asked(people.dana(), judged);
        List<Artifact> kept = store.inventory(new ArtifactPath(".gatehouse/evidence"));

        confirmed().orThrow();

        assertThat(store.inventory(new ArtifactPath(".gatehouse/evidence"))).containsAll(kept);
        assertThat(kept)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(store.localFile(file)).exists());
    }

    @Test
    void aFolderWithSomethingFrozenInItKeepsEverything() {
        Run run = run();
        file(run, "free/a.txt", "x");
        file(run, "held/b.txt", "y");
        transaction.executeWithoutResult(
                status -> store.freeze(root(run).resolve("held"), "it is version 1 of 'churn'"));

        assertKept(run);
    }

    @Test
    void aFolderWithFilesThatMayBeAnotherRunsKeepsEverything() {
        Run run = run();
        file(run, ids.hex32() + "/artifacts/a.txt", "another's");

        assertKept(run);
    }

    @Test
    void whatWasDeletedOrBroughtBackBetweenLookingAndConfirmingMakesItVoid() {
        Run run = run();
        file(run, "a.txt", "x");
        runs.delete(people.dana(), run.info().id());
        deletedDaysAgo("run", run.info().id(), 31);
        String token = cleanUps.plan(people.adam()).token();

        runs.restore(people.dana(), run.info().id());

        assertThat(refusal(cleanUps.run(people.adam(), token)).sentence().code())
                .isEqualTo("cleanup.changed");
        assertThat(files(run)).hasSize(1);
    }

    @Test
    void aTokenThatIsNoneOrTooOldConfirmsNothing() {
        String old = clock.instant().minus(Duration.ofMinutes(61)).toEpochMilli() + "-" + "0".repeat(64);
        String ahead = clock.instant().plus(Duration.ofMinutes(5)).toEpochMilli() + "-" + "0".repeat(64);

        for (String token : List.of("", "x", old, ahead)) {
            assertThat(refusal(cleanUps.run(people.adam(), token)).kind()).isEqualTo(Refusal.Kind.INVALID);
        }
    }

    @Test
    void bySettingAloneTheScheduleTakesOnlyWhatNothingRefersTo() {
        Run run = run();
        file(run, "a.txt", "scheduled " + run.info().id());
        runs.delete(people.dana(), run.info().id());
        deletedDaysAgo("run", run.info().id(), 31);

        cleanUps.scheduled(people.adam(), false);
        assertThat(files(run)).hasSize(1);

        cleanUps.scheduled(people.adam(), true);
        assertThat(files(run)).isEmpty();
    }

    @Test
    void onlyAnAdministratorLooksAndConfirms() {
        assertThatThrownBy(() -> cleanUps.plan(people.dana())).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> cleanUps.run(people.rita(), "x")).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void aRetentionInWhichNobodyNoticesAMistakeIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new CleanUps(
                        bin, store, sweep, facts, audit, transaction, clock, Duration.ofDays(1), Duration.ofHours(23)))
                .withMessageContaining("gatehouse.artifacts.retention");
    }

    private void assertKept(Run run) {
        List<Artifact> before = files(run);
        String id = run.info().id();
        jdbc.sql("update run set lifecycle = 'deleted' where id = ?").param(id).update();
        deletedDaysAgo("run", id, 400);
        for (Artifact file : before) {
            age(file);
        }

        CleanUpPlan plan = cleanUps.plan(people.adam());
        cleanUps.run(people.adam(), plan.token()).orThrow();

        assertThat(owner(plan, id)).isEmpty();
        assertThat(plan.kept()).isPositive();
        assertThat(plan.stays()).anySatisfy(stay -> {
            assertThat(stay.binned().id()).isEqualTo(id);
            assertThat(stay.why()).isNotEqualTo(CleanUpPlan.Why.RECENT);
        });
        assertThat(before).isNotEmpty();
        assertThat(files(run)).isEqualTo(before);
        assertThat(before).allSatisfy(file -> assertThat(store.localFile(file)).exists());
    }

    private void age(Artifact file) {
        try {
            Files.setLastModifiedTime(store.localFile(file), FileTime.from(Instant.EPOCH));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private Outcome<CleanUps.Done> confirmed() {
        return cleanUps.run(people.adam(), cleanUps.plan(people.adam()).token());
    }

    private Run run() {
        long experiment = experiments.create(people.dana(), "exp " + ids.hex32(), "", List.of());
        return runs.create(
                people.dana(), new Runs.NewRun(experiment, "", Optional.of("final"), OptionalLong.empty(), List.of()));
    }

    private static ArtifactPath root(Run run) {
        return ArtifactPath.ofLocation(run.info().artifactUri()).orElseThrow();
    }

    private List<Artifact> files(Run run) {
        return store.inventory(root(run));
    }

    private Artifact file(Run run, String name, String text) {
        return write(root(run).resolve(name), text);
    }

    private Artifact write(ArtifactPath path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return store.write(people.dana(), path, new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length))
                .orThrow();
    }

    private void deletedDaysAgo(String table, String id, int days) {
        OffsetDateTime then = clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
        jdbc.sql("update " + table + " set deleted_at = ? where id = ?")
                .params(then, id)
                .update();
    }

    private static Optional<CleanUpPlan.Owner> owner(CleanUpPlan plan, String id) {
        return plan.owners().stream()
                .filter(owner -> owner.binned().id().equals(id))
                .findFirst();
    }

    private List<String> actions(String object) {
        return jdbc.sql("select action from audit_event where object = ?")
                .param(object)
                .query((row, index) -> row.getString(1))
                .list();
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }
}
