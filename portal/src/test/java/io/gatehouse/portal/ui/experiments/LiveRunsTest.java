package io.gatehouse.portal.ui.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.components.LiveLine;
import io.gatehouse.tracking.Batch;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.Param;
import io.gatehouse.tracking.RunLog;
import io.gatehouse.tracking.RunRow;
import io.gatehouse.tracking.RunStatus;
import io.gatehouse.tracking.Runs;
import io.gatehouse.tracking.Tag;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("dana")
class LiveRunsTest extends ScreenTest {
    private final TestPeople people;
    private final Runs runs;
    private final RunLog log;
    private final HouseClock clock;
    private final long experiment;

    LiveRunsTest(TestPeople people, Runs runs, RunLog log, Experiments experiments, HouseClock clock) {
        super(people);
        this.people = people;
        this.runs = runs;
        this.log = log;
        this.clock = clock;
        this.experiment = experiments.create(people.dana(), "live " + UUID.randomUUID(), "", List.of());
    }

    @Test
    void aRunningRunMovesInItsRow() {
        String run = start("blue fox");
        log.logMetric(people.dana(), run, new Metric("auc", 0.5, 1, 0));
        open("experiments/" + experiment);
        assertThat(words()).contains("One run is training.");
        assertThat(rows()).extracting(RunRow::name).containsExactly("blue fox");

        log.logMetric(people.dana(), run, new Metric("auc", 0.75, 2, 1));
        finish(run);
        live().look();

        assertThat(words()).contains("No run is training.", "blue fox: Finished.");
    }

    @Test
    void aNewRunWaitsToBeAskedFor() {
        start("blue fox");
        open("experiments/" + experiment);
        start("red owl");
        live().look();
        assertThat(words()).contains("2 runs are training.");
        assertThat(rows()).hasSize(1);

        test($view(Button.class).withText("Show one new run").single()).click();

        assertThat(rows()).hasSize(2);
        assertThat($view(Button.class).all())
                .noneMatch(button -> button.getText().contains("new run"));
    }

    @Test
    void aFilterThatCannotBeReadLeavesNewRunsOfferedAndThePageFollowing() {
        start("blue fox");
        open("experiments/" + experiment);
        start("red owl");
        live().look();

        test($view(TextField.class)
                        .withPropertyValue(TextField::getLabel, "Filter")
                        .single())
                .setValue("metrics.auc >> 3 foo");
        assertThat($view(Button.class).withText("Show one new run").all()).hasSize(1);
        start("grey cat");
        live().look();
        assertThat(words()).contains("3 runs are training.");
        test($view(Button.class).withText("Show 2 new runs").single()).click();

        assertThat(rows()).hasSize(3);
    }

    @Test
    void aPageThatBeginsWithAFilterThatCannotBeReadFollowsAllTheSame() {
        start("blue fox");
        open("experiments/" + experiment + "?q=metrics.auc+%3E%3E+3");
        start("red owl");
        live().look();
        assertThat(words()).contains("2 runs are training.");
        assertThat($view(Button.class).all())
                .noneMatch(button -> button.getText().contains("new run"));
    }

    @Test
    void whatTheFilterOfTheTableFindsNewIsOfferedAndNothingElse() {
        start("blue fox");
        open("experiments/" + experiment);
        test($view(TextField.class)
                        .withPropertyValue(TextField::getLabel, "Filter")
                        .single())
                .setValue("run_name = 'red owl'");
        start("grey cat");
        live().look();
        assertThat($view(Button.class).all())
                .noneMatch(button -> button.getText().contains("new run"));
        start("red owl");
        live().look();
        test($view(Button.class).withText("Show one new run").single()).click();

        assertThat(rows()).extracting(RunRow::name).containsExactly("red owl");
    }

    @Test
    void theFirstRunOfAnExperimentAppears() {
        open("experiments/" + experiment);
        assertThat(words()).contains("This experiment has no run.");
        start("blue fox");
        live().look();
        assertThat(rows()).hasSize(1);
        assertThat(words()).doesNotContain("This experiment has no run.");
    }

    @Test
    void thePageOfARunFollowsItUntilItEnds() {
        String run = start("blue fox");
        open("runs/" + run);
        assertThat(words()).contains("This run is training.", "No metric was logged.");

        log.logMetric(people.dana(), run, new Metric("loss", 0.5, 1, 0));
        log.logMetric(people.dana(), run, new Metric("loss", 0.25, 2, 1));
        live().look();
        assertThat(words()).contains("0.25", "How a metric went");

        finish(run);
        live().look();
        assertThat(words()).contains("blue fox: Finished.").doesNotContain("This run is training.");
        open("runs/" + run);
        assertThat($view(LiveLine.class).all()).isEmpty();
    }

    @Test
    void oneOfAThousandMetricsIsFoundByItsName() {
        String run = start("blue fox");
        log.log(
                people.dana(),
                run,
                new Batch(
                        IntStream.range(0, 999)
                                .mapToObj(i -> new Metric("metric_%03d".formatted(i), i, 1, 0))
                                .toList(),
                        List.of(new Param("depth", "3")),
                        List.of()));
        open("runs/" + run);
        assertThat(words()).contains("100 of 999 are shown.").doesNotContain("metric_777");

        test($view(TextField.class).all().getFirst()).setValue("_777");

        assertThat(words()).contains("metric_777").doesNotContain("metric_001");
    }

    private String start(String name) {
        return runs.create(
                        people.dana(),
                        new Runs.NewRun(
                                experiment,
                                "",
                                Optional.of(name),
                                OptionalLong.of(clock.millis()),
                                List.of(new Tag("team", "churn"))))
                .info()
                .id();
    }

    private void finish(String run) {
        runs.update(
                people.dana(),
                run,
                new Runs.Change(Optional.of(RunStatus.FINISHED), OptionalLong.of(clock.millis()), Optional.empty()));
    }

    private TextField filter() {
        return $view(TextField.class).all().stream()
                .filter(field -> field.getLabel().equals("Filter"))
                .findFirst()
                .orElseThrow();
    }

    private LiveLine live() {
        return $view(LiveLine.class).single();
    }

    /** As a browser asks for them. */
    @SuppressWarnings("unchecked")
    private List<RunRow> rows() {
        TreeGrid<RunRow> grid = $view(TreeGrid.class).single();
        return grid.getDataProvider()
                .fetchChildren(new HierarchicalQuery<>(0, 50, List.of(), null, null, null))
                .toList();
    }
}
