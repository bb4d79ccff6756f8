package io.gatehouse.webhooks;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.search.Page;
import io.gatehouse.search.PageToken;
import io.gatehouse.search.Question;
import io.gatehouse.webhooks.Webhook.Wanted;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The webhooks of this installation. They carry names of models out of the house, so administrators alone manage them. */
@Component
public class Webhooks {
    private final WebhookRows rows;
    private final WebhookRules rules;
    private final WebhookSecrets secrets;
    private final WebhookSender sender;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Webhooks(
            WebhookRows rows,
            WebhookRules rules,
            WebhookSecrets secrets,
            WebhookSender sender,
            AuditTrail audit,
            Ids ids,
            Clock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.rules = rules;
        this.secrets = secrets;
        this.sender = sender;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What came of a trial.
     *
     * @param answer what the other side said; absent if it said nothing
     * @param failure why not; empty if it did
     */
    public record Tried(WebhookSender.@Nullable Answer answer, String failure) {}

    /** INVALID if name, address, events or a length cannot be. Names are looked up before the database is asked for anything. */
    public Outcome<Webhook> create(Actor actor, Wanted wanted) {
        Permissions.require(actor, Action.MANAGE_WEBHOOKS);
        Optional<Refusal> refused = rules.objection(wanted);
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        Instant now = now();
        Webhook webhook = new Webhook(
                ids.next(),
                Objects.requireNonNull(wanted.name()),
                Objects.requireNonNull(wanted.url()),
                Objects.requireNonNull(wanted.events()),
                wanted.description(),
                Objects.requireNonNullElse(wanted.status(), Webhook.Status.ACTIVE),
                now,
                now);
        String secret = wanted.secret();
        String sealed = secret == null || secret.isEmpty() ? null : secrets.seal(secret);
        return Objects.requireNonNull(transaction.execute(status -> {
            rows.insert(webhook, sealed, actor.person().id());
            record(actor, "webhook.created", webhook);
            return find(webhook.id());
        }));
    }

    @Transactional(readOnly = true)
    public Outcome<Webhook> find(Actor actor, UUID id) {
        Permissions.require(actor, Action.MANAGE_WEBHOOKS);
        return find(id);
    }

    /** Whether its messages are signed; the secret itself is told to nobody. */
    @Transactional(readOnly = true)
    public boolean signs(Actor actor, UUID id) {
        Permissions.require(actor, Action.MANAGE_WEBHOOKS);
        return rows.secret(id).isPresent();
    }

    /**
     * The newest first.
     *
     * @param token of the page before; empty for the first
     * @throws io.gatehouse.search.InvalidSearchException if the token is not one of this list
     */
    @Transactional(readOnly = true)
    public Page<Webhook> page(Actor actor, int size, Optional<String> token) {
        Permissions.require(actor, Action.MANAGE_WEBHOOKS);
        Question question = Question.of("webhooks");
        return Page.of(rows.after(PageToken.place(token, question), size + 1), size, question);
    }

    /** Changes what is given and leaves the rest; an empty secret takes the old one away. */
    public Outcome<Webhook> change(Actor actor, UUID id, Wanted wanted) {
        Permissions.require(actor, Action.MANAGE_WEBHOOKS);
        if (rows.find(id).isEmpty()) {
            return Outcome.refused(unknown(id));
        }
        Optional<Refusal> refused = rules.objection(wanted);
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        String secret = wanted.secret();
        String sealed = secret == null || secret.isEmpty() ? null : secrets.seal(secret);
        return Objects.requireNonNull(transaction.execute(status -> Outcome.of(rows.lock(id), unknown(id))
                .then(before -> {
                    Webhook after = new Webhook(
                            id,
                            Objects.requireNonNullElse(wanted.name(), before.name()),
                            Objects.requireNonNullElse(wanted.url(), before.url()),
                            Objects.requireNonNullElse(wanted.events(), before.events()),
                            wanted.description() == null ? before.description() : wanted.description(),
                            Objects.requireNonNullElse(wanted.status(), before.status()),
                            before.createdAt(),
                            now());
                    rows.update(after);
                    if (secret != null) {
                        rows.putSecret(id, sealed);
                    }
                    record(actor, "webhook.changed", after);
                    return find(id);
                })));
    }

    /** What was not sent yet is not sent any more. */
    @Transactional
    public Outcome<Webhook> delete(Actor actor, UUID id) {
        Permissions.require(actor, Action.MANAGE_WEBHOOKS);
        return Outcome.of(rows.lock(id), unknown(id)).map(webhook -> {
            rows.delete(id, now());
            record(actor, "webhook.deleted", webhook);
            return webhook;
        });
    }

    /** Sends an example now, whether the webhook is active or not. @param event of which; its first if absent */
    public Outcome<Tried> test(Actor actor, UUID id, Optional<WebhookEvent> event) {
        Permissions.require(actor, Action.MANAGE_WEBHOOKS);
        return find(id).map(webhook -> {
            WebhookEvent example = event.orElse(webhook.events().getFirst());
            String secret = rows.secret(id).map(secrets::open).orElse(null);
            WebhookMessage message = WebhookMessage.of(
                    ids.next(), WebhookMessage.body(example, now(), WebhookExamples.of(example)), secret, now());
            try {
                return new Tried(sender.send(URI.create(webhook.url()), message.headers(), message.body()), "");
            } catch (IOException failure) {
                return new Tried(null, "Failed to test webhook: " + failure.getMessage());
            }
        });
    }

    private Outcome<Webhook> find(UUID id) {
        return Outcome.of(rows.find(id), unknown(id));
    }

    private static Refusal unknown(UUID id) {
        return Refusal.unknown("webhook.unknown", "id", id.toString());
    }

    /** Neither address nor secret: either may grant something to who knows it. */
    private void record(Actor actor, String action, Webhook webhook) {
        audit.append(
                actor,
                action,
                "webhook/" + webhook.id(),
                Map.of(
                        "name", webhook.name(),
                        "host", String.valueOf(URI.create(webhook.url()).getHost()),
                        "status", webhook.status().name(),
                        "events",
                                webhook.events().stream()
                                        .map(each -> each.entity() + "." + each.action())
                                        .collect(Collectors.joining(", "))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
