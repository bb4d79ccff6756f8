package io.gatehouse.promotion;

import static io.gatehouse.policy.Approver.REVIEWER;
import static io.gatehouse.policy.Approver.RISK;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.policy.Approver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeatsTest {
    private static final Set<Approver> REVIEWS = Set.of(REVIEWER);
    private static final Set<Approver> JUDGES_RISK = Set.of(RISK);
    private static final Set<Approver> BOTH = Set.of(REVIEWER, RISK);
    private static final List<Set<Approver>> PEOPLE = List.of(REVIEWS, JUDGES_RISK, BOTH);

    @Test
    void somebodyOfTwoKindsMovesOverForSomebodyOfOne() {
        Seats seats = new Seats(List.of(REVIEWER, RISK), false);

        assertThat(seats.taken(List.of(BOTH))).containsExactly(0, -1);
        assertThat(seats.admits(List.of(BOTH), REVIEWS)).isTrue();
        assertThat(seats.taken(List.of(BOTH, REVIEWS))).containsExactly(1, 0);
        assertThat(seats.full(List.of(BOTH, REVIEWS))).isTrue();
    }

    @Test
    void aSecondReviewerIsNotSomebodyOfRisk() {
        Seats seats = new Seats(List.of(REVIEWER, RISK), false);

        assertThat(seats.admits(List.of(REVIEWS), REVIEWS)).isFalse();
        assertThat(seats.free(List.of(REVIEWS))).containsExactly(RISK);
    }

    @Test
    void whereThereIsAnOrderNobodyIsAdmittedBeforeTheirTurn() {
        Seats seats = new Seats(List.of(REVIEWER, RISK), true);

        assertThat(seats.admits(List.of(), JUDGES_RISK)).isFalse();
        assertThat(seats.admits(List.of(), REVIEWS)).isTrue();
        assertThat(seats.admits(List.of(REVIEWS), JUDGES_RISK)).isTrue();
    }

    /** All rows of up to four people for all pairs and triples of seats: admitted one by one, they fill as many as the best choice does. */
    @Test
    void whoeverIsAdmittedSitsSomewhereAndNobodyIsTurnedAwayWhoCouldSit() {
        for (List<Approver> kinds : List.of(
                List.of(REVIEWER), List.of(REVIEWER, RISK), List.of(RISK, RISK), List.of(REVIEWER, REVIEWER, RISK))) {
            Seats seats = new Seats(kinds, false);
            rows(4).forEach(row -> {
                List<Set<Approver>> admitted = new ArrayList<>();
                for (Set<Approver> next : row) {
                    boolean could = most(kinds, admitted, next) > admitted.size();
                    assertThat(seats.admits(admitted, next))
                            .as("%s on %s beside %s", next, kinds, admitted)
                            .isEqualTo(could);
                    if (could) {
                        admitted.add(next);
                    }
                }
                assertThat(seats.taken(admitted).stream().filter(seat -> seat >= 0))
                        .hasSize(admitted.size());
            });
        }
    }

    private static List<List<Set<Approver>>> rows(int length) {
        List<List<Set<Approver>>> rows = List.of(List.of());
        for (int i = 0; i < length; i++) {
            rows = rows.stream()
                    .flatMap(row -> PEOPLE.stream().map(person -> {
                        List<Set<Approver>> longer = new ArrayList<>(row);
                        longer.add(person);
                        return longer;
                    }))
                    .map(List::copyOf)
                    .toList();
        }
        return rows;
    }

    /** By trying every seat for everybody. */
    private static int most(List<Approver> kinds, List<Set<Approver>> people, Set<Approver> next) {
        List<Set<Approver>> all = new ArrayList<>(people);
        all.add(next);
        return most(kinds, all, 0, new boolean[kinds.size()]);
    }

    private static int most(List<Approver> kinds, List<Set<Approver>> people, int from, boolean[] used) {
        if (from == people.size()) {
            return 0;
        }
        int best = most(kinds, people, from + 1, used);
        for (int seat = 0; seat < used.length; seat++) {
            if (!used[seat] && people.get(from).contains(kinds.get(seat))) {
                used[seat] = true;
                best = Math.max(best, 1 + most(kinds, people, from + 1, used));
                used[seat] = false;
            }
        }
        return best;
    }
}
