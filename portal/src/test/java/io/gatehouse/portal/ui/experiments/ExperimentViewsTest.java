package io.gatehouse.portal.ui.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.loggedmodels.LoggedModel;
import io.gatehouse.loggedmodels.LoggedModels;
import io.gatehouse.loggedmodels.NewLoggedModel;
import io.gatehouse.portal.samples.SampleRuns;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Lifecycle;
import io.gatehouse.tracking.RunLog;
import io.gatehouse.tracking.RunPages;
import io.gatehouse.tracking.RunRow;
import io.gatehouse.tracking.Runs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("dana")
class ExperimentViewsTest extends ScreenTest {
    private final String name = "churn " + UUID.randomUUID();
    private final long experiment;
    private final RunPages pages;
    private final Runs runs;
    private final Experiments experiments;
    private final TestPeople people;

    private final LoggedModels models;
    private final ArtifactStore artifacts;

    ExperimentViewsTest(
            TestPeople people,
            Runs runs,
            RunLog log,
            Experiments experiments,
            HouseClock clock,
            RunPages pages,
            LoggedModels models,
            ArtifactStore artifacts) {
        super(people);
        this.models = models;
        this.artifacts = artifacts;
        this.people = people;
        this.pages = pages;
        this.runs = runs;
        this.experiments = experiments;
        this.experiment = new SampleRuns(runs, log, experiments, clock, people.dana()).logAll(name);
    }

    @Test
    void anExperimentInTheListLeadsToItsRuns() {
        open("experiments?find=" + name.replace(' ', '+'));
        assertThat($view(Anchor.class).all().stream()
                        .filter(link -> link.getText().equals(name)))
                .singleElement()
                .extracting(Anchor::getHref)
                .isEqualTo("experiments/" + experiment);
    }

    @Test
    void anExperimentIsFoundByItsNameWithItsRunsCountedAndTheDayOfItsLatest() {
        open("experiments?find=" + name.replace(' ', '+'));
        Table table = $view(Table.class).single();
        assertThat(table.rows()).isEqualTo(1);
        assertThat(table.getElement().getTextRecursively()).contains(name, "Dana Ortiz", "2");
        assertThat(words()).contains("ago");
    }

    @Test
    void aNameThatNoExperimentHasSaysSoAndLeadsBackToAll() {
        open("experiments?find=no-such-experiment");
        assertThat(words()).contains("Nothing fits");
        test($view(Button.class).withText("Show all").single()).click();
        assertThat($view(Table.class).single().rows()).isPositive();
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
        test(filter()).setValue("metrics.val_auc > 0.885");
        assertThat(grid().getDataProvider()
                        .size(new com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery<>(null, null)))
                .isEqualTo(3);
        assertThat(words())
                .contains("3 of 14 runs match the filter, nested ones counted too.")
                .doesNotContain("2 runs, and 12 more");
        assertThat(save().isEnabled()).isTrue();
        test(filter()).setValue("");
        assertThat(words()).contains("2 runs, and 12 more nested in them.");
        assertThat(save().isEnabled()).isFalse();
    }

    @Test
    void aWrongFilterIsExplainedAtItsField() {
        open("experiments/" + experiment);
        TextField filter = filter();
        test(filter).setValue("val_auc is good");
        assertThat(filter.isInvalid()).isTrue();
        assertThat(filter.getErrorMessage())
                .isEqualTo("From character 12 on it cannot be read: “good”. Did you mean metrics.val_auc?");
        assertThat(save().isEnabled()).isFalse();
    }

    @Test
    void aWrongFilterLeavesTheTableAndWhatIsSaidOfIt() {
        open("experiments/" + experiment);
        test(filter()).setValue("metrics.val_auc > 0.885");
        test(filter()).setValue("metrics.val_auc >> 3 foo");
        assertThat(filter().isInvalid()).isTrue();
        assertThat(words()).contains("3 of 14 runs match the filter").doesNotContain("2 runs, and 12 more");
    }

    @Test
    void nestedRunsStandAtTheTopWhileTheirParentIsDeleted() {
        RunRow search = parent();
        runs.delete(people.dana(), search.id());
        open("experiments/" + experiment);
        assertThat(words()).contains("13 runs, none nested.");
        assertThat(grid().getDataProvider()
                        .size(new com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery<>(null, null)))
                .isEqualTo(13);
    }

