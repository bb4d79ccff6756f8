package io.gatehouse.promotion;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.outbox.Outbox;
import io.gatehouse.people.Actor;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Tells what happened to a request: to its own history, to those who wait for news, and last to the audit chain. */
@Component
class PromotionSteps {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PromotionRequests requests;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    PromotionSteps(PromotionRequests requests, JdbcClient jdbc, Outbox outbox, AuditTrail audit, Clock clock) {
        this.requests = requests;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts a step on record in the transaction that takes it.
     *
     * @param action such as {@code promotion.opened}
     * @param details ids, numbers and digests for the audit event, never free text
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Actor actor, PromotionRequest request, String action, Sentence sentence, Map<String, ?> details) {
        String text = write(sentence);
        request.remember(text);
        record(actor, request, text);
        Map<String, Object> all = published(actor, request, action, details);
        all.put("model", request.modelId().toString());
        all.put("alias", request.alias());
        all.put("sentence", sentence.code());
        audit.append(actor, action, object(request), all);
    }

    /** Mentions what decides nothing, such as a reminder: in the history and to those who wait for news. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mention(Actor actor, PromotionRequest request, String action, Sentence sentence) {
        mention(actor, request, action, sentence, Map.of());
    }

    /** @param details ids, numbers and digests for those who wait for news */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mention(
            Actor actor, PromotionRequest request, String action, Sentence sentence, Map<String, ?> details) {
        record(actor, request, write(sentence));
        published(actor, request, action, details);
    }

    private void record(Actor actor, PromotionRequest request, String text) {
        requests.flush();
        jdbc.sql("""
                insert into promotion_step (request_id, seq, at, person_id, sentence)
                values (?, (select count(*) + 1 from promotion_step s where s.request_id = ?), ?, ?, ?)""")
                .params(
                        request.id(),
                        request.id(),
                        now().atOffset(ZoneOffset.UTC),
                        actor.person().id(),
                        text)
                .update();
    }

    private Map<String, Object> published(
            Actor actor, PromotionRequest request, String action, Map<String, ?> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("request", request.number());
        all.put("version", request.version());
        all.put("state", request.state().name());
        outbox.publish(actor, action, all);
        return all;
    }

    /** Puts a refusal on record; the request stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refused(Actor actor, PromotionRequest request, String verb, String code) {
        audit.append(
                actor,
                "promotion." + verb + "_refused",
                object(request),
                Map.of("code", code, "state", request.state().name()));
    }

    /** Puts the move of the alias on record where the history of the alias is looked for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void aliasMoved(Actor actor, PromotionRequest request, RegisteredModel model, Map<String, ?> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("request", request.number());
        audit.append(actor, "alias.moved", "model/" + model.name() + "/alias/" + model.protectedAlias(), all);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static String object(PromotionRequest request) {
        return "promotion/PR-" + request.number();
    }

    static String write(Sentence sentence) {
        return JSON.writeValueAsString(sentence);
    }

    /** What was kept of a step, as it is told today. */
    static Sentence read(String sentence) {
        Sentence kept = JSON.readValue(sentence, Sentence.class);
        return kept.code().startsWith("promotion.executed") ? history(kept) : kept;
    }

    /** Requests of former days kept that the version “is champion now”; it may have been followed by another. */
    private static Sentence history(Sentence kept) {
        return Sentences.holes(kept.code())
                .filter(holes -> kept.parameters().keySet().containsAll(holes))
                .map(holes -> Sentences.say(kept.code(), kept.parameters()))
                .orElse(kept);
    }
}
