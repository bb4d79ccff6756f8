package io.gatehouse.portal.ui.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.samples.SampleRuns;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.RunLog;
import io.gatehouse.tracking.RunPages;
import io.gatehouse.tracking.RunRow;
import io.gatehouse.tracking.Runs;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("dana")
class ExperimentViewsTest extends ScreenTest {
    private final String name = "churn " + UUID.randomUUID();
    private final long experiment;
    private final RunPages pages;
    private final TestPeople people;

    ExperimentViewsTest(
            TestPeople people, Runs runs, RunLog log, Experiments experiments, HouseClock clock, RunPages pages) {
        super(people);
        this.people = people;
        this.pages = pages;
        this.experiment = new SampleRuns(runs, log, experiments, clock, people.dana()).logAll(name);
    }

    @Test
    void theExperimentIsListed() {
        open("experiments");
        assertThat($view(Anchor.class).all().stream().map(Anchor::getText)).contains(name);
    }

    @Test
    void nestedRunsLieUnderTheirParent() {
        open("experiments/" + experiment);
        assertThat(words()).contains("2 runs, and 12 more nested in them.");
        assertThat(columns()).contains("val_auc", "test_auc", "learning_rate", "max_depth");
    }

    @Test
    void aFilterFindsNestedRunsToo() {
        open("experiments/" + experiment);
        test($view(TextField.class).single()).setValue("metrics.val_auc > 0.885");
        assertThat(grid().getDataProvider()
                        .size(new com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery<>(null, null)))
                .isEqualTo(3);
    }

    @Test
    void aWrongFilterIsExplainedAtItsField() {
        open("experiments/" + experiment);
        TextField filter = $view(TextField.class).single();
        test(filter).setValue("val_auc is good");
        assertThat(filter.isInvalid()).isTrue();
        assertThat(filter.getErrorMessage()).isNotBlank();
    }

    @Test
    void aFilterThatFindsNothingNamesItself() {
        open("experiments/" + experiment);
        test($view(TextField.class).single()).setValue("metrics.val_auc > 2");
        assertThat(words()).contains("No run matches metrics.val_auc > 2.");
    }

    @Test
    void theAddressKeepsFilterColumnsAndOrder() {
        open("experiments/" + experiment
                + "?q=metrics.val_auc%20%3E%200.885&col=metrics.val_auc&col=params.max_depth&sort=start_time%20ASC");
        assertThat($view(TextField.class).single().getValue()).isEqualTo("metrics.val_auc > 0.885");
        assertThat(columns()).contains("val_auc", "max_depth").doesNotContain("test_auc", "learning_rate");
        assertThat(grid().getSortOrder()).hasSize(1);
    }

    @Test
    void aFilterGoesIntoTheAddressAndTheWayBackTakesItOut() {
        open("experiments/" + experiment);
        test($view(TextField.class).single()).setValue("metrics.val_auc > 0.885");
        assertThat(com.vaadin
                        .flow
                        .component
                        .UI
                        .getCurrent()
                        .getInternals()
                        .getActiveViewLocation()
                        .getPathWithQueryParameters())
                .isEqualTo("experiments/" + experiment + "?q=metrics.val_auc%20%3E%200.885");

        open("experiments/" + experiment);
        assertThat($view(TextField.class).single().getValue()).isEmpty();
    }

    @Test
    void aRunShowsWhatItLoggedAndWhereItIsNested() {
        RunRow parent =
                topRuns().stream().filter(run -> run.children() > 0).findFirst().orElseThrow();
        RunRow child =
                pages.children(people.dana(), parent.id(), List.of(), 0, 1).getFirst();
        open("runs/" + child.id());
        assertThat(heading()).isEqualTo(child.name());
        assertThat(words())
                .contains("xgb-grid-search-2024-03", "val_auc", "early_stopping_rounds", "No file was logged.");
    }

    @Test
    void experimentsAndRunsThatAreNotThereAreNamed() {
        open("experiments/none");
        assertThat(words()).contains("There is no experiment none.");
        open("runs/none");
        assertThat(words()).contains("There is no run none.");
    }

    private List<RunRow> topRuns() {
        return pages.page(people.dana(), new RunPages.Lines(experiment, "", List.of()), 0, 10);
    }

    private List<String> columns() {
        return grid().getColumns().stream()
                .map(column -> column.getHeaderText())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private TreeGrid<RunRow> grid() {
        return $view(TreeGrid.class).single();
    }
}
