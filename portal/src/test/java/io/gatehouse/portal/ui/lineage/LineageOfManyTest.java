package io.gatehouse.portal.ui.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.Statements;
import io.gatehouse.portal.bench.StoredScreenTest;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.promotion.PromotionStory;
import io.gatehouse.risklist.RiskLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.test.context.support.WithMockUser;

/** The lineage of a version that much came of. */
@StoredScreenTest
@WithMockUser("vera")
class LineageOfManyTest extends SpringBrowserlessTest {
    private static final int LISTS = 6;

    private final PromotionStory story;
    private final RiskLists lists;
    private final Statements statements;
    private final TestPeople people;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    Path folder;

    LineageOfManyTest(PromotionStory story, RiskLists lists, Statements statements, TestPeople people) {
        this.story = story;
        this.lists = lists;
        this.statements = statements;
        this.people = people;
        people.vera();
    }

    @Test
    void itTakesTheSameStatementsHoweverMuchCameOfItAndTheListShowsOneKindAtATime() throws IOException {
        PromotionStory.Told told = story.told();
        String node = "version/" + told.model() + "/2";
        listed(told.model());
        List<String> before = statements.during(() -> open(node, "?as=list"));
        assertThat($view(Nav.class).all()).noneMatch(nav -> nav.hasClassName("gh-lineage-filter"));
        for (int i = 0; i < LISTS; i++) {
            listed(told.model());
        }

        assertThat(statements.during(() -> open(node, "?as=list"))).hasSameSizeAs(before);

        assertThat(headings()).contains("Data", "Run", "Scored", "Lists");
        Nav filter = $view(Nav.class).all().stream()
                .filter(nav -> nav.hasClassName("gh-lineage-filter"))
                .findFirst()
                .orElseThrow();
        assertThat(filter.getElement().getTextRecursively()).contains("☰ Risk list (" + (LISTS + 1) + ")");
        assertThat($view(Anchor.class).all().stream().map(Anchor::getHref))
                .contains(Places.lineage(node) + "?as=list&kind=risk_list");
        open(node, "?as=list&kind=risk_list");
        assertThat(headings()).containsExactly("Lists");
        open(node, "?as=list&kind=nonsense");
        assertThat(headings()).contains("Data", "Lists");
    }

    private void open(String node, String query) {
        Places.go(UI.getCurrent(), Places.lineage(node) + query);
    }

    private List<String> headings() {
        return $view(H2.class).all().stream().map(H2::getText).toList();
    }

    private void listed(String model) throws IOException {
        Path table = Files.writeString(
                folder.resolve("scored.csv"), "id,score,tickets,contrib_tickets,contrib_bias\na,0.5,3,0,0\n");
        RiskLists.Posted posted = lists.post(
                people.dana(),
                new RiskLists.BatchDescription(
                        model, 2, LocalDate.of(2026, 11, 18), 0.2, "all", null, null, null, List.of()),
                table);
        assertThat(posted).isInstanceOf(RiskLists.Posted.Listed.class);
    }
}
