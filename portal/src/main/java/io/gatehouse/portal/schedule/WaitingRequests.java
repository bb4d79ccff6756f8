package io.gatehouse.portal.schedule;

import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.overrides.Overrides;
import io.gatehouse.promotion.Promotions;
import io.gatehouse.work.Jobs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has somebody look after promotion requests that wait for people and after overrides, so that each ends when it should. */
@Component
@ConditionalOnProperty(name = "gatehouse.background-work", matchIfMissing = true)
class WaitingRequests {
    private final Jobs jobs;
    private final SignInLinks links;

    WaitingRequests(Jobs jobs, SignInLinks links) {
        this.jobs = jobs;
        this.links = links;
    }

    @Scheduled(
            fixedDelayString = "${gatehouse.requests.look-every:PT10M}",
            initialDelayString = "${gatehouse.requests.look-first:PT1M}")
    void look() {
        links.endThoseOver();
        jobs.enqueueOnce(Promotions.LOOK_AFTER_WAITING);
        jobs.enqueueOnce(Overrides.LOOK_AFTER);
    }

    /** A moment is looked at twice, a minute apart or more, before anything is executed. */
    @Scheduled(fixedDelayString = "${gatehouse.requests.execute-every:PT30S}", initialDelayString = "PT15S")
    void execute() {
        jobs.enqueueOnce(Promotions.EXECUTE_SCHEDULED);
    }
}
