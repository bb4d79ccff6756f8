package io.gatehouse.portal.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableRow;
import io.gatehouse.house.TestPeople;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.portal.bench.Statements;
import io.gatehouse.portal.bench.StoredScreenTest;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionStory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@StoredScreenTest
@WithMockUser("vera")
class ModelsViewTest extends SpringBrowserlessTest {
    private final PromotionStory story;
    private final PromotionBench bench;
    private final ModelCards cards;
    private final Statements statements;
    private final TestPeople people;

    ModelsViewTest(
            PromotionStory story, PromotionBench bench, ModelCards cards, Statements statements, TestPeople people) {
        this.story = story;
        this.bench = bench;
        this.cards = cards;
        this.statements = statements;
        this.people = people;
        people.vera();
    }

    @Test
    void aModelIsFoundByItsWordsAndTellsWhoOwnsItAndWhatWaits() {
        PromotionStory.Told told = story.told();
        int base = cards.find(people.vera(), told.model(), 2).orElseThrow().revision();
        cards.save(people.dana(), told.model(), 2, base, Map.of(CardField.OWNER, "Retention of " + told.model()));
        String other = bench.model(people.dana());
        bench.candidate(people.dana(), other, null);

        go("?find=" + told.model());

        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains(told.model(), "Version 2", "Retention of", "1")
                        .doesNotContain(other));
        assertThat($view(Anchor.class).all().stream().map(Anchor::getHref))
                .contains(Places.promotions(told.model()), Places.answers(told.model()));
        go("?find=" + other);
        assertThat(rows()).singleElement().satisfies(row -> assertThat(row).contains("none", "–"));
    }

    @Test
    void modelsWithoutAVersionAreBelowTheTableAndNotCountedAboveIt() {
        story.told();
        bench.model(people.dana());

        go("");

        String words = getCurrentView().getElement().getTextRecursively();
        assertThat(words).contains("Models with a version: ").containsPattern("more models? ha(s|ve) no version yet:");
    }

    @Test
    void whereNobodyNamedAnOwnerTheCardIsOneClickAway() {
        PromotionStory.Told told = story.told();

        go("?find=" + told.model());

        assertThat($view(Anchor.class).all().stream().map(Anchor::getHref))
                .contains(Places.card(told.model(), 2, CardField.OWNER));
    }

    @Test
    void modelsAreSortedAsTheAddressSaysInTheSameNumberOfQueries() {
        story.told();
        // What evaluations say is read once, since it never changes.
        go("");
        List<String> before = statements.during(() -> go("?sort=-model"));
        story.told();
        go("");

        List<String> after = statements.during(() -> go("?sort=-model"));

        assertThat(after).hasSameSizeAs(before);
        assertThat(names()).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static void go(String query) {
        Places.go(UI.getCurrent(), Places.MODELS + query);
    }

    private List<String> rows() {
        return $view(NativeTableRow.class).all().stream()
                .skip(1)
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    private List<String> names() {
        return $view(NativeTableRow.class).all().stream()
                .skip(1)
                .map(row -> row.getElement().getChild(0).getChild(0).getChild(0).getTextRecursively())
                .toList();
    }
}
