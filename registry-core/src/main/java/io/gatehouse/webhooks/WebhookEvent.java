package io.gatehouse.webhooks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a webhook can be told of, each by MLflow's names of what it is about and of what became of that. */
public enum WebhookEvent {
    REGISTERED_MODEL_CREATED,
    MODEL_VERSION_CREATED,
    MODEL_VERSION_TAG_SET,
    MODEL_VERSION_TAG_DELETED,
    MODEL_VERSION_ALIAS_CREATED,
    MODEL_VERSION_ALIAS_DELETED;

    /** As MLflow lists them; an example is of the first. */
    static final Comparator<WebhookEvent> BY_NAME =
            Comparator.comparing(WebhookEvent::entity).thenComparing(WebhookEvent::action);

    /** Such as {@code model_version}. */
    public String entity() {
        return word(0, name().lastIndexOf('_'));
    }

    /** Such as {@code created}. */
    public String action() {
        return word(name().lastIndexOf('_') + 1, name().length());
    }

    private String word(int from, int to) {
        return name().substring(from, to).toLowerCase(Locale.ROOT);
    }

    /** @param entity as {@link #entity()} @param action as {@link #action()} */
    public static Optional<WebhookEvent> of(String entity, String action) {
        return Arrays.stream(values())
                .filter(event -> event.entity().equals(entity) && event.action().equals(action))
                .findFirst();
    }
}
