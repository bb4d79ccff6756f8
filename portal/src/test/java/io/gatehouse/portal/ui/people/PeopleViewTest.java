package io.gatehouse.portal.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.EmailField;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.People;
import io.gatehouse.portal.ui.ScreenTest;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("adam")
class PeopleViewTest extends ScreenTest {
    private final People people;

    PeopleViewTest(TestPeople cast, People people) {
        super(cast);
        this.people = people;
    }

    @Test
    void anAdministratorSetsTheAddressOfAnybody() {
        open("people");
        assertThat(words())
                .contains("Priya Shah", "Reviewer", "No mail server is named", "Every mail arrived, or is on its way.")
                .contains("Accounts are made at the first start of an installation", "docs/ACCOUNTS.md");
        EmailField address = $view(EmailField.class).all().stream()
                .filter(field -> field.getAriaLabel().equals(java.util.Optional.of("Mail address of Dmitri Novak")))
                .findFirst()
                .orElseThrow();

        test(address).setValue("dn@people.example");
        test($view(Button.class).all().stream()
                        .filter(button -> button.getAriaLabel()
                                .equals(java.util.Optional.of("Save: Mail address of Dmitri Novak")))
                        .findFirst()
                        .orElseThrow())
                .click();

        assertThat(people.byUsername("dmitri").orElseThrow().email()).isEqualTo("dn@people.example");
        assertThat(words()).contains("Saved");
    }

    @Test
    void theFirstPageOfAnAdministratorLeadsToWhatTheyLookAfter() {
        open("");

        assertThat($view(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("people", "webhooks", "storage", "policies");
        assertThat(words()).contains("which mail never arrived", "what of it can go");
    }

    @Test
    @WithMockUser("priya")
    void nobodyElseSeesThem() {
        open("people");

        assertThat(words()).doesNotContain("dmitri", "@");
        assertThat(heading()).doesNotContain("People");
    }
}
