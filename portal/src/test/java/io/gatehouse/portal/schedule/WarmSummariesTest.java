package io.gatehouse.portal.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gatehouse.champions.Champions;
import io.gatehouse.people.People;
import io.gatehouse.portal.bench.PortalTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.config.OneTimeTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@PortalTest
class WarmSummariesTest {
    private final ScheduledTaskHolder schedule;
    private final Champions champions;
    private final People people;

    WarmSummariesTest(ScheduledTaskHolder schedule, Champions champions, People people) {
        this.schedule = schedule;
        this.champions = champions;
        this.people = people;
    }

    @Test
    void whatIsSaidOfAllModelsIsReadOnceAndAtOnce() {
        assertThat(schedule.getScheduledTasks())
                .filteredOn(task -> task.toString().contains(WarmSummaries.class.getName()))
                .singleElement()
                .extracting(ScheduledTask::getTask)
                .isInstanceOfSatisfying(
                        OneTimeTask.class,
                        task -> assertThat(task.getInitialDelayDuration()).isEqualTo(Duration.ZERO));
    }

    @Test
    void theHouseMayReadThem() {
        assertThatCode(new WarmSummaries(champions, people)::read).doesNotThrowAnyException();
    }
}
