package io.gatehouse.webhooks;

import io.gatehouse.registry.RegistryChange;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down whom to tell of a change of the registry, in the transaction that makes it: what is undone is told to nobody. */
@Component
class WebhookNews {
    private final WebhookDeliveries deliveries;
    private final Clock clock;

    WebhookNews(WebhookDeliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void changed(RegistryChange change) {
        WebhookEvent event = event(change);
        deliveries.add(event, clock.instant(), () -> data(change));
    }

    private static WebhookEvent event(RegistryChange change) {
        return switch (change) {
            case RegistryChange.ModelCreated made -> WebhookEvent.REGISTERED_MODEL_CREATED;
            case RegistryChange.VersionCreated made -> WebhookEvent.MODEL_VERSION_CREATED;
            case RegistryChange.VersionTagSet set -> WebhookEvent.MODEL_VERSION_TAG_SET;
            case RegistryChange.VersionTagDeleted deleted -> WebhookEvent.MODEL_VERSION_TAG_DELETED;
            case RegistryChange.AliasSet set -> WebhookEvent.MODEL_VERSION_ALIAS_CREATED;
            case RegistryChange.AliasDeleted deleted -> WebhookEvent.MODEL_VERSION_ALIAS_DELETED;
        };
    }

    private static Map<String, @Nullable Object> data(RegistryChange change) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("name", change.model());
        switch (change) {
            case RegistryChange.ModelCreated made -> {
                data.put("tags", made.tags());
                data.put("description", made.description());
            }
            case RegistryChange.VersionCreated made -> {
                data.put("version", String.valueOf(made.version()));
                data.put("source", made.source());
                data.put("run_id", made.runId());
                data.put("tags", made.tags());
                data.put("description", made.description());
            }
            case RegistryChange.VersionTagSet set -> {
                data.put("version", String.valueOf(set.version()));
                data.put("key", set.key());
                data.put("value", set.value());
            }
            case RegistryChange.VersionTagDeleted deleted -> {
                data.put("version", String.valueOf(deleted.version()));
                data.put("key", deleted.key());
            }
            case RegistryChange.AliasSet set -> {
                data.put("alias", set.alias());
                data.put("version", String.valueOf(set.version()));
            }
            case RegistryChange.AliasDeleted deleted -> data.put("alias", deleted.alias());
        }
        return data;
    }
}
