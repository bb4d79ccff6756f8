package io.gatehouse.portal.ui.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.ui.ScreenTest;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("vera")
class ErrorViewsTest extends ScreenTest {
    ErrorViewsTest(TestPeople people) {
        super(people);
    }

    @Test
    void anAddressThatNoScreenHasIsAnsweredWithWaysOn() {
        open("nowhere/at/all");
        assertThat(heading()).isEqualTo("Nothing is here");
        assertThat(words())
                .contains("There is no page at “nowhere/at/all”.", "Home", "Models")
                .doesNotContain("route");
    }

    @Test
    @WithMockUser("carl")
    void nothingIsOfferedThatIsClosedToWhoeverLostTheWay() {
        open("nowhere/at/all");
        assertThat($view(Anchor.class).all().stream().map(Anchor::getText))
                .contains("Home", "Models", "Risk lists")
                .doesNotContain("Reviews");
    }
}