    @Test
    void deletedRunsAreFoundByTheirStateAndBroughtBackFromTheirPage() {
        RunRow search = parent();
        open("runs/" + search.id());
        test($view(Button.class).withText("Delete…").single()).click();
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(words()).contains("Deleted on").contains("Its files are kept until");
        assertThat($view(Button.class).withText("Delete…").all()).isEmpty();

        open("experiments/" + experiment + "?state=deleted");
        assertThat(words()).contains("Deleted runs: 1.");

        open("runs/" + search.id());
        test($view(Button.class).withText("Restore").single()).click();
        assertThat(words()).doesNotContain("Deleted on");
        assertThat($view(Button.class).withText("Delete…").all()).hasSize(1);
        assertThat(runs.get(people.dana(), search.id()).info().lifecycle()).isEqualTo(Lifecycle.ACTIVE);

        open("experiments/" + experiment + "?state=deleted");
        assertThat(words()).contains("No run of this experiment is in the bin.");
    }

    @Test
    @WithMockUser("vera")
    void whoeverMayNotWriteNeitherDeletesNorRestores() {
        RunRow search = parent();
        open("runs/" + search.id());
        assertThat($view(Button.class).withText("Delete…").all()).isEmpty();
        runs.delete(people.dana(), search.id());
        open("runs/" + search.id());
        assertThat(words()).contains("Deleted on");
        assertThat($view(Button.class).withText("Restore").all()).isEmpty();
    }

    @Test
    void aDeletedExperimentSaysSoAndComesBackWithItsRuns() {
        open("experiments/" + experiment);
        test($view(Button.class).withText("Delete…").single()).click();
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(words())
                .contains("This experiment and all its runs were deleted on")
                .contains("Deleted runs: 14.");
        test($view(Button.class).withText("Restore").single()).click();
        assertThat(words()).contains("2 runs, and 12 more nested in them.").doesNotContain("were deleted on");
    }

    @Test
    void aRunOfADeletedExperimentComesBackWithItAndNotAlone() {
        RunRow search = parent();
        experiments.delete(people.dana(), experiment);
        open("runs/" + search.id());
        assertThat(words()).contains("Deleted on").contains("Its experiment is deleted.");
        assertThat($view(Button.class).withText("Restore").all()).isEmpty();
        assertThat($view(Anchor.class).withText(name).all())
                .extracting(Anchor::getHref)
                .contains("experiments/" + experiment);

        runs.restore(people.dana(), search.id());
        open("runs/" + search.id());
        assertThat(words()).contains("Its experiment is deleted.").doesNotContain("Deleted on");
    }

    @Test
    void aDeletedExperimentHasNoOtherRunsToChoose() {
        open("experiments/" + experiment);
        assertThat($view(Select.class).all()).anyMatch(select -> "State".equals(select.getLabel()));
        experiments.delete(people.dana(), experiment);
        open("experiments/" + experiment);
        assertThat(words()).contains("Deleted runs: 14. They come back with their experiment.");
        assertThat($view(Select.class).all()).noneMatch(select -> "State".equals(select.getLabel()));
    }

