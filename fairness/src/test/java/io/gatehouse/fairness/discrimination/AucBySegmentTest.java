package io.gatehouse.fairness.discrimination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.discrimination.AucBySegment.Group;
import io.gatehouse.fairness.rows.ScoredGroups;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class AucBySegmentTest {

    private static final ScoredGroups ROWS = ScoredGroups.read();

    private static AucBySegment against(String reference) {
        return AucBySegment.of(
                "region",
                ROWS.names().stream()
                        .map(name -> new AucBySegment.Input(
                                name, ROWS.of(name).plain().sums()))
                        .toList(),
                reference);
    }

    @Test
    void aGroupThatIsRankedBadlyIsFoundAndTheOthersAreNot() {
        List<Group> groups = against("north").groups();
        Group south = groups.get(1);
        Group east = groups.get(2);

        assertThat(groups).extracting(Group::value).containsExactly("north", "south", "east", "isle");
        assertThat(east.difference().value()).isCloseTo(0.6740451388888888 - 0.8736541912330171, within(1e-14));
        assertThat(east.adjustedPValue()).isLessThan(.001);
        assertThat(east.interval(.95).liesBelow(0)).isTrue();
        assertThat(south.adjustedPValue()).isGreaterThan(.05);
        // Two groups are compared: the smaller p-value doubled.
        assertThat(east.adjustedPValue()).isCloseTo(2 * east.difference().pValue(), within(1e-16));
    }

    @Test
    void thirtyOfEitherLabelAreEnough() {
        BigInteger squares = BigInteger.valueOf(30L * 60 * 60);
        PlacementSums ranked = new PlacementSums(30, 30, BigInteger.valueOf(2L * 30 * 30), squares, squares);

        assertThat(AucBySegment.of(
                                "region",
                                List.of(
                                        new AucBySegment.Input("north", ranked),
                                        new AucBySegment.Input("south", ranked)),
                                "north")
                        .groups())
                .noneMatch(Group::tooFewRows);
    }

    @Test
    void theReferenceAndGroupsOfFewRowsAreShownAndNotTested() {
        List<Group> groups = against("north").groups();

        assertThat(groups.get(0).adjustedPValue()).isNaN();
        assertThat(groups.get(0).difference().value()).isZero();
        assertThat(groups.get(3).tooFewRows()).isTrue();
        assertThat(groups.get(3).adjustedPValue()).isNaN();
        assertThat(groups.get(3).auc().value()).isCloseTo(0.7953296703296704, within(1e-14));
        assertThat(against("isle").groups()).extracting(Group::adjustedPValue).containsOnly(Double.NaN);
    }

    @Test
    void swappingGroupAndReferenceTurnsTheDifference() {
        double there = against("north").groups().get(2).difference().value();
        double back = against("east").groups().get(0).difference().value();

        assertThat(back).isEqualTo(-there);
    }

    @Test
    void aReferenceThatIsNoGroupIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> against("west"))
                .withMessageContaining("region has no group west");
    }
}
