package io.gatehouse.portal.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gatehouse.cleanup.CleanUps;
import io.gatehouse.people.People;
import io.gatehouse.portal.bench.PortalTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@PortalTest
class ArtifactHousekeepingTest {
    private final ScheduledTaskHolder schedule;
    private final CleanUps cleanUps;
    private final People people;

    ArtifactHousekeepingTest(ScheduledTaskHolder schedule, CleanUps cleanUps, People people) {
        this.schedule = schedule;
        this.cleanUps = cleanUps;
        this.people = people;
    }

    @Test
    void whatNothingRefersToIsSweptSomeTimesADayAndNotAtOnce() {
        assertThat(schedule.getScheduledTasks())
                .filteredOn(task -> task.toString().contains(ArtifactHousekeeping.class.getName()))
                .singleElement()
                .extracting(ScheduledTask::getTask)
                .isInstanceOfSatisfying(FixedDelayTask.class, task -> {
                    assertThat(task.getIntervalDuration()).isEqualTo(Duration.ofHours(6));
                    assertThat(task.getInitialDelayDuration()).isEqualTo(Duration.ofMinutes(10));
                });
    }

    @Test
    void aGraceInWhichAnUploadCouldStillBeUnderWayIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new ArtifactHousekeeping(cleanUps, people, Duration.ofMinutes(59), false))
                .withMessageContaining("gatehouse.artifacts.sweep-grace")
                .withMessageContaining("PT1H");
        assertThat(new ArtifactHousekeeping(cleanUps, people, Duration.ofHours(1), false))
                .isNotNull();
    }
}
