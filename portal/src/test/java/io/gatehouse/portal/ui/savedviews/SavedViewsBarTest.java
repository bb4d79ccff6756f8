package io.gatehouse.portal.ui.savedviews;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.router.Location;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.samples.SampleRuns;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.savedviews.SavedView;
import io.gatehouse.savedviews.SavedViews;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.RunLog;
import io.gatehouse.tracking.RunRow;
import io.gatehouse.tracking.Runs;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("dana")
class SavedViewsBarTest extends ScreenTest {
    private static final String CHOICES =
            "?q=metrics.val_auc%20%3E%200.885&col=metrics.val_auc&col=params.max_depth&sort=start_time%20ASC";

    private final TestPeople people;
    private final SavedViews views;
    private final String place;

    SavedViewsBarTest(
            TestPeople people, Runs runs, RunLog log, Experiments experiments, HouseClock clock, SavedViews views) {
        super(people);
        this.people = people;
        this.views = views;
        this.place = "experiments/"
                + new SampleRuns(runs, log, experiments, clock, people.dana()).logAll("churn " + UUID.randomUUID());
    }

    @AfterEach
    void nothingIsKeptOfTheModels() {
        views.of(people.dana(), "models").forEach(view -> views.delete(people.dana(), "models", view.id()));
    }

    @Test
    void filterOrderAndColumnsAreKeptUnderANameAndOpenedByALink() {
        open(place + CHOICES);
        keep("Good ones");
        assertThat(words()).contains("Saved as Good ones.");
        open(place);
        assertThat(columns()).contains("learning_rate");

        test(link("Good ones")).click();

        assertThat(UI.getCurrent()
                        .getInternals()
                        .getActiveViewLocation()
                        .getQueryParameters()
                        .getParameters())
                .isEqualTo(new Location(place + CHOICES).getQueryParameters().getParameters());
        assertThat(columns()).contains("max_depth").doesNotContain("learning_rate");
        assertThat(link("Good ones").getElement().getAttribute("aria-current")).isEqualTo("page");
    }

    @Test
    void aViewIsRenamedDeletedAndBroughtBack() {
        open(place + CHOICES);
        keep("Good ones");
        press("Rename");
        test(name()).setValue("Best ones");
        press("Save");
        assertThat(mine()).extracting(SavedView::name).containsExactly("Best ones");

        press("Delete");
        assertThat(mine()).isEmpty();
        press("Undo");
        assertThat(mine()).extracting(SavedView::name).containsExactly("Best ones");
        assertThat(words()).contains("Best ones is there again.");
    }

    @Test
    void aNameThatIsTakenIsToldAtItsField() {
        open(place + CHOICES);
        keep("Good ones");
        open(place + "?sort=start_time%20ASC");
        keep("good ONES");
        assertThat(name().getErrorMessage()).isEqualTo("Another view has this name. Choose another name.");
    }

    @Test
    void theTableOpensWithTheViewThatItsReaderWantsFirst() {
        open(place + CHOICES);
        keep("Good ones");
        press("Open with this");
        open("experiments");
        open(place);
        assertThat(address()).isEqualTo(place + CHOICES);
        assertThat(words()).contains("opens first");

        press("Do not open with this");
        open("experiments");
        open(place);
        assertThat(address()).isEqualTo(place);
    }

    @Test
    @SuppressWarnings("unchecked")
    void columnsAreThereAgainAtTheNextVisit() {
        open(place);
        MultiSelectComboBox<Object> chooser = $view(MultiSelectComboBox.class).single();
        test(chooser).selectItem("val_f1");
        List<String> chosen = columns();
        open("experiments");
        open(place);
        assertThat(columns()).isEqualTo(chosen).contains("val_f1");
    }

    @Test
    @WithMockUser("carl")
    void aViewOfOneWeeksListIsThereForTheListsOfAllWeeks() {
        views.save(people.carl(), "risk-lists", "High only", "band=high");
        open("risk-lists/RL-7");
        assertThat(link("High only").getHref()).isEqualTo("risk-lists/RL-7?band=high");

        views.makeUsual(
                people.carl(),
                "risk-lists",
                Optional.of(views.of(people.carl(), "risk-lists").getFirst().id()));
        open("");
        open("risk-lists/RL-7");
        assertThat(address()).isEqualTo("risk-lists/RL-7?band=high");
        open("risk-lists/RL-7");
        assertThat(address()).as("whoever clears the filter sees all").isEqualTo("risk-lists/RL-7");
        views.of(people.carl(), "risk-lists").forEach(view -> views.delete(people.carl(), "risk-lists", view.id()));
    }

    @Test
    @WithMockUser("rita")
    void theAuditLogHasViewsToo() {
        open("audit?action=promotion.*&before=100000");
        keep("Promotions");
        open("audit");
        test(link("Promotions")).click();
        assertThat(address()).isEqualTo("audit?action=promotion.*");
        views.of(people.rita(), "audit").forEach(view -> views.delete(people.rita(), "audit", view.id()));
    }

    @Test
    @WithMockUser("priya")
    void theReviewQueueHasViewsToo() {
        open("promotions?state=rejected");
        keep("Turned down");
        open("promotions");
        test(link("Turned down")).click();
        assertThat(address()).isEqualTo("promotions?state=rejected");
        views.of(people.priya(), "promotions").forEach(view -> views.delete(people.priya(), "promotions", view.id()));
    }

    @Test
    void modelsHaveViewsToo() {
        open("models?sort=-model");
        keep("By name");
        open("models");
        test(link("By name")).click();
        assertThat(address()).isEqualTo("models?sort=-model");
        views.makeUsual(
                people.dana(),
                "models",
                Optional.of(views.of(people.dana(), "models").getFirst().id()));
        open("experiments");
        open("models");
        assertThat(address()).isEqualTo("models?sort=-model");
    }

    private void keep(String called) {
        press("Save this view");
        test(name()).setValue(called);
        press("Save");
    }

    private TextField name() {
        return $view(TextField.class).all().stream()
                .filter(field ->
                        field.getAriaLabel().filter("Name of the view"::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private Anchor link(String words) {
        return $view(Anchor.class).all().stream()
                .filter(anchor -> anchor.getElement().getTextRecursively().startsWith(words))
                .findFirst()
                .orElseThrow();
    }

    private List<SavedView> mine() {
        return views.of(people.dana(), place);
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    @SuppressWarnings("unchecked")
    private List<String> columns() {
        TreeGrid<RunRow> grid = $view(TreeGrid.class).single();
        return grid.getColumns().stream().map(column -> column.getHeaderText()).toList();
    }
}
