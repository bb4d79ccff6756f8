package io.gatehouse.portal.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.samples.SampleRuns;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.RunLog;
import io.gatehouse.tracking.Runs;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("dana")
class SearchViewTest extends ScreenTest {
    private final String name = "churn-" + UUID.randomUUID();
    private final long experiment;

    SearchViewTest(TestPeople people, Runs runs, RunLog log, Experiments experiments, HouseClock clock) {
        super(people);
        experiment = new SampleRuns(runs, log, experiments, clock, people.dana()).logAll(name);
    }

    @Test
    void whatIsTypedIsFoundAndStandsInTheAddress() {
        open("search");
        test(field()).setValue(name.substring(0, 20));

        assertThat(links()).containsExactly("experiments/" + experiment);
        open("search?q=" + name);
        assertThat(field().getValue()).isEqualTo(name);
        assertThat(links()).containsExactly("experiments/" + experiment);
    }

    @Test
    void pagesAndWordsAreFoundToo() {
        open("search?q=over");
        assertThat(words()).contains("What the words mean");
        assertThat(links()).contains("glossary#override").doesNotContain("overrides");
        open("search?q=download");
        assertThat(links()).contains("downloads");
    }

    @Test
    void nothingFoundSaysWhatToTry() {
        open("search?q=no-such-thing-anywhere");
        assertThat(words()).contains("Nothing is called “no-such-thing-anywhere”", "Try fewer letters.");
        open("search");
        assertThat(words()).doesNotContain("Nothing is called");
    }

    @Test
    @WithMockUser("carl")
    void whoMayNotReadRunsIsNotToldHowTheyAreFound() {
        open("search?q=no-such-thing");
        assertThat(words()).contains("Try fewer letters.").doesNotContain("Runs are found");
        assertThat(field().getHelperText())
                .isEqualTo("Part of a name, a number such as RL-2 or a customer as your lists write them."
                        + " Enter opens the first.");
        assertThat(field().getLabel()).isEqualTo("Find a model, list or customer");
    }

    @Test
    void whoReadsRunsAndListsIsToldOfRunsAndOfCustomers() {
        open("search");
        assertThat(field().getHelperText())
                .isEqualTo("Part of a name, a number such as PR-4 or RL-2, how the name or id of a run begins"
                        + " or a customer as your lists write them. Enter opens the first.");
        assertThat(field().getLabel()).isEqualTo("Find a model, request, list, customer, experiment or run");
    }

    @Test
    @WithMockUser("vera")
    void whoMayNotReadListsIsToldOfNeitherListsNorCustomers() {
        open("search");
        assertThat(field().getHelperText())
                .isEqualTo("Part of a name, a number such as PR-4 or how the name or id of a run begins."
                        + " Enter opens the first.");
        assertThat(field().getLabel()).isEqualTo("Find a model, request, experiment or run");
    }

    @Test
    @WithMockUser("adam")
    void whoMayReadNeitherModelsNorListsIsToldOfPagesAndWords() {
        open("search?q=over");
        assertThat(field().getHelperText())
                .isEqualTo("Part of the name of a page or of a word in the glossary. Enter opens the first.");
        assertThat(field().getLabel()).isEqualTo("Find a page or a word");
        assertThat(words()).contains("What the words mean");
    }

    @Test
    void aLongAddressIsCut() {
        open("search?q=" + "a".repeat(5_000));
        assertThat(field().getValue()).hasSize(255);
    }

    @Test
    void everyScreenHasTheWayToIt() {
        open("");
        assertThat($(Anchor.class).all()).anyMatch(link -> link.getHref().equals("search"));
    }

    private TextField field() {
        return $view(TextField.class).single();
    }

    private List<String> links() {
        return $view(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }
}
