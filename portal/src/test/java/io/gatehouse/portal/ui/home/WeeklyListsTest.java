package io.gatehouse.portal.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.StoredScreenTest;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.promotion.PromotionStory;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.risklist.RiskLists.BatchDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.test.context.support.WithMockUser;

@StoredScreenTest
@WithMockUser("carl")
class WeeklyListsTest extends SpringBrowserlessTest {
    private final PromotionStory story;
    private final RiskLists lists;
    private final TestPeople people;
    private final Clock clock;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    Path folder;

    WeeklyListsTest(PromotionStory story, RiskLists lists, TestPeople people, Clock clock) {
        this.clock = clock;
        this.story = story;
        this.lists = lists;
        this.people = people;
        people.carl();
    }

    @Test
    void aListSaysWhichVersionScoredItAndWhetherThatIsStillInUse() throws IOException {
        String model = story.told().model();

        posted(model, 2);
        assertThat(home()).contains("Scored by version 2 of " + model + ", the version in use.");
        posted(model, 1);
        assertThat(home())
                .contains("Scored by version 1 of " + model + ", which was in use until ")
                .contains("; version 2 is in use now.");
        posted(model, 3);
        assertThat(home()).contains("Scored by version 3 of " + model + ", which is not in use now.");
    }

    private String home() {
        Places.go(UI.getCurrent(), Places.MODELS);
        Places.go(UI.getCurrent(), Places.HOME);
        return getCurrentView().getElement().getTextRecursively();
    }

    /** The newest of all, since none is of a later day. */
    private void posted(String model, int version) throws IOException {
        Path file = Files.writeString(
                folder.resolve(version + ".csv"),
                "id,score,contrib_tenure,contrib_bias\nS-1,0.9,2.1972245773362196,0\nS-2,0.1,-2.1972245773362196,0\n");
        assertThat(lists.post(
                        people.dana(),
                        new BatchDescription(
                                model,
                                version,
                                Figures.day(clock.instant()),
                                0.2,
                                "subscribers",
                                null,
                                null,
                                null,
                                List.of()),
                        file))
                .isInstanceOf(RiskLists.Posted.Listed.class);
    }
}
