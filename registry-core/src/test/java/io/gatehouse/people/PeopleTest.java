package io.gatehouse.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import org.junit.jupiter.api.Test;

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
                                        "Adam Berg may not vote on a promotion. It needs the role reviewer; ask an administrator of this"
                                                + " installation."));
    }
}
