package io.gatehouse.portal.schedule;

import io.gatehouse.notices.Deliveries;
import io.gatehouse.notices.NewsRound;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells people of what concerns them: on their screens within seconds, and a little later by mail what came together. */
@Component
@ConditionalOnProperty(name = "gatehouse.background-work", matchIfMissing = true)
class Telling {
    private final NewsRound news;
    private final Deliveries deliveries;

    Telling(NewsRound news, Deliveries deliveries) {
        this.news = news;
        this.deliveries = deliveries;
    }

    @Scheduled(fixedDelayString = "${gatehouse.notices.every:PT2S}", initialDelayString = "PT2S")
    void tell() {
        news.run();
    }

    /** Each message has its own waits after failures, so this only looks what is due. */
    @Scheduled(fixedDelayString = "${gatehouse.mail.every:PT10S}", initialDelayString = "PT10S")
    void deliver() {
        deliveries.deliver();
    }
}
