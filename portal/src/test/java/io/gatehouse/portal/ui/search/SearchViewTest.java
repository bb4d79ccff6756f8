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
        assertThat(field().getHelperText()).contains("a customer").doesNotContain("run");
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
