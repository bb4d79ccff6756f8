package io.gatehouse.portal.ui.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.gatehouse.champions.Quarter;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.Statements;
import io.gatehouse.portal.bench.StoredScreenTest;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.RowsTable;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionStory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@StoredScreenTest
@WithMockUser("vera")
class TimeScreensTest extends SpringBrowserlessTest {
    private final PromotionStory story;
    private final Statements statements;
    private final PromotionBench bench;
    private final TestPeople people;
    private final LocalDate today;

    TimeScreensTest(PromotionStory story, Statements statements, PromotionBench bench, TestPeople people, Clock clock) {
        this.bench = bench;
        this.people = people;
        this.story = story;
        this.statements = statements;
        this.today = Figures.day(clock.instant());
        people.vera();
    }

    @Test
    void theHouseAsOfADayTellsEveryModelInTheSameNumberOfQueries() {
        PromotionStory.Told one = story.told();
        List<String> before = statements.during(() -> asOf(today.minusDays(60).toString()));
        story.told();

        List<String> after = statements.during(() -> asOf(today.minusDays(60).toString()));

        assertThat(after).hasSameSizeAs(before);
        Places.go(UI.getCurrent(), Places.AS_OF + "?at=" + today.minusDays(60) + "&find=" + one.model());
        assertThat(words()).contains(one.model(), "Version 1", "Priya Shah", "human-reviewed v");
        // Narrowed down, since other tests leave more models than a page has.
        Places.go(UI.getCurrent(), Places.AS_OF + "?at=2001-01-01&find=" + one.model());
        assertThat($view(H1.class).single().getText()).isEqualTo("In use on 1 Jan 2001");
        assertThat(words()).contains("No model had a version in use.", "The first came into use on");
        asOf("someday");
        assertThat(words()).contains("“someday” is not a date");
        asOf("2999-01-01");
        assertThat($view(H1.class).single().getText()).isEqualTo("In use on " + Figures.date(today));
        assertThat(words()).contains("1 Jan 2999 has not come yet", "The day is not over");
    }

    @Test
    void theHouseAsOfADayIsSortedAndNarrowedDownByItsAddress() {
        PromotionStory.Told one = story.told();
        PromotionStory.Told other = story.told();
        String day = Places.AS_OF + "?at=" + today.minusDays(60);

        Places.go(UI.getCurrent(), day + "&sort=-model");
        assertThat(models()).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
        Places.go(UI.getCurrent(), day + "&find=" + one.model());
        assertThat(words()).contains(one.model()).doesNotContain(other.model());
        press("Model");
        assertThat(titles()).contains("Model ↑");
        press("Model");
        assertThat(titles()).contains("Model ↓", "AUC");
    }

    @Test
    void whatHappenedToAModelIsNarrowedDownByKindAndWords() {
        PromotionStory.Told told = story.told();

        Places.go(UI.getCurrent(), Places.timeline(told.model()) + "?find=PR-" + told.first());
        assertThat(tables().getLast())
                .contains("Changes of what was in use and of its rules", "Because of", "PR-" + told.first())
                .doesNotContain("PR-" + told.second());
        Places.go(UI.getCurrent(), Places.timeline(told.model()) + "?sort=when");
        assertThat(tables().getLast()).containsSubsequence("PR-" + told.first(), "PR-" + told.second());
    }

    private List<String> tables() {
        return $view(NativeTable.class).all().stream()
                .map(table -> table.getElement().getTextRecursively())
                .toList();
    }

    /** What stands first in each row below the titles. */
    private List<String> models() {
        return $view(NativeTableRow.class).all().stream()
                .skip(1)
                .map(row -> row.getElement().getChild(0).getTextRecursively())
                .toList();
    }

    private List<String> titles() {
        return $view(NativeButton.class).all().stream()
                .map(NativeButton::getText)
                .toList();
    }

    private void press(String title) {
        test($view(NativeButton.class).all().stream()
                        .filter(each -> each.getText().startsWith(title))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    @Test
    void aModelOverTimeHoldsQuarterAgainstQuarterUnderAnAddressOfItsOwn() {
        PromotionStory.Told told = story.told();
        Quarter now = Quarter.of(today);

        Places.go(UI.getCurrent(), Places.timeline(told.model(), now.toString(), "2001-Q1"));

        assertThat(words()).contains("No version was in use at the end of Q1 2001", "PR-" + told.second(), "so far");
        assertThat($view(H2.class).all().stream().map(H2::getText))
                .contains("Quarter against quarter", "What changed from Q1 2001 to " + now.words());
        @SuppressWarnings("unchecked")
        Select<Quarter> with = $view(Select.class).all().stream()
                .filter(select -> "Against".equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
        test(with).selectItem(now.before().words());
        assertThat(words()).contains("What changed from " + now.before().words() + " to " + now.words());
    }

    @Test
    void aQuarterThatHasNotBegunIsNamedAndTheRunningOneShown() {
        PromotionStory.Told told = story.told();

        Places.go(UI.getCurrent(), Places.timeline(told.model(), "2999-Q1", "2001-Q1"));

        assertThat(words())
                .contains(
                        "“2999-Q1” is not a quarter that has begun",
                        Quarter.of(today).words() + ", so far");
    }

    @Test
    void aQuarterOfAllModelsStandsUnderAnAddressOfItsOwnInTheSameNumberOfQueries() {
        PromotionStory.Told one = story.told();
        Quarter now = Quarter.of(today);
        Quarter longAgo = new Quarter(2001, 1);
        List<String> before = statements.during(() -> Places.go(UI.getCurrent(), Places.quarters(now, longAgo)));
        story.told();
        List<String> after = statements.during(() -> Places.go(UI.getCurrent(), Places.quarters(now, longAgo)));

        assertThat(after).hasSameSizeAs(before);
        Places.go(UI.getCurrent(), Places.quarters(now, longAgo) + "&find=" + one.model());
        assertThat($view(H1.class).single().getText()).isEqualTo(now.words() + ", so far, beside Q1 2001");
        assertThat(tables().getFirst()).contains(one.model(), "Newly in use", "Version 2", "none");
        assertThat(words())
                .contains("have a version in use", "newly in use", "PR-" + one.first(), "PR-" + one.second());
        Places.go(UI.getCurrent(), Places.QUARTERS + "?quarter=2999-Q1");
        assertThat(words()).contains("“2999-Q1” is not a quarter that has begun");
    }

    @Test
    void onPaperEveryModelOfAQuarterIsThereAndNothingToPress() {
        for (int i = 0; i <= RowsTable.PAGE; i++) {
            bench.candidate(people.dana(), bench.model(people.dana()), null);
        }

        Places.go(UI.getCurrent(), Places.print(Places.QUARTERS));

        assertThat(models()).hasSizeGreaterThan(RowsTable.PAGE);
        assertThat($view(TextField.class).all()).isEmpty();
    }

    @Test
    @WithMockUser("carl")
    void whoMayNotReadRequestsSeesNoDecisionsOfTheQuarter() {
        PromotionStory.Told told = story.told();

        people.carl();

        Places.go(UI.getCurrent(), Places.QUARTERS + "?with=2001-Q1&find=" + told.model());

        assertThat(words()).contains(told.model()).doesNotContain("Requests that were decided");
    }

    private void asOf(String day) {
        UI.getCurrent().navigate(Places.AS_OF, QueryParameters.of("at", day));
    }

    private String words() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
