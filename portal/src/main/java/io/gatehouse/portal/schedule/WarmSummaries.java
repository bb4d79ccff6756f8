package io.gatehouse.portal.schedule;

import io.gatehouse.champions.Champions;
import io.gatehouse.people.People;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads what is said of all models once the portal has started, so that the first who looks in the morning does not wait for it. */
@Component
@ConditionalOnProperty(name = "gatehouse.background-work", matchIfMissing = true)
class WarmSummaries {
    private final Champions champions;
    private final People people;

    WarmSummaries(Champions champions, People people) {
        this.champions = champions;
        this.people = people;
    }

    @Scheduled(initialDelay = 0)
    void read() {
        champions.summaries(people.system("start"));
    }
}
