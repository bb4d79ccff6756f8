package io.gatehouse.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.accounts.Accounts;
import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** People are told what others did with their accounts. */
@DatabaseTest
@Import(Postbox.class)
class AccountNewsTest {
    private final Accounts accounts;
    private final SignInLinks links;
    private final NewsRound news;
    private final Inbox inbox;
    private final People everybody;
    private final Actor adam;
    private final String somebody = "s" + UUID.randomUUID();

    AccountNewsTest(
            Accounts accounts, SignInLinks links, NewsRound news, Inbox inbox, People everybody, TestPeople people) {
        this.accounts = accounts;
        this.links = links;
        this.news = news;
        this.inbox = inbox;
        this.everybody = everybody;
        this.adam = people.adam();
    }

    @Test
    void whoeverHasAnAccountIsToldThatSomebodyMadeALinkIntoIt() {
        everybody.add(new People.NewPerson(somebody, "Some Body", "", Set.of(Role.VIEWER), "somebody-password"));

        links.make(adam, somebody);

        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("Adam")
                .contains("made a sign-in link for your account");
    }

    @Test
    void whoeverWaitsForTheirFirstLinkIsNotToldOfIt() {
        accounts.add(adam, new Accounts.NewAccount(somebody, "Some Body", "", Set.of(Role.VIEWER)));

        links.make(adam, somebody);

        assertThat(told()).isEmpty();
    }

    @Test
    void whoseRolesWereChangedIsTold() {
        everybody.add(new People.NewPerson(somebody, "Some Body", "", Set.of(Role.VIEWER), "somebody-password"));

        accounts.grant(adam, somebody, Set.of(Role.ADMINISTRATOR));

        assertThat(told()).singleElement().asString().endsWith("changed your roles.");
    }

    private List<String> told() {
        news.run();
        Actor reader = new Actor(everybody.byUsername(somebody).orElseThrow(), Actor.Via.SCREEN, "test");
        return inbox.page(reader, new Inbox.Query(false, NoticeKind.ACCOUNT, 0, 50)).stream()
                .map(notice -> notice.title().english())
                .toList();
    }
}
