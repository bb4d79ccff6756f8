package io.gatehouse.portal.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.people.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TourStepTest {
    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleHasThreeToFiveSteps(Role role) {
        List<TourStep> steps = TourStep.of(Set.of(role));

        assertThat(steps).hasSizeBetween(3, 5).endsWith(TourStep.YOU);
    }

    @Test
    void whoeverHasManyRolesIsNotKeptLong() {
        assertThat(TourStep.of(EnumSet.allOf(Role.class))).hasSize(5).endsWith(TourStep.YOU);
    }
}
