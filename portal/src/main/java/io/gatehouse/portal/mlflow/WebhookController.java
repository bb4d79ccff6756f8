package io.gatehouse.portal.mlflow;

import io.gatehouse.people.Actor;
import io.gatehouse.search.Page;
import io.gatehouse.webhooks.Webhook;
import io.gatehouse.webhooks.WebhookEvent;
import io.gatehouse.webhooks.WebhookSender;
import io.gatehouse.webhooks.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** MLflow's calls about webhooks. */
@MlflowController
class WebhookController {
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** By MLflow's numbers, from 1. */
    private enum Entity {
        REGISTERED_MODEL,
        MODEL_VERSION,
        MODEL_VERSION_TAG,
        MODEL_VERSION_ALIAS,
        PROMPT,
        PROMPT_VERSION,
        PROMPT_TAG,
        PROMPT_VERSION_TAG,
        PROMPT_ALIAS,
        BUDGET_POLICY
    }

    /** By MLflow's numbers, from 1. */
    private enum Action {
        CREATED,
        UPDATED,
        DELETED,
        SET,
        EXCEEDED
    }

    private record EventBody(String entity, String action) {
        static EventBody of(WebhookEvent event) {
            return new EventBody(
                    event.entity().toUpperCase(Locale.ROOT), event.action().toUpperCase(Locale.ROOT));
        }
    }

    private record WebhookBody(
            String webhookId,
            String name,
            String url,
            List<EventBody> events,
            @Nullable String description,
            String status,
            long creationTimestamp,
            long lastUpdatedTimestamp) {
        static WebhookBody of(Webhook webhook) {
            return new WebhookBody(
                    webhook.id().toString(),
                    webhook.name(),
                    webhook.url(),
                    webhook.events().stream().map(EventBody::of).toList(),
                    described(webhook.description()),
                    webhook.status().name(),
                    millis(webhook.createdAt()),
                    millis(webhook.updatedAt()));
        }

        /** An empty text is none, as in every message of the protocol that has a field left out. */
        private static @Nullable String described(@Nullable String description) {
            return description == null || description.isEmpty() ? null : description;
        }

        private static long millis(Instant moment) {
            return moment.toEpochMilli();
        }
    }

    private record One(WebhookBody webhook) implements WireAnswer {}

    private record Many(
            List<WebhookBody> webhooks, @Nullable String nextPageToken) implements WireAnswer {}

    private record ResultBody(
            boolean success,
            @Nullable Integer responseStatus,
            @Nullable String responseBody,
            @Nullable String errorMessage) {}

    private record Result(ResultBody result) implements WireAnswer {}

    @PostMapping("/webhooks")
    WireAnswer create(WireRequest request, Actor actor) {
        request.text("name");
        request.text("url");
        return one(Refusals.orRefuse(webhooks.create(actor, wanted(request, events(request)))));
    }

    @GetMapping("/webhooks")
    WireAnswer list(WireRequest request, Actor actor) {
        int asked = request.optionalInt32("max_results").orElse(0);
        int most = asked == 0 ? USUAL_PAGE : asked;
        if (most < 1 || most > LARGEST_PAGE) {
            throw MlflowRefusal.invalid("max_results must be between 1 and " + LARGEST_PAGE + ".");
        }
        Page<Webhook> page = webhooks.page(actor, most, request.optionalText("page_token"));
        return new Many(
                page.items().stream().map(WebhookBody::of).toList(), page.next().orElse(null));
    }

    @GetMapping("/webhooks/{id}")
    WireAnswer get(@PathVariable("id") String id, Actor actor) {
        return one(Refusals.orRefuse(webhooks.find(actor, id(id))));
    }

    @PatchMapping("/webhooks/{id}")
    WireAnswer change(@PathVariable("id") String id, WireRequest request, Actor actor) {
        // An empty list is what clients send for a change that leaves the events as they are.
        List<WebhookEvent> events = events(request);
        return one(
                Refusals.orRefuse(webhooks.change(actor, id(id), wanted(request, events.isEmpty() ? null : events))));
    }

    @DeleteMapping("/webhooks/{id}")
    WireAnswer delete(@PathVariable("id") String id, Actor actor) {
        Refusals.orRefuse(webhooks.delete(actor, id(id)));
        return WireAnswer.EMPTY;
    }

    @PostMapping("/webhooks/{id}/test")
    WireAnswer test(@PathVariable("id") String id, WireRequest request, Actor actor) {
        Optional<WebhookEvent> event = request.object("event").map(WebhookController::event);
        Webhooks.Tried tried = Refusals.orRefuse(webhooks.test(actor, id(id), event));
        WebhookSender.@Nullable Answer answer = tried.answer();
        return new Result(
                answer == null
                        ? new ResultBody(false, null, null, tried.failure())
                        : new ResultBody(answer.taken(), answer.status(), answer.body(), null));
    }

    private static Webhook.Wanted wanted(WireRequest request, @Nullable List<WebhookEvent> events) {
        return new Webhook.Wanted(
                request.optionalText("name").orElse(null),
                request.optionalText("url").orElse(null),
                events,
                request.optionalText("description").orElse(null),
                request.optionalText("secret").orElse(null),
                request.oneOf("status", 1, List.of(Webhook.Status.values())).orElse(null));
    }

    private static List<WebhookEvent> events(WireRequest request) {
        return request.objects("events").stream().map(WebhookController::event).toList();
    }

    private static WebhookEvent event(WireRequest request) {
        Entity entity =
                request.oneOf("entity", 1, List.of(Entity.values())).orElseThrow(() -> request.missing("entity"));
        Action action =
                request.oneOf("action", 1, List.of(Action.values())).orElseThrow(() -> request.missing("action"));
        return WebhookEvent.of(word(entity), word(action))
                .orElseThrow(() -> MlflowRefusal.invalid("Invalid action '" + word(action) + "' for entity '"
                        + word(entity) + "'. Webhooks are told of registered_model.created, model_version.created,"
                        + " model_version_tag.set and .deleted, model_version_alias.created and .deleted."));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What is no id of ours is the id of nothing. */
    private static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw MlflowRefusal.missing("Webhook with ID " + id + " not found.");
        }
    }

    private static WireAnswer one(Webhook webhook) {
        return new One(WebhookBody.of(webhook));
    }
}
