package io.gatehouse.portal.schedule;

import io.gatehouse.webhooks.WebhookDeliveries;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells webhooks within seconds; each message has its own waits after failures. */
@Component
@ConditionalOnProperty(name = "gatehouse.background-work", matchIfMissing = true)
class TellingWebhooks {
    private static final String EVERY = "${gatehouse.webhooks.every:PT2S}";

    private final WebhookDeliveries deliveries;

    TellingWebhooks(WebhookDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Scheduled(fixedDelayString = EVERY, initialDelayString = EVERY)
    void tell() {
        deliveries.deliver();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT15M")
    void forget() {
        deliveries.forget();
    }
}
