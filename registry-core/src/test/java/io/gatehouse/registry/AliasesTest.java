package io.gatehouse.registry;

import static io.gatehouse.registry.RegistryBench.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.audit.AuditEvent;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.house.TestPeople;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(TestDoor.class)
class AliasesTest {
    private final Aliases aliases;
    private final RegisteredModels models;
    private final ModelVersions versions;
    private final StageMoves stages;
    private final RegistryBench bench;
    private final TestDoor door;
    private final TestPeople people;
    private final AuditTrail audit;
    private RegisteredModel model;
    private ModelVersion one;
    private ModelVersion two;

    AliasesTest(
            Aliases aliases,
            RegisteredModels models,
            ModelVersions versions,
            StageMoves stages,
            RegistryBench bench,
            TestDoor door,
            TestPeople people,
            AuditTrail audit) {
        this.aliases = aliases;
        this.models = models;
        this.versions = versions;
        this.stages = stages;
        this.bench = bench;
        this.door = door;
        this.people = people;
        this.audit = audit;
        this.model = bench.model(people.dana());
        this.one = bench.version(people.dana(), model);
        this.two = bench.version(people.dana(), model);
    }

    @BeforeEach
    void nobodyHasAsked() {
        door.asked.clear();
    }

    @Test
    void aFreeAliasMovesAtOnce() {
        assertThat(aliases.set(people.dana(), model.name(), "shadow", 1)).isInstanceOf(AliasOutcome.Moved.class);
        assertThat(aliases.set(people.dana(), model.name(), "shadow", 2)).isInstanceOf(AliasOutcome.Moved.class);
        assertThat(aliases.set(people.dana(), model.name(), "shadow", 2)).isInstanceOf(AliasOutcome.AlreadyHeld.class);

        assertThat(aliases.resolve(people.vera(), model.name(), "shadow")
                        .orThrow()
                        .version())
                .isEqualTo(2);
        assertThat(door.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"champion", "Champion", "CHAMPION", "ｃｈａｍｐｉｏｎ"})
    void theProtectedAliasIsRefusedHoweverItIsWritten(String alias) {
        AliasOutcome outcome = aliases.set(people.dana(), model.name(), alias, 1);

        assertThat(outcome).isInstanceOfSatisfying(AliasOutcome.Protected.class, refused -> {
            assertThat(refused.requestNumber()).isEqualTo(42);
            assertThat(refused.path()).isEqualTo("/promotions/PR-42");
            assertThat(refused.sentence().english())
                    .isEqualTo("Alias 'champion' of model '" + model.name()
                            + "' is protected: it moves only when a promotion request is approved."
                            + " Promotion request PR-42 was opened.");
        });
        assertThat(door.asked).containsExactly("dana " + model.name() + " 1 champion");
        assertThat(refusal(aliases.resolve(people.dana(), model.name(), "champion"))
                        .kind())
                .isEqualTo(Refusal.Kind.INVALID);
    }

    @Test
    void theRefusalIsOnRecord() {
        aliases.set(people.dana(), model.name(), "champion", 1);

        AuditEvent last = lastEvent();
        assertThat(last.action()).isEqualTo("alias.refused");
        assertThat(last.object()).isEqualTo("model/" + model.name() + "/alias/champion");
        assertThat(last.canonical()).contains("\"request\":42", "\"version\":1");
    }

    @Test
    void settingTheProtectedAliasToItsHolderChangesNothing() {
        bench.promote(one, null);

        assertThat(aliases.set(people.dana(), model.name(), "champion", 1))
                .isInstanceOf(AliasOutcome.AlreadyHeld.class);
        assertThat(door.asked).isEmpty();
    }

    @Test
    void theProductionStageIsTheProtectedAliasByAnotherName() {
        assertThat(stages.move(people.dana(), model.name(), 1, "production", true))
                .isInstanceOf(StageMoves.Result.Protected.class);
        bench.promote(one, null);

        assertThat(versions.find(people.dana(), model.name(), 1).orThrow().stage())
                .isEqualTo("Production");
        assertThat(stages.move(people.dana(), model.name(), 1, "Archived", false))
                .isInstanceOf(StageMoves.Result.Refused.class);
        bench.promote(two, 1);
        assertThat(versions.find(people.dana(), model.name(), 1).orThrow().stage())
                .isEqualTo("Archived");
        assertThat(models.latest(people.dana(), model.name(), List.of("Production"))
                        .orThrow())
                .extracting(ModelVersion::version)
                .containsExactly(2);
    }

