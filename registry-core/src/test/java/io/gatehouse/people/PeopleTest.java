package io.gatehouse.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.sentences.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class PeopleTest {
    private final People people;
    private final TestPeople cast;

    PeopleTest(People people, TestPeople cast) {
        this.people = people;
        this.cast = cast;
    }

    @Test
    void aPersonIsFoundWithTheirRolesWhateverTheCaseOfTheName() {
        Person bea = cast.both().person();

        assertThat(people.byUsername("BEA")).contains(bea);
        assertThat(bea.roles()).containsExactlyInAnyOrder(Role.DATA_SCIENTIST, Role.REVIEWER);
    }

    @Test
    void anAdministratorMayNotVote() {
        assertThat(Permissions.check(cast.adam(), Action.VOTE))
                .isInstanceOfSatisfying(
                        Permissions.Decision.Denied.class,
                        denied -> assertThat(denied.sentence().english())
                                .isEqualTo(
                                        "Adam Berg may not vote on a promotion. It needs the role reviewer. Nobody changes their own roles;"
                                                + " another administrator can give it to you under People."));
    }

    @Test
    void whoLacksAnyOfSeveralRolesIsToldThemInTheirLanguage() {
        Permissions.Decision.Denied denied =
                (Permissions.Decision.Denied) Permissions.check(cast.carl(), Action.READ_TRACKING);

        assertThat(denied.sentence().english())
                .endsWith(
                        "may not read runs and experiments. It needs one of the roles data scientist, reviewer, risk or"
                                + " viewer; ask an administrator of this installation.");
        assertThat(denied.sentence().in(Language.GERMAN))
                .contains("Nötig ist eine der Rollen Data Science, Prüfung, Risiko oder Einsicht;");
    }

    @Test
    void whoLacksOneRoleIsSentToAnAdministrator() {
        assertThat(Permissions.check(cast.vera(), Action.VOTE))
                .isInstanceOfSatisfying(
                        Permissions.Decision.Denied.class,
                        denied -> assertThat(denied.sentence().english())
                                .endsWith("It needs the role reviewer; ask an administrator of this installation."));
    }

    @Test
    void theTourIsSeenOnceByEachPerson() {
        Actor carl = cast.carl();
        assertThat(people.sawTour(carl.person().id())).isFalse();

        people.seeTour(carl);
        people.seeTour(carl);
        assertThat(people.sawTour(carl.person().id())).isTrue();
        assertThat(people.sawTour(cast.adam().person().id())).isFalse();
    }

    @Test
    void everybodySetsTheirOwnAddressAndAdministratorsSetAnyones() {
        Person carl = cast.carl().person();

        assertThat(people.setAddress(cast.carl(), carl.id(), " c@people.example "))
                .isInstanceOf(People.Addressed.Kept.class);
        assertThat(people.byId(carl.id()).orElseThrow().email()).isEqualTo("c@people.example");
        people.setAddress(cast.adam(), carl.id(), "carl@people.example");
        assertThat(people.byId(carl.id()).orElseThrow().email()).isEqualTo("carl@people.example");
        assertThatThrownBy(() -> people.setAddress(cast.dana(), carl.id(), "elsewhere@people.example"))
                .isInstanceOf(NotPermittedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "carl",
                "a@b@c",
                "a b@c.example",
                "carl@people.example,eve@people.example",
                "Carl <carl@people.example>",
                "c@p.example\nBcc: e@p.example"
            })
    void whatIsNoAddressIsRefused(String address) {
        assertThat(people.setAddress(cast.carl(), cast.carl().person().id(), address))
                .isInstanceOfSatisfying(
                        People.Addressed.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("INVALID_ADDRESS"));
    }
}
