package io.gatehouse.portal.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.delegation.Delegation;
import io.gatehouse.delegation.Delegations;
import io.gatehouse.house.TestPeople;
import io.gatehouse.notices.Inbox;
import io.gatehouse.notices.NewsRound;
import io.gatehouse.notices.NoticeChoices;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.portal.ui.ScreenTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** A delegation is the news that needs least. */
@WithMockUser("vera")
class NoticesViewTest extends ScreenTest {
    private final TestPeople people;
    private final People everybody;
    private final Delegations delegations;
    private final NewsRound news;
    private final Inbox inbox;
    private final NoticeChoices choices;
    private final Clock clock;
    private final JdbcClient jdbc;

    NoticesViewTest(
            TestPeople people,
            People everybody,
            Delegations delegations,
            NewsRound news,
            Inbox inbox,
            NoticeChoices choices,
            Clock clock,
            JdbcClient jdbc) {
        super(people);
        this.jdbc = jdbc;
        this.people = people;
        this.everybody = everybody;
        if (everybody.byUsername("newcomer").isEmpty()) {
            everybody.add(
                    new People.NewPerson("newcomer", "Nora Neu", "", Set.of(Role.VIEWER), "a password of hers alone"));
        }
        this.delegations = delegations;
        this.news = news;
        this.inbox = inbox;
        this.choices = choices;
        this.clock = clock;
    }

    @Test
    void whatConcernsTheReaderIsListedMarkedReadAndNewAgain() {
        String name = handed();
        open("notices?show=new");
        assertThat(words()).contains(name + " handed their reviewing to you until", "On leave", "Handed over");
        assertThat(bell()).contains("new");

        pressNamed("Mark as read: " + name);
        assertThat(words()).doesNotContain(name);
        open("notices");
        assertThat(words()).contains(name);
        pressNamed("Mark as new: " + name);
        open("notices?show=new");
        assertThat(words()).contains(name);
    }

    @Test
    void whatWaitedAndNoLongerDoesIsDone() {
        String name = handed();
        open("notices");
        assertThat(words()).doesNotContain("Done");

        jdbc.sql("update notice set kind = 'YOUR_TURN', done_at = at where title like ?")
                .param("%" + name + "%")
                .update();
        open("notices");

        assertThat(words()).contains("Done").doesNotContain("Waits for you");
    }

    @Test
    void openingWhatItIsAboutReadsIt() {
        String name = handed();

        open("delegations");
        open("notices?show=new");

        assertThat(words()).doesNotContain(name);
    }

    @Test
    void allAreReadAtOnce() {
        handed();
        open("notices");

        press("Mark all as read");

        assertThat(words()).contains("You have read all of them.");
        assertThat(bell()).isEqualTo("Notices, none new");
        open("notices?show=new");
        assertThat(words()).contains("No notice is like that.", "Show all");
    }

    @Test
    void theListIsNarrowedByTheAddress() {
        String name = handed();

        open("notices?kind=outcome");
        assertThat(words()).doesNotContain(name);
        open("notices?kind=delegation");
        assertThat(words()).contains(name);
        assertThat($view(Checkbox.class).single().getValue()).isFalse();
    }

    @Test
    @WithMockUser("newcomer")
    void whomNothingConcernsReadsWhatWouldStandHere() {
        open("notices");

        assertThat(words()).contains("Nothing concerned you yet.");
    }

    @Test
    void everybodyChoosesTheirAddressAndWhatComesByMail() {
        open("notices/settings");
        assertThat(words()).contains("This installation sends no mail");
        EmailField address = $view(EmailField.class).single();
        test(address).setValue("no address");
        pressNamed("Save: Mail address");
        assertThat(address.getErrorMessage()).startsWith("That is no mail address.");
        test(address).setValue("vera.klein@people.example");
        pressNamed("Save: Mail address");
        assertThat(everybody.byUsername("vera").orElseThrow().email()).isEqualTo("vera.klein@people.example");

        discussion().setValue(false);
        assertThat(choices.byMail(people.vera())).doesNotContain(NoticeKind.DISCUSSION);
        open("notices/settings");
        assertThat(discussion().getValue()).isFalse();
        discussion().setValue(true);
        assertThat(choices.byMail(people.vera())).contains(NoticeKind.DISCUSSION);
    }

    @Test
    void everyKindSaysWhatItIsAbout() {
        for (NoticeKind kind : NoticeKind.values()) {
            assertThat(I18NProvider.translate("notices.kind." + kind)).doesNotContain("!{");
        }
    }

    @SuppressWarnings("unchecked") // The groups hold yes and no; their class cannot say so.
    private RadioButtonGroup<Boolean> discussion() {
        return $view(RadioButtonGroup.class).all().get(NoticeKind.DISCUSSION.ordinal());
    }

    /** Somebody new hands their reviewing to Vera; the portal tells of it by itself, if the test does not first. */
    private String handed() {
        String name = "Rena " + UUID.randomUUID();
        Person reviewer =
                everybody.add(new People.NewPerson("r" + UUID.randomUUID(), name, "", Set.of(Role.REVIEWER), "secret"));
        Actor actor = new Actor(reviewer, Actor.Via.SCREEN, "test");
        Delegation made = ((Delegations.Outcome.Done)
                        delegations.hand(actor, "vera", clock.instant().plus(Duration.ofDays(2)), "On leave"))
                .delegation();
        news.run();
        Awaitility.await()
                .until(() -> inbox.page(people.vera(), new Inbox.Query(true, null, 0, 500)).stream()
                        .anyMatch(notice -> notice.title().english().startsWith(name)));
        assertThat(made.to().username()).isEqualTo("vera");
        return name;
    }

    private String bell() {
        return $(Anchor.class).all().stream()
                .filter(link -> link.hasClassName("gh-bell"))
                .map(link -> link.getElement().getAttribute("aria-label"))
                .findFirst()
                .orElseThrow();
    }

    private void pressNamed(String nameBegins) {
        List<Button> found = $view(Button.class).all().stream()
                .filter(button -> button.getAriaLabel()
                        .filter(name -> name.startsWith(nameBegins))
                        .isPresent())
                .toList();
        test(found.getFirst()).click();
    }
}
