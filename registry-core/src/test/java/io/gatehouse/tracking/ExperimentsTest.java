package io.gatehouse.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.audit.AuditEvent;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(ExperimentsTest.Objector.class)
class ExperimentsTest {
    private final Experiments experiments;
    private final ExperimentSearch search;
    private final Runs runs;
    private final AuditTrail audit;
    private final TestRuns some;
    private final TestPeople people;
    private final Objector objector;

    ExperimentsTest(
            Experiments experiments,
            ExperimentSearch search,
            Runs runs,
            AuditTrail audit,
            TestRuns some,
            TestPeople people,
            Objector objector) {
        this.experiments = experiments;
        this.search = search;
        this.runs = runs;
        this.audit = audit;
        this.some = some;
        this.people = people;
        this.objector = objector;
    }

    @TestComponent
    static class Objector implements DeletionGuard {
        private static final Sentence OBJECTION =
                Sentences.say("permission.denied", "person", "Nobody", "action", "delete this", "roles", "none");
        private final Set<String> kept = new HashSet<>();

        @Override
        public Optional<Sentence> objectionToRun(String runId) {
            return kept.contains(runId) ? Optional.of(OBJECTION) : Optional.empty();
        }

        @Override
        public Optional<Sentence> objectionToExperiment(long experimentId) {
            return kept.contains(String.valueOf(experimentId)) ? Optional.of(OBJECTION) : Optional.empty();
        }
    }

    @Test
    void theDefaultExperimentIsThereFromTheStart() {
        assertThat(experiments.get(people.dana(), 0).name()).isEqualTo("Default");
    }

    @Test
    void deletingAnExperimentTakesItsRunsAndRestoringBringsThemBack() {
        long id = some.experiment(people.dana());
        String run = some.run(people.dana(), id, 1);

        experiments.delete(people.dana(), id);
        assertThat(runs.get(people.dana(), run).info().lifecycle()).isEqualTo(Lifecycle.DELETED);
        assertThatThrownBy(() -> experiments.delete(people.dana(), id))
                .hasMessageContaining("No Experiment with id=" + id + " exists");
        assertThatThrownBy(() -> some.run(people.dana(), id, 1)).hasMessageContaining("must be in the 'active' state");

        experiments.restore(people.dana(), id);
        assertThat(runs.get(people.dana(), run).info().lifecycle()).isEqualTo(Lifecycle.ACTIVE);
    }

    @Test
    void whatSomethingInUseRestsOnIsNotDeletedAndTheAttemptIsOnRecord() {
        long id = some.experiment(people.dana());
        String run = some.run(people.dana(), id, 1);
        objector.kept.addAll(List.of(run, String.valueOf(id)));
        long before = audit.appendAlone(people.dana(), "probe", "x", Map.of()).seq();

        assertThatThrownBy(() -> runs.delete(people.dana(), run))
                .isInstanceOfSatisfying(
                        TrackingRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(TrackingRefusal.Reason.PROTECTED));
        assertThatThrownBy(() -> experiments.delete(people.dana(), id)).isInstanceOf(TrackingRefusal.class);

        assertThat(runs.get(people.dana(), run).info().lifecycle()).isEqualTo(Lifecycle.ACTIVE);
        assertThat(experiments.get(people.dana(), id).lifecycle()).isEqualTo(Lifecycle.ACTIVE);
        assertThat(audit.after(before, 10))
                .extracting(AuditEvent::action, AuditEvent::object)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("deletion.refused", "run/" + run),
                        org.assertj.core.groups.Tuple.tuple("deletion.refused", "experiment/" + id));
    }

    @Test
    void aDeletionIsOnRecordWithWhoDidIt() {
        String run = some.run(people.dana());
        Actor dmitri = people.dmitri();
        long before = audit.appendAlone(people.dana(), "probe", "x", Map.of()).seq();

        runs.delete(dmitri, run);
        runs.delete(dmitri, run);

        assertThat(audit.after(before, 10)).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("run.deleted");
            assertThat(event.personId()).isEqualTo(people.dmitri().person().id());
        });
    }

    @Test
    void aNameIsTakenEvenByADeletedExperiment() {
        String name = "taken " + UUID.randomUUID();
        experiments.delete(people.dana(), experiments.create(people.dana(), name, "", List.of()));
        long other = some.experiment(people.dana());

        assertThatThrownBy(() -> experiments.create(people.dana(), name, "", List.of()))
                .hasMessageContaining("Experiment(name=" + name + ") already exists");
        assertThatThrownBy(() -> experiments.rename(people.dana(), other, name)).hasMessageContaining("already exists");
    }

    @Test
    void anExperimentIsFoundInAnyLanguageWhateverTheCase() {
        String family = UUID.randomUUID().toString();
        long danish = experiments.create(people.dana(), family + "/Århus ÉTÉ", "", List.of());

        assertThat(found("name ILIKE '" + family + "/ÅRHUS été'")).containsExactly(danish);
        assertThat(found("name LIKE '" + family + "/ÅRHUS été'")).isEmpty();
    }

    @Test
    void experimentsAreFoundByNameTagAndTimeNewestFirst() {
        String family = UUID.randomUUID().toString();
        long first = experiments.create(people.dana(), family + "/A", "", List.of(new Tag("family", family)));
        long second = experiments.create(people.dana(), family + "/b", "", List.of());

        assertThat(found("name LIKE '" + family + "%'")).containsExactly(second, first);
        assertThat(found("name LIKE '" + family + "%'", "name ASC")).containsExactly(first, second);
        assertThat(found("name ILIKE '" + family + "/B'")).containsExactly(second);
        assertThat(found("tags.family = '" + family + "'")).containsExactly(first);
        assertThat(found("tags.family IS NULL AND name LIKE '" + family + "%'")).containsExactly(second);
        long madeAt = experiments.get(people.dana(), first).createdAt().toEpochMilli();
        assertThat(found("tags.family = '" + family + "' AND creation_time = " + madeAt))
                .containsExactly(first);
        assertThat(found("tags.family = '" + family + "' AND creation_time > " + madeAt))
                .isEmpty();
        assertThatThrownBy(() -> found("", "tags.family")).hasMessageContaining("order_by");
    }

    private List<Long> found(String filter, String... order) {
        return search
                .find(
                        people.dana(),
                        new ExperimentSearch.Query(
                                filter, List.of(order), LifecycleView.ACTIVE_ONLY, 100, Optional.empty()))
                .items()
                .stream()
                .map(Experiment::id)
                .toList();
    }
}
