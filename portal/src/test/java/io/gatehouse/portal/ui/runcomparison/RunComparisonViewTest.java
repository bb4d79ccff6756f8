package io.gatehouse.portal.ui.runcomparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.treegrid.TreeGrid;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.samples.SampleRuns;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.components.Chart;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.RunLog;
import io.gatehouse.tracking.RunPages;
import io.gatehouse.tracking.RunRow;
import io.gatehouse.tracking.Runs;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("dana")
class RunComparisonViewTest extends ScreenTest {
    private final long experiment;
    private final List<RunRow> children;
    private final RunPages pages;
    private final RunLog log;
    private final TestPeople people;

    RunComparisonViewTest(
            TestPeople people, Runs runs, RunLog log, Experiments experiments, HouseClock clock, RunPages pages) {
        super(people);
        this.people = people;
        this.pages = pages;
        this.log = log;
        this.experiment =
                new SampleRuns(runs, log, experiments, clock, people.dana()).logAll("churn " + UUID.randomUUID());
        this.children = top().stream()
                .filter(run -> run.children() > 0)
                .flatMap(
                        run -> pages
                                .children(
                                        people.dana(),
                                        run.id(),
                                        List.of("start_time ASC"),
                                        RunPages.Columns.NONE,
                                        0,
                                        12)
                                .stream())
                .toList();
    }

    @Test
    void onlyWhatDiffersIsShownUntilAllIsAskedFor() {
        open(three());
        assertThat(heading()).isEqualTo("3 runs side by side");
        assertThat(words()).contains("They differ in 2 of 7 parameters and in 5 of 5 metrics.");
        assertThat(rows()).contains("max_depthParameter", "val_aucMetric").doesNotContain("n_estimatorsParameter");

        test(checkbox("Show only")).click();

        assertThat(address()).contains("all=1");
        assertThat(rows()).contains("n_estimatorsParameter");
    }

    @Test
    void metricsSayHowFarTheyAreFromTheBaseline() {
        open(three());
        assertThat(words()).contains("0.8719", "+0.0022");

        test(link("Compare with " + children.get(1).name())).click();

        assertThat(address()).startsWith("compare/runs?r=" + children.get(1).id());
        assertThat(words()).contains("−0.0022");
    }

    @Test
    void theRunsCanBeTheRows() {
        open(three());
        test(checkbox("Runs as rows")).click();
        assertThat(address()).contains("turned=1");
        assertThat(rows())
                .contains(
                        children.get(0).name() + " · baseline", children.get(1).name());
        assertThat(titles()).contains("metrics.val_auc", "params.max_depth");
    }

    @Test
    void linesAreChosen() {
        open(three() + "&line=metrics.val_f1");
        assertThat(rows()).containsExactly("val_f1Metric");
    }

    @Test
    void theAddressKeepsThePairThatIsSetAgainstEachOther() {
        open(three());
        test(box("Horizontal axis")).selectItem("metrics.val_f1");
        assertThat(address()).contains("x=metrics.val_f1&y=metrics.val_auc");
        assertThat(pictures()).contains("3 runs, metrics.val_auc over metrics.val_f1.");
    }

    @Test
    void aCurveIsDrawnForEachRunThatLoggedTheMetricMoreThanOnce() {
        for (int step = 0; step < 4; step++) {
            log.logMetric(people.dana(), children.get(0).id(), new Metric("loss", 1.0 / (step + 1), 1, step));
        }
        open(three());
        assertThat(pictures()).contains("loss over the steps of training; runs drawn: 1.");
        open(Places.run(children.get(0).id()));
        assertThat(pictures()).contains("loss over the steps of training; runs drawn: 1.");
        open(Places.run(children.get(1).id()));
        assertThat(pictures()).isEmpty();
    }

    @Test
    void runsArePickedAcrossFiltersAndExperiments() {
        open("experiments/" + experiment + "?q=metrics.val_auc%20%3E%200.885");
        grid().asMultiSelect().select(matching("metrics.val_auc > 0.885").getLast());
        assertThat(words()).contains("One run picked.");
        open("experiments/" + experiment);
        grid().asMultiSelect().select(top().getFirst());

        assertThat(words()).contains("2 runs picked");
        assertThat(link("Compare 2 runs").getHref())
                .contains(
                        matching("metrics.val_auc > 0.885").getLast().id(),
                        top().getFirst().id());

        test($view(Button.class).withText("Clear the selection").single()).click();
        assertThat(words()).doesNotContain("2 runs picked");
        assertThat(grid().asMultiSelect().getSelectedItems()).isEmpty();
    }

    @Test
    void aSearchIsComparedWithOneClick() {
        RunRow parent =
                top().stream().filter(run -> run.children() > 0).findFirst().orElseThrow();
        open(Places.run(parent.id()));
        test(link("Compare these 12 runs")).click();
        assertThat(heading()).isEqualTo("12 runs side by side");
        assertThat(pictures()).anyMatch(finding -> finding.startsWith("12 runs across the axes params."));
    }

    @Test
    void anAddressWithoutRunsOrWithUnknownOnesNamesTheWayOut() {
        open("compare/runs");
        assertThat(words()).contains("No run is chosen.", "Open an experiment");
        open("compare/runs?r=" + "0".repeat(32));
        assertThat(words()).contains("None of these runs is there any more.");
        open(three() + "&r=" + "0".repeat(32));
        assertThat(words()).contains("Runs of this address that are not there any more: 1.");
    }

    private String three() {
        return Places.compareRuns(
                children.subList(0, 3).stream().map(RunRow::id).toList());
    }

    private List<RunRow> top() {
        return pages.page(people.dana(), new RunPages.Lines(experiment, "", List.of()), RunPages.Columns.NONE, 0, 10);
    }

    private List<RunRow> matching(String filter) {
        return pages.page(
                people.dana(), new RunPages.Lines(experiment, filter, List.of()), RunPages.Columns.NONE, 0, 10);
    }

    private List<String> rows() {
        return $view(NativeTableHeaderCell.class).all().stream()
                .filter(cell -> "row".equals(cell.getElement().getAttribute("scope")))
                .filter(cell -> cell.getElement()
                        .getParent()
                        .getParent()
                        .getParent()
                        .getParent()
                        .getClassList()
                        .contains("gh-compare"))
                .map(cell -> cell.getElement().getTextRecursively())
                .toList();
    }

    private List<String> titles() {
        return $view(NativeTableHeaderCell.class).all().stream()
                .filter(cell -> "col".equals(cell.getElement().getAttribute("scope")))
                .map(cell -> cell.getElement().getTextRecursively())
                .toList();
    }

    private List<String> pictures() {
        return $view(Chart.class).all().stream()
                .map(chart -> chart.getElement().getAttribute("aria-label"))
                .toList();
    }

    private Checkbox checkbox(String beginning) {
        return $view(Checkbox.class).all().stream()
                .filter(box -> box.getLabel().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private Anchor link(String words) {
        return $view(Anchor.class).all().stream()
                .filter(link -> link.getText().equals(words)
                        || words.equals(link.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> box(String label) {
        return $view(ComboBox.class).all().stream()
                .filter(box -> label.equals(box.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private TreeGrid<RunRow> grid() {
        return $view(TreeGrid.class).single();
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }
}