    @Test
    void unknownThingsAreNamed() {
        assertThat(aliases.set(people.dana(), "nobody", "x", 1))
                .isInstanceOfSatisfying(
                        AliasOutcome.UnknownVersion.class,
                        unknown -> assertThat(unknown.sentence().english())
                                .isEqualTo("Model Version (name=nobody, version=1) not found"));
        assertThat(aliases.set(people.dana(), model.name(), "x", 9))
                .isInstanceOfSatisfying(
                        AliasOutcome.UnknownVersion.class,
                        unknown -> assertThat(unknown.sentence().english())
                                .isEqualTo("Model Version (name=" + model.name() + ", version=9) not found"));
        assertThat(aliases.set(people.vera(), model.name(), "x", 1)).isInstanceOf(AliasOutcome.NotPermitted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "latest", "LATEST", "Latest", "v1", "V22", "a.b", "ｖ1"})
    void whatCannotBeAnAliasIsNone(String alias) {
        assertThat(aliases.set(people.dana(), model.name(), alias, 1)).isInstanceOf(AliasOutcome.InvalidName.class);
    }

    @Test
    void whileTheAliasIsHeldItsVersionItsModelAndItsNameStay() {
        bench.promote(one, null);

        assertThat(refusal(aliases.delete(people.dana(), model.name(), "Champion"))
                        .kind())
                .isEqualTo(Refusal.Kind.PROTECTED);
        assertThat(lastEvent().action()).isEqualTo("alias.delete_refused");
        assertThat(refusal(versions.delete(people.dana(), model.name(), 1))
                        .sentence()
                        .english())
                .contains("cannot be deleted: it is in use as 'champion'");
        assertThat(lastEvent().action()).isEqualTo("version.delete_refused");
        assertThat(refusal(models.delete(people.dana(), model.name())).kind()).isEqualTo(Refusal.Kind.PROTECTED);
        assertThat(refusal(models.rename(people.dana(), model.name(), model.name() + " 2"))
                        .kind())
                .isEqualTo(Refusal.Kind.PROTECTED);
        assertThat(lastEvent().canonical()).contains("\"refused\":\"renamed\"");
        assertThat(refusal(models.setTag(people.dana(), model.name(), "mlflow.prompt.is_prompt", "true"))
                        .kind())
                .isEqualTo(Refusal.Kind.PROTECTED);
        assertThat(versions.delete(people.dana(), model.name(), 2)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aTenureEndsAtTheMomentThatTheNextBegins() {
        bench.promote(one, null);
        bench.promote(two, 1);

        List<AliasTenure> history = aliases.history(people.vera(), model.name(), "Champion");
        assertThat(history).extracting(AliasTenure::version).containsExactly(2, 1);
        assertThat(history.get(0).to()).isNull();
        assertThat(history.get(1).to()).isEqualTo(history.get(0).from());
        assertThat(aliases.holderAt(
                        people.vera(), model.name(), "champion", history.get(0).from()))
                .map(AliasTenure::version)
                .contains(2);
        assertThat(aliases.holderAt(people.vera(), model.name(), "champion", Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void anExecutionThatWasJudgedAgainstAnotherChampionMovesNothing() {
        bench.promote(one, null);

        assertThat(bench.promote(two, null)).isEqualTo(new PromotionExecution.Result.HolderChanged(1));
        assertThat(bench.promote(two, 2)).isEqualTo(new PromotionExecution.Result.HolderChanged(1));
        assertThat(aliases.resolve(people.dana(), model.name(), "champion")
                        .orThrow()
                        .version())
                .isEqualTo(1);
        assertThat(aliases.history(people.dana(), model.name(), "champion")).hasSize(1);
    }

    @Test
    void anExecutionForADeletedVersionMovesNothing() {
        versions.delete(people.dana(), model.name(), 2);

        assertThat(bench.promote(two, null)).isInstanceOf(PromotionExecution.Result.VersionGone.class);
    }

    @Test
    void movingTheProtectedAliasOutsideATransactionIsABug() {
        assertThatThrownBy(() ->
                        aliases.moveProtected(new PromotionExecution(java.util.UUID.randomUUID(), model.id(), 1, null)))
                .isInstanceOf(org.springframework.transaction.IllegalTransactionStateException.class);
    }

    @Test
    void theNewestVersionIsCalledLatest() {
        assertThat(aliases.resolve(people.dana(), model.name(), "Latest")
                        .orThrow()
                        .version())
                .isEqualTo(2);
        assertThat(models.find(people.dana(), model.name()).orThrow().aliases()).isEqualTo(Map.of());
    }

    private AuditEvent lastEvent() {
        List<AuditEvent> all = audit.after(0, Integer.MAX_VALUE);
        return all.get(all.size() - 1);
    }
}