    private RunRow parent() {
        return pages
                .page(people.dana(), new RunPages.Lines(experiment, "", List.of()), RunPages.Columns.NONE, 0, 10)
                .stream()
                .filter(run -> run.children() > 0)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aKeyWithoutItsKindIsFoundOutAndTheRestStays() {
        open("experiments/" + experiment);
        test(filter()).setValue("metrics.val_auc > 0.5 AND learning_rate = '0.1'");
        assertThat(filter().getErrorMessage())
                .startsWith("At character 27, “learning_rate = '0.1'”: Invalid attribute key")
                .endsWith("Did you mean params.learning_rate?");
        assertThat(filter().getValue()).isEqualTo("metrics.val_auc > 0.5 AND learning_rate = '0.1'");
    }

    @Test
    void aFilterThatBreaksOffSaysSo() {
        open("experiments/" + experiment);
        test(filter()).setValue("metrics.val_auc >");
        assertThat(filter().getErrorMessage())
                .startsWith("It ends too early. Write conditions such as metrics.val_auc > 0.88");
    }

    @Test
    void wordsThatFitAreOfferedAsOneTypes() {
        open("experiments/" + experiment);
        RunFilter conditions = $view(RunFilter.class).single();
        conditions.typed("metrics.val_a");
        assertThat(offers()).containsExactly("metrics.val_auc");
        conditions.typed("val_auc");
        assertThat(offers()).first().isEqualTo("metrics.val_auc");

        test($view(Button.class).withText("metrics.val_auc").single()).click();
        assertThat(filter().getValue()).isEqualTo("metrics.val_auc ");
        assertThat(offers()).contains(">", "<=");
        conditions.typed("metrics.val_auc > 0.5 ");
        assertThat(offers()).containsExactly("AND");
        conditions.typed("metrics.val_auc > 0.5 AND max");
        assertThat(offers()).containsExactly("params.max_depth");
        conditions.typed("nothing_like_it");
        assertThat(offers()).isEmpty();
    }

    @Test
    void whoeverGoesToTakeAWordHasNotFinished() {
        open("experiments/" + experiment);
        $view(RunFilter.class).single().typed("metrics.val_a");
        test(filter()).setValue("metrics.val_a");
        assertThat(filter().isInvalid()).isFalse();
        assertThat(address()).isEqualTo("experiments/" + experiment);
        assertThat(offers()).containsExactly("metrics.val_auc");
    }

    @Test
    void anAddressWithAFilterThatCannotBeReadNamesTheWayOut() {
        open("experiments/" + experiment + "?q=val_auc%20is%20good");
        assertThat(words()).contains("No run is shown until the filter can be read.");
        test($view(Button.class).withText("Show all runs").single()).click();
        assertThat(address()).isEqualTo("experiments/" + experiment);
        assertThat(grid()).isNotNull();
    }

    @Test
    void aConditionIsChosenWithoutWritingAndStandsInTheAddress() {
        open("experiments/" + experiment);
        test($view(Button.class).withText("Add a condition").single()).click();
        choose("val_auc (metric)", RunKey.Test.ABOVE, "0.885");
        assertThat(address()).isEqualTo("experiments/" + experiment + "?q=metrics.val_auc%20%3E%200.885");
        choose("max_depth (parameter)", RunKey.Test.IS, "7");
        assertThat(filter().getValue()).isEqualTo("metrics.val_auc > 0.885 AND params.max_depth = '7'");
        assertThat(words()).contains("val_auc > 0.885", "max_depth = 7");
    }

    @Test
    void aConditionThatCannotBeIsToldAtItsField() {
        open("experiments/" + experiment);
        test($view(Button.class).withText("Add a condition").single()).click();
        choose("val_auc (metric)", RunKey.Test.AT_LEAST, "good");
        TextField value = $view(TextField.class).all().stream()
                .filter(field -> field.getLabel().equals("Value"))
                .findFirst()
                .orElseThrow();
        assertThat(value.getErrorMessage()).isEqualTo("Write a number, such as 0.88.");
        assertThat(filter().getValue()).isEmpty();
    }

    @Test
    void eachConditionIsTakenOutByItself() {
        open("experiments/" + experiment
                + "?q=metrics.val_auc%20%3E%200.885%20AND%20params.max_depth%20ILIKE%20'%257%25'");
        assertThat(words()).contains("max_depth contains “7”");
        test($view(Button.class).all().stream()
                        .filter(button -> "Take out: val_auc > 0.885"
                                .equals(button.getElement().getAttribute("aria-label")))
                        .findFirst()
                        .orElseThrow())
                .click();
        assertThat(filter().getValue()).isEqualTo("params.max_depth ILIKE '%7%'");
    }

    @Test
    void aFilterThatFindsNothingNamesItself() {
        open("experiments/" + experiment);
        test(filter()).setValue("metrics.val_auc > 2");
        assertThat(words()).contains("No run matches metrics.val_auc > 2.");
        test($view(Button.class).withText("Show all runs").single()).click();
        assertThat(filter().getValue()).isEmpty();
        assertThat(grid()).isNotNull();
    }

    @Test
    void theAddressKeepsFilterColumnsAndOrder() {
        open("experiments/" + experiment
                + "?q=metrics.val_auc%20%3E%200.885&col=metrics.val_auc&col=params.max_depth&sort=start_time%20ASC");
        assertThat(filter().getValue()).isEqualTo("metrics.val_auc > 0.885");
        assertThat(columns()).contains("val_auc", "max_depth").doesNotContain("test_auc", "learning_rate");
        assertThat(grid().getSortOrder()).hasSize(1);
    }

    @Test
    void aFilterGoesIntoTheAddressAndTheWayBackTakesItOut() {
        open("experiments/" + experiment);
        test(filter()).setValue("metrics.val_auc > 0.885");
        assertThat(address()).isEqualTo("experiments/" + experiment + "?q=metrics.val_auc%20%3E%200.885");

        open("experiments/" + experiment);
        assertThat(filter().getValue()).isEmpty();
    }

    @Test
    void aRunShowsWhatItLoggedAndWhereItIsNested() {
        RunRow parent =
                topRuns().stream().filter(run -> run.children() > 0).findFirst().orElseThrow();
        RunRow child = pages.children(people.dana(), parent.id(), List.of(), RunPages.Columns.NONE, 0, 1)
                .getFirst();
        open("runs/" + child.id());
        assertThat(heading()).isEqualTo(child.name());
        assertThat(words())
                .contains("xgb-grid-search-2024-03", "val_auc", "early_stopping_rounds", "No file was logged.");
    }

    @Test
    void aModelThatARunLoggedLiesBesideItsFilesAndCanBeLookedInto() {
        RunRow run = topRuns().getFirst();
        LoggedModel model = models.create(
                        people.dana(),
                        new NewLoggedModel(String.valueOf(experiment), "churn-net", "", run.id(), Map.of(), Map.of()))
                .orThrow();
        ArtifactPath folder = ArtifactPath.ofLocation(model.location()).orElseThrow();
        artifacts.write(
                people.dana(),
                ArtifactPath.parse(folder.value() + "/MLmodel").orElseThrow(),
                new ByteArrayInputStream("flavors: {sklearn: {}}".getBytes(StandardCharsets.UTF_8)),
                OptionalLong.empty());
        models.finish(people.dana(), model.id(), LoggedModel.Status.READY);

        open("runs/" + run.id());
        assertThat(words())
                .contains("Model churn-net", "All files are there", "One file, 22 B", model.id())
                .doesNotContain("No file was logged.");
        test($view(Button.class).withText("Look").single()).click();
        assertThat(words()).contains("flavors: {sklearn: {}}");
    }

    @Test
    void aModelWhoseFilesAreYetToComeSaysSo() {
        RunRow run = topRuns().getFirst();
        models.create(
                people.dana(),
                new NewLoggedModel(String.valueOf(experiment), "late", "", run.id(), Map.of(), Map.of()));
        open("runs/" + run.id());
        assertThat(words())
                .contains("Model late", "Files are still to come", "The run logged no file beside its models.");
    }

    @Test
    void experimentsAndRunsThatAreNotThereAreNamed() {
        open("experiments/none");
        assertThat(words()).contains("There is no experiment none.");
        open("runs/none");
        assertThat(words()).contains("There is no run none.");
    }

    private Button save() {
        return $view(Button.class).withText("Save this view").single();
    }

    private TextField filter() {
        return $view(TextField.class).all().stream()
                .filter(field -> field.getLabel().equals("Filter"))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private void choose(String what, RunKey.Test how, String value) {
        ComboBox<RunKey> keys = $view(ComboBox.class).all().stream()
                .filter(box -> box.getLabel().equals("What"))
                .findFirst()
                .orElseThrow();
        test(keys).selectItem(what);
        Select<RunKey.Test> tests = $view(Select.class).withLabel("How").single();
        tests.setValue(how);
        TextField field = $view(TextField.class).all().stream()
                .filter(one -> one.getLabel().equals("Value"))
                .findFirst()
                .orElseThrow();
        test(field).setValue(value);
        test($view(Button.class).withText("Add").single()).click();
    }

    private List<String> offers() {
        return $view(Button.class).all().stream()
                .filter(button -> String.valueOf(button.getElement().getAttribute("aria-label"))
                        .startsWith("Go on with "))
                .map(Button::getText)
                .toList();
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private List<RunRow> topRuns() {
        return pages.page(people.dana(), new RunPages.Lines(experiment, "", List.of()), RunPages.Columns.NONE, 0, 10);
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
