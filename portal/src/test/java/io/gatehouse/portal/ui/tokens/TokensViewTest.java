package io.gatehouse.portal.ui.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.tokens.AccessTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("vera")
class TokensViewTest extends ScreenTest {
    private final TestPeople people;
    private final AccessTokens tokens;
    private final String name = "laptop " + UUID.randomUUID();

    TokensViewTest(TestPeople people, AccessTokens tokens) {
        super(people);
        this.people = people;
        this.tokens = tokens;
    }

    @Test
    void aTokenIsShownOnceAndOpensTheDoor() {
        make();

        String commands = $view(Pre.class).single().getText();
        String secret = commands.substring(commands.indexOf("gh_"));
        assertThat(words()).contains("This is the token “" + name + "”", "it cannot be shown again");
        assertThat(tokens.owner(secret)).contains(people.vera().person());

        open("tokens");
        assertThat(words()).contains(name, "Valid").doesNotContain(secret);
    }

    @Test
    void aTokenWithoutANameIsExplainedAtTheField() {
        open("tokens");
        test(button("Make the token")).click();

        TextField field = $view(TextField.class).single();
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("Give the token a name");
    }

    @Test
    void afterATokenIsMadeTheEmptiedNameComplainsOfNothing() {
        open("tokens");
        test(button("Make the token")).click();
        test($view(TextField.class).single()).setValue(name);
        test(button("Make the token")).click();

        TextField field = $view(TextField.class).single();
        assertThat(field.getValue()).isEmpty();
        assertThat(field.isInvalid()).isFalse();
        assertThat(field.getErrorMessage()).isNullOrEmpty();
    }

    @Test
    void aTokenNeedsAnEnd() {
        open("tokens");
        test($view(TextField.class).single()).setValue(name);
        $view(DatePicker.class).single().clear();
        test(button("Make the token")).click();

        assertThat($view(DatePicker.class).single().getErrorMessage()).contains("last day");
        assertThat(tokens.of(people.vera())).noneMatch(token -> token.name().equals(name));
    }

    @Test
    void revokingAsksFirstAndSaysWhatStops() {
        make();
        $view(Button.class).all().stream()
                .filter(button -> button.getAriaLabel()
                        .filter(label -> label.contains(name))
                        .isPresent())
                .findFirst()
                .ifPresent(button -> test(button).click());

        ConfirmDialog dialog = $(ConfirmDialog.class).single();
        assertThat(tokens.of(people.vera())).anyMatch(token -> token.name().equals(name) && token.revokedAt() == null);
        test(dialog).confirm();

        assertThat(tokens.of(people.vera())).anyMatch(token -> token.name().equals(name) && token.revokedAt() != null);
        assertThat(words()).contains("Revoked");
    }

    private void make() {
        open("tokens");
        test($view(TextField.class).single()).setValue(name);
        test(button("Make the token")).click();
    }

    private Button button(String words) {
        return $view(Button.class).all().stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
