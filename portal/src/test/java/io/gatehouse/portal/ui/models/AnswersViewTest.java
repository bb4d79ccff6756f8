package io.gatehouse.portal.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.router.QueryParameters;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.components.Figures;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("vera")
class AnswersViewTest extends ScreenTest {
    private static final String ANSWERS = "models/streamflow-churn-predictor/answers";
    private final LocalDate today;

    AnswersViewTest(TestPeople people, Clock clock) {
        super(people);
        this.today = Figures.day(clock.instant());
    }

    @Test
    void withoutADateTheAnswersAreForToday() {
        open(ANSWERS);
        assertThat(heading()).isEqualTo("Version 2, in use on " + Figures.date(today));
        assertThat(sections())
                .containsExactly(
                        "Which hyperparameters, data and metrics made the version in use?",
                        "How does it compare with that of three months ago?",
                        "Can we make it again?");
    }

    @Test
    void anEarlierDayIsAnsweredForTheVersionInUseThen() {
        at(today.minusDays(120).toString());
        assertThat(heading()).isEqualTo("Version 1, in use on " + Figures.date(today.minusDays(120)));
        assertThat(words()).contains("log requirements.txt with the model", "Missing");
    }

    @Test
    void anotherDayCanBeChosen() {
        open(ANSWERS);
        test($view(DatePicker.class).single()).setValue(today.minusDays(120));
        assertThat(heading()).isEqualTo("Version 1, in use on " + Figures.date(today.minusDays(120)));
    }

    @Test
    void aDayBeforeAnyChampionSaysSo() {
        at("2001-01-01");
        assertThat(heading()).isEqualTo("No version was in use on 1 Jan 2001");
    }

    @Test
    void whatIsNotADateIsNamedAndAnsweredForToday() {
        at("yesterday");
        assertThat(words()).contains("“yesterday” is not a date", "Version 2, in use on");
    }

    @Test
    void ofADayThatHasNotComeNothingIsToldButThatAndToday() {
        at("2999-01-01");
        assertThat(heading()).isEqualTo("Version 2, in use on " + Figures.date(today));
        assertThat(words()).contains("1 Jan 2999 has not come yet, so these are the answers for today");
    }

    @Test
    void onlyOfADayThatIsOverIsTheAnswerPromisedToStay() {
        at(today.toString());
        assertThat(words()).contains("The day is not over").doesNotContain("This answer stays at", "has not come");
        at(today.minusDays(1).toString());
        assertThat(words()).contains("This answer stays at").doesNotContain("The day is not over");
    }

    @Test
    void aLoggedFigureThatWasNotRecomputedIsNotCalledTheSame() {
        open(ANSWERS);
        assertThat(words()).contains("Same", "Not recomputed");
    }

    private void at(String date) {
        UI.getCurrent().navigate(ANSWERS, QueryParameters.of("at", date));
    }
}
