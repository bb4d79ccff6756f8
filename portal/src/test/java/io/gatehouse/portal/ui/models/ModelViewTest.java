package io.gatehouse.portal.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.gatehouse.champions.ModelPage.VersionRow;
import io.gatehouse.checks.CheckName;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.house.TestPeople;
import io.gatehouse.policy.Use;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.comparison.ComparisonView;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.review.ReviewView;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("vera")
class ModelViewTest extends ScreenTest {
    private static final String CHURN = "models/streamflow-churn-predictor";

    ModelViewTest(TestPeople people) {
        super(people);
    }

    @Test
    void itSaysWhichVersionWasInUseWhenAndOnWhoseWord() {
        open(CHURN);
        assertThat(heading()).isEqualTo("streamflow-churn-predictor");
        assertThat(words())
                .contains("Asked for by Dana Ortiz, approved by Priya Shah, policy human-reviewed v1", "PR-900012");
    }

    @Test
    void itSaysWhatThePolicyAsksAndWhetherItIsMet() {
        open(CHURN);
        assertThat($view(H2.class).all()).extracting(H2::getText).contains("What its policy asks for");
        assertThat(words())
                .contains(
                        CheckName.FAIRNESS.question(),
                        CheckName.VALUE.question(),
                        Reader.word(Verdict.PASS),
                        "Each check of the policy human-reviewed v1",
                        "Read the evidence, segment by segment, with PR-900012");
    }

    @Test
    void everyFigureThatItsRunClaimedStandsBesideWhatTheEvidenceGives() {
        open(CHURN);
        assertThat(words())
                .contains(
                        "Leavers found at 0.5 (recall), test rows",
                        "0.7012",
                        "0.6933",
                        "0.0079 worse than claimed",
                        "0.0019 better than claimed",
                        "No outcomes yet");
    }

    @Test
    void twoChosenVersionsAreComparedOldestFirst() {
        open(CHURN);
        Grid<VersionRow> versions = versions();
        List<VersionRow> rows = versions.getListDataView().getItems().toList();
        versions.asMultiSelect().select(rows.get(0), rows.get(3));
        Button compare = $view(Button.class).withText("Compare 2 versions").single();
        assertThat(compare.isVisible()).isTrue();
        assertThat(ModelView.comparison("streamflow-churn-predictor", List.of(5, 2)))
                .isEqualTo("compare?v=streamflow-churn-predictor:2&v=streamflow-churn-predictor:5");
    }

    @Test
    void theButtonLeadsToTheComparisonOfTheChosenVersions() {
        open(CHURN);
        Grid<VersionRow> versions = versions();
        List<VersionRow> rows = versions.getListDataView().getItems().toList();
        versions.asMultiSelect().select(rows.get(0), rows.get(1));
        test($view(Button.class).withText("Compare 2 versions").single()).click();
        assertThat(getCurrentView()).isInstanceOf(ComparisonView.class);
    }

    @Test
    void oneVersionAloneCannotBeCompared() {
        open(CHURN);
        Grid<VersionRow> versions = versions();
        versions.asMultiSelect().select(versions.getListDataView().getItem(0));
        assertThat($view(Button.class).withText("Compare 1 versions").all()).isEmpty();
        assertThat(words()).contains("Choose 2 to 5 versions");
    }

    @Test
    @WithMockUser("carl")
    void requestsAndRunsAreWordsForWhoeverMayNotOpenThem() {
        for (String place : List.of(CHURN, CHURN + "/timeline", CHURN + "/answers")) {
            open(place);
            assertThat($view(Anchor.class).all())
                    .extracting(Anchor::getHref)
                    .noneMatch(href -> href.contains("promotions/") || href.contains("runs/"));
        }
    }

    @Test
    void aModelWithoutChampionSaysSoAndOffersNoWorkbook() {
        open("models/churn-predictor");
        // Its newest version is below the floor of the policy, and the page says so itself.
        assertThat(words())
                .contains("The newest, version 1, cannot be asked for", "A better version is needed.")
                .doesNotContain("the page of the model")
                .doesNotContain("to lay them side by side");
        assertThat(test(versions()).getCellComponent(0, 1).getElement().getTextRecursively())
                .contains("Below the floor");
        assertThat($view(DownloadButton.class).all()).isEmpty();
    }

    @Test
    @WithMockUser("dana")
    void aDataScientistAsksForThePromotionOfAVersionOnItsRowAndIsLedToTheRequest() {
        open(CHURN);
        askButton().click();
        assertThat($(Dialog.class).single().getHeaderTitle()).contains("streamflow-churn-predictor, version");
        $(TextArea.class).single().setValue("Knows the new plans");
        test($(Button.class).withText("Ask for promotion").last()).click();
        assertThat(getCurrentView()).isInstanceOf(ReviewView.class);
    }

    @Test
    @WithMockUser("dana")
    void aRefusalToOpenARequestStandsInTheDialogAndKeepsTheNote() {
        open(CHURN);
        askButton().click();
        $(TextArea.class).single().setValue("Knows the new plans");
        use().setValue(Use.AUTOMATED);
        test($(Button.class).withText("Ask for promotion").last()).click();
        assertThat($(Dialog.class).single().getElement().getTextRecursively()).contains("No trial exists yet.");
        assertThat($(TextArea.class).single().getValue()).isEqualTo("Knows the new plans");
    }

    @Test
    void whoMayNotAskIsNotOfferedIt() {
        open(CHURN);
        Grid<VersionRow> versions = versions();
        for (int row = 0; row < versions.getListDataView().getItemCount(); row++) {
            assertThat(test(versions).getCellComponent(row, 1).getElement().getTextRecursively())
                    .doesNotContain("Ask for promotion", "Ask again");
        }
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Use> use() {
        return $(RadioButtonGroup.class).single();
    }

    /** Of the first version that was not asked for, or whose request came to nothing. */
    private Button askButton() {
        Grid<VersionRow> versions = versions();
        return IntStream.range(0, versions.getListDataView().getItemCount())
                .mapToObj(row -> test(versions).getCellComponent(row, 1))
                .flatMap(cell -> Stream.concat(Stream.of(cell), cell.getChildren()))
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aModelThatIsNotThereIsNamed() {
        open("models/no-such-model");
        assertThat(heading()).isEqualTo("Nothing is here");
        assertThat(words()).contains("There is no model called “no-such-model”.");
    }

    @Test
    void theListOfModelsTellsWhichAreInUse() {
        open("models");
        assertThat(words())
                .contains(
                        "Models with a version: 2. In use: 1.", "Version 2", "since ", "No version has been approved");
    }

    @Test
    @WithMockUser("carl")
    void whoMayNotReadRequestsSeesNone() {
        open(CHURN);
        assertThat(sections()).doesNotContain("Promotion requests");
        assertThat($view(Anchor.class).all()).isNotEmpty();
    }

    @SuppressWarnings("unchecked")
    private Grid<VersionRow> versions() {
        return $view(Grid.class).single();
    }
}
