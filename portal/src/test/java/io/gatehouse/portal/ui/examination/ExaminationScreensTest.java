package io.gatehouse.portal.ui.examination;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H1;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.StoredScreenTest;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.TestPredictions;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@StoredScreenTest
@WithMockUser("rita")
class ExaminationScreensTest extends SpringBrowserlessTest {
    private final PromotionBench bench;
    private final TestPeople people;

    ExaminationScreensTest(PromotionBench bench, TestPeople people) {
        this.bench = bench;
        this.people = people;
        people.rita();
    }

    @Test
    void drawingLeadsToTheSampleWhichTellsWhatCameOut() {
        bench.approve(
                people.priya(),
                bench.asked(
                        people.dana(),
                        bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good())));
        Places.go(UI.getCurrent(), Places.EXAMINATIONS);

        test($view(Button.class).withText("Draw and judge again").single()).click();
        bench.runJobs();
        String heading = $view(H1.class).single().getText();
        Places.go(UI.getCurrent(), Places.EXAMINATIONS + "/" + heading);

        assertThat(heading).startsWith("EX-");
        assertThat(words()).contains("Finished", "Identical", "identical, 0 different");
    }

    @Test
    void aPeriodWithoutPromotionsIsRefusedInWords() {
        Places.go(UI.getCurrent(), Places.EXAMINATIONS);
        test($view(DatePicker.class).first()).setValue(LocalDate.parse("2001-01-01"));
        test($view(DatePicker.class).last()).setValue(LocalDate.parse("2001-01-02"));

        test($view(Button.class).withText("Draw and judge again").single()).click();

        assertThat(words()).contains("No promotion was executed in that period");
    }

    private String words() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
