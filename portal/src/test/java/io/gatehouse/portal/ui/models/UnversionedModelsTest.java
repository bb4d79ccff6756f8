package io.gatehouse.portal.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import io.gatehouse.house.TestDatabase;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.StoredScreenTest;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.promotion.PromotionBench;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.TestPropertySource;

/** A house in which models are registered and none has a version. */
@StoredScreenTest
@TestPropertySource(properties = TestDatabase.NAME + "=unversioned")
@WithMockUser("vera")
class UnversionedModelsTest extends SpringBrowserlessTest {
    private final String model;

    UnversionedModelsTest(PromotionBench bench, TestPeople people) {
        people.vera();
        this.model = bench.model(people.dana());
    }

    @Test
    void theModelsAreNamedAndNotSaidToBeMoreThanNone() {
        Places.go(UI.getCurrent(), Places.MODELS);

        assertThat(words())
                .contains("No model has a version yet.", model)
                .containsPattern("registered without a version:")
                .doesNotContain("No model has been registered", "more model");
    }

    @Test
    void homeDoesNotSayThatNoneIsRegistered() {
        Places.go(UI.getCurrent(), Places.HOME);

        assertThat(words()).contains("No model has a version yet.").doesNotContain("No model has been registered");
    }

    private String words() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
