package io.gatehouse.portal.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.gatehouse.accounts.Account;
import io.gatehouse.accounts.Accounts;
import io.gatehouse.accounts.Identities;
import io.gatehouse.accounts.Identity;
import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Role;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.tokens.AccessTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("adam")
class PeopleViewTest extends ScreenTest {
    private final People people;
    private final Accounts accounts;
    private final SignInLinks links;
    private final Identities identities;
    private final AccessTokens tokens;
    private final Clock clock;
    private final Actor adam;
    private final String somebody = "s" + UUID.randomUUID();

    PeopleViewTest(
            TestPeople cast,
            People people,
            Accounts accounts,
            SignInLinks links,
            Identities identities,
            AccessTokens tokens,
            Clock clock) {
        super(cast);
        this.people = people;
        this.accounts = accounts;
        this.links = links;
        this.identities = identities;
        this.tokens = tokens;
        this.clock = clock;
        this.adam = cast.adam();
    }

    @Test
    void everybodyStandsThereWithTheirRolesAndCanBeFound() {
        open("people?find=priya");

        assertThat(words())
                .contains("Priya Shah", "Reviewer", "never", "Active", "No mail server is named")
                .doesNotContain("Dmitri Novak");
        assertThat($view(Anchor.class).all().stream().map(Anchor::getHref)).contains("people/priya", "new-person");
    }

    @Test
    void whoIsAddedGetsALinkToHandOver() {
        open("new-person");
        field("Name").setValue("Some Body");
        field("User name").setValue(somebody);
        test($view(EmailField.class).single()).setValue("some@body.example");
        $view(RoleBoxes.class).single().setValue(Set.of(Role.REVIEWER));
        press("Add a person");

        String link = $view(Pre.class).single().getText();
        String secret = link.substring(link.lastIndexOf('/') + 1);
        assertThat(link).startsWith("http").contains("/sign-in-link/");
        assertThat(links.bearer(secret)).map(found -> found.username()).contains(somebody);
        assertThat(words()).contains("By this link Some Body, whose user name is ", "shown this once");
        assertThat($view(Anchor.class).all().stream().map(Anchor::getHref))
                .anyMatch(href -> href.startsWith("mailto:some@body.example?subject="));
        open("people/" + somebody);
        assertThat(words()).contains("Invited").doesNotContain(secret);
    }

    @Test
    void whatIsUnfitIsExplainedAtItsField() {
        open("new-person");
        field("Name").setValue("Some Body");
        field("User name").setValue("priya");
        $view(RoleBoxes.class).single().setValue(Set.of(Role.VIEWER));
        press("Add a person");

        assertThat(field("User name").isInvalid()).isTrue();
        assertThat(field("User name").getErrorMessage()).contains("priya already");
        field("User name").setValue(somebody);
        $view(RoleBoxes.class).single().clear();
        press("Add a person");
        assertThat(field("User name").isInvalid()).isFalse();
        assertThat($view(RoleBoxes.class).single().getErrorMessage()).contains("at least one role");
        assertThat(people.byUsername(somebody)).isEmpty();
    }

    @Test
    void rolesNameAndAddressOfSomebodyAreChanged() {
        add(Role.VIEWER);
        open("people/" + somebody);
        $view(RoleBoxes.class).single().setValue(Set.of(Role.VIEWER, Role.RISK));
        press("Save the roles");

        assertThat(people.byUsername(somebody).orElseThrow().roles()).containsExactlyInAnyOrder(Role.VIEWER, Role.RISK);
        assertThat(words()).contains("The roles of Somebody are saved");

        field("Name").setValue("Somebody Else");
        test($view(EmailField.class).single()).setValue("nowhere");
        press("Save name and address");
        assertThat($view(EmailField.class).single().getErrorMessage()).contains("no mail address");
        assertThat(people.byUsername(somebody).orElseThrow().displayName()).isEqualTo("Somebody");

        test($view(EmailField.class).single()).setValue("some@body.example");
        press("Save name and address");
        assertThat(heading()).isEqualTo("Somebody Else");
        assertThat(people.byUsername(somebody).orElseThrow().email()).isEqualTo("some@body.example");
    }

    @Test
    void whoIsDeactivatedIsNamedWithWhatStopsAndCanBeLetInAgain() {
        add(Role.DATA_SCIENTIST);
        Actor owner = new Actor(people.byUsername(somebody).orElseThrow(), Actor.Via.SCREEN, "test");
        tokens.issue(owner, "nightly", clock.instant().plus(Duration.ofDays(3)));
        open("people/" + somebody);
        assertThat(words()).contains("nightly");

        press("Deactivate");
        ConfirmDialog dialog = $(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getProperty("message")).contains("Their access token is revoked");
        test(dialog).confirm();

        assertThat(state()).isEqualTo(Account.State.DEACTIVATED);
        assertThat(words()).contains("Somebody is deactivated", "None that still opens");
        press("Let in again");
        assertThat(people.byUsername(somebody).orElseThrow().active()).isTrue();
    }

    @Test
    void whoeverAProviderVouchesForIsShownWithWhatItCallsThemAndCanBePartedFromIt() {
        add(Role.VIEWER);
        identities.admit(
                new Identity("https://id.example.org", somebody, "some.body@example.org"),
                Optional.of(somebody),
                Actor.Via.SCREEN,
                "test");
        open("people/" + somebody);
        assertThat(state()).isEqualTo(Account.State.ACTIVE);
        assertThat(words()).contains("some.body@example.org", "https://id.example.org");

        press("Part the two");

        assertThat(words())
                .contains("Somebody signs in through no provider any more")
                .doesNotContain("some.body@example.org");
        assertThat(state()).isEqualTo(Account.State.LINK_OVER);
    }

    @Test
    void peopleAreNarrowedDownByRole() {
        open("people?may=Reviewer");

        assertThat(words()).contains("Priya Shah").doesNotContain("Carl");
    }

    @Test
    void ofTheirOwnAccountAnAdministratorChangesTheNameAlone() {
        open("people/adam");

        assertThat(words()).contains("Nobody changes their own roles", "Administrator");
        assertThat($view(Button.class).all().stream().map(Button::getText))
                .doesNotContain("Deactivate", "Save the roles", "Make a link to choose another password");
    }

    @Test
    void aNameThatNobodyHasIsNotFound() {
        open("people/" + somebody);

        assertThat(words()).contains("Nobody is called " + somebody);
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
        for (String place : new String[] {"people", "people/dmitri", "new-person"}) {
            open(place);

            assertThat(words()).doesNotContain("dmitri", "@");
            assertThat($view(RoleBoxes.class).all()).isEmpty();
        }
    }

    private void add(Role role) {
        accounts.add(adam, new Accounts.NewAccount(somebody, "Somebody", "", Set.of(role)));
    }

    private Account.State state() {
        return accounts.of(adam, somebody).orElseThrow().state();
    }

    private TextField field(String label) {
        return $view(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }
}
