package io.gatehouse.portal.ui.risklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Location;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.samples.SampleScreenTest;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.savedviews.SavedViewsBar;
import io.gatehouse.risklist.RiskListPage;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Movement;
import io.gatehouse.risklist.RiskListPage.Row;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.savedviews.SavedViews;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@SampleScreenTest
@WithMockUser("carl")
class RiskListViewTest extends SpringBrowserlessTest {
    @Autowired
    private TestPeople people;

    @Autowired
    private RiskLists lists;

    @Autowired
    private SavedViews views;

    @BeforeEach
    void everybodyIsKnown() {
        people.carl();
        people.vera();
    }

    @Test
    void listsSayHowManyMayLeaveAndWhatMoved() {
        Places.go(UI.getCurrent(), "risk-lists");

        assertThat(page())
                .contains(
                        "340 active subscribers who may leave",
                        "105 new on the list, 43 no longer on it",
                        "the first list");
        assertThat(links()).contains("risk-lists/RL-7");
    }

    @Test
    void aListSaysMayAndNeverWill() {
        Places.go(UI.getCurrent(), "risk-lists/RL-7");

        assertThat(page())
                .contains(
                        "340 of 4,012 active subscribers may leave.",
                        "+62",
                        "They are not causes.",
                        "Download 340 customers")
                .doesNotContain("will leave");
    }

    @Test
    void theAddressFiltersTheRowsAndTheDownload() {
        Places.go(UI.getCurrent(), "risk-lists/RL-7?band=very%20high&plan_type=basic");

        Grid<Row> rows = grid();
        int matching = test(rows).size();
        assertThat(matching).isPositive().isLessThan(340);
        assertThat(test(rows).getRow(0).segments()).containsEntry("plan_type", "basic");
        assertThat(page()).contains("Download " + matching + " customers", "Customers (" + matching + " of 340)");
    }

    @Test
    void nobodyFittingNamesTheFilterToLoosen() {
        Places.go(UI.getCurrent(), "risk-lists/RL-7?q=nobody&band=high");

        assertThat(page()).contains("Nobody on the list fits", "Loosen one of these: “nobody”, High.");
    }

    @Test
    void aFilterOffersWhatTheListHoldsAndStaysWhileItIsUsed() {
        Places.go(UI.getCurrent(), "risk-lists/RL-7");
        RiskListFilter before = $(RiskListFilter.class).single();

        Places.go(UI.getCurrent(), "risk-lists/RL-7?plan_type=basic");

        assertThat($(RiskListFilter.class).single()).isSameAs(before);
        assertThat($(ComboBox.class).all()).anyMatch(choice -> "basic".equals(choice.getValue()));
    }

    @Test
    void theFigureOfWhatMovedLeadsToThoseWhoAreNoLongerOnTheList() {
        Places.go(UI.getCurrent(), "risk-lists/RL-7");
        assertThat(links()).contains("risk-lists/RL-7/left");

        Places.go(UI.getCurrent(), "risk-lists/RL-7/left");

        RiskListPage.Left first = lists.left(
                        people.carl(), lists.header(people.carl(), 7).orElseThrow(), 0, 1)
                .getFirst();
        assertThat(page())
                .contains(
                        "43 of the 278 customers on the list of",
                        first.before().customer(),
                        "10 %",
                        "not scored again",
                        "not a promise to stay");
    }

    @Test
    void ofTheFirstListNobodyIsGone() {
        Places.go(UI.getCurrent(), "risk-lists/RL-6");
        assertThat(links()).noneMatch(link -> link.endsWith("/left"));

        Places.go(UI.getCurrent(), "risk-lists/RL-6/left");

        assertThat(page()).contains("This is the first list of its kind");
    }

    @Test
    void behindTheLastWhoIsGoneTheWayLeadsBackToTheFirst() {
        Places.go(UI.getCurrent(), "risk-lists/RL-7/left?after=999");

        assertThat(page()).contains("That was the last of them");
        assertThat(links()).contains("risk-lists/RL-6");
    }

    @Test
    void anOpenedRowSaysWhatTheListBeforeSaid() {
        Header list = lists.header(people.carl(), 7).orElseThrow();
        Row row = lists.page(people.carl(), 7, Filter.ALL, 0, 1)
                .orElseThrow()
                .rows()
                .getFirst();

        assertThat(RiskListGrid.details(row, Optional.of(row), list)
                        .getElement()
                        .getTextRecursively())
                .contains("On the list of ", "with a chance of ", "it had reacted to:");
        assertThat(RiskListGrid.details(row, Optional.empty(), list)
                        .getElement()
                        .getTextRecursively())
                .contains("Not on the list of ")
                .doesNotContain("it had reacted");
    }

    @Test
    void anUnknownListIsNamed() {
        Places.go(UI.getCurrent(), "risk-lists/RL-99");

        assertThat(page()).contains("There is no risk list “RL-99”");
    }

    @Test
    @WithMockUser("vera")
    void whoMayNotReadNamesOfSubscribersIsToldWhoMay() {
        Places.go(UI.getCurrent(), "risk-lists/RL-7");

        assertThat(page()).contains("This page is not open to you").doesNotContain("SF-");
    }

    @Test
    void theAddressKeepsAFilterWhole() {
        Filter filter = new Filter("a b", Map.of("plan_type", "basic"), "very high", Movement.NEW);

        String place = RiskListQuery.place(7, filter);

        assertThat(place).isEqualTo("risk-lists/RL-7?band=very%20high&moved=new&plan_type=basic&q=a%20b");
        String query = place.substring(place.indexOf('?') + 1);
        assertThat(RiskListQuery.read(new Location("x?" + query).getQueryParameters(), List.of("plan_type")))
                .isEqualTo(filter);
    }

    @Test
    void ofTheFirstListNothingMovedSoAViewOfOtherWeeksThatAsksForItIsNotShownAsChosen() {
        views.save(people.carl(), Places.RISK_LISTS, "New ones", "moved=new");

        Places.go(UI.getCurrent(), "risk-lists/RL-7?moved=new");
        assertThat(lit()).isTrue();

        Places.go(UI.getCurrent(), "risk-lists/RL-6?moved=new");
        assertThat(lit()).isFalse();
        assertThat(page()).contains("Customers (278 of 278)").doesNotContain("Chosen from");
        assertThat($(ComboBox.class).all()).noneMatch(choice -> "Since the last list".equals(choice.getLabel()));
    }

    private boolean lit() {
        String bar = $(SavedViewsBar.class).single().getElement().getOuterHTML();
        assertThat(bar).contains("New ones");
        return bar.contains("aria-current");
    }

    @SuppressWarnings("unchecked")
    private Grid<Row> grid() {
        return $(Grid.class).single();
    }

    private String page() {
        return $(Main.class).all().stream()
                .map(main -> main.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }

    private List<String> links() {
        return $(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }
}
