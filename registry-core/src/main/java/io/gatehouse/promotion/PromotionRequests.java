package io.gatehouse.promotion;

import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The stored requests. Whoever changes one holds the lock of its model first, so that two decisions on the same model follow each other
 * and never wait for one another crosswise.
 */
@Component
class PromotionRequests {
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final RegisteredModels models;

    PromotionRequests(EntityManager entities, JdbcClient jdbc, RegisteredModels models) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.models = models;
    }

    /** @param model absent if it was deleted meanwhile */
    record Locked(PromotionRequest request, Optional<RegisteredModel> model) {}

    /** Locks the model of a request and reads the request as it stands then. */
    Optional<Locked> lock(long number) {
        return jdbc.sql("select model_id from promotion_request where number = ?")
                .param(number)
                .query(UUID.class)
                .optional()
                .map(models::lock)
                .map(model -> new Locked(byNumber(number), model));
    }

    PromotionRequest byNumber(long number) {
        return entities.createQuery("select r from PromotionRequest r where r.number = :number", PromotionRequest.class)
                .setParameter("number", number)
                .getSingleResult();
    }

    Optional<PromotionRequest> byId(UUID id) {
        return Optional.ofNullable(entities.find(PromotionRequest.class, id));
    }

    /** The open request for just this. */
    Optional<PromotionRequest> open(UUID modelId, String alias, int version) {
        return entities.createQuery("select r from PromotionRequest r where r.openKey = :key", PromotionRequest.class)
                .setParameter("key", PromotionRequest.openKey(modelId, alias, version))
                .getResultStream()
                .findFirst();
    }

    /** All other open requests for the alias of the model. */
    List<PromotionRequest> openBeside(PromotionRequest request) {
        return entities.createQuery(
                        "select r from PromotionRequest r where r.modelId = :model and r.alias = :alias"
                                + " and r.openKey is not null and r.id <> :id order by r.number",
                        PromotionRequest.class)
                .setParameter("model", request.modelId())
                .setParameter("alias", request.alias())
                .setParameter("id", request.id())
                .getResultList();
    }

    /** The numbers of open requests of which something can be due by a moment. */
    List<Long> dueBy(Instant now) {
        return jdbc.sql("""
                select number from promotion_request
                where open_key is not null and (remind_at <= :now or expires_at <= :announced) order by number""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("announced", now.plus(Deadlines.ANNOUNCED).atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getLong("number"))
                .list();
    }

    /** The numbers of approved requests whose moment has come. */
    List<Long> scheduledBy(Instant now) {
        return jdbc.sql(
                        "select number from promotion_request where state = 'APPROVED' and execute_at <= ? order by number")
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getLong("number"))
                .list();
    }

    long nextNumber() {
        return jdbc.sql("select nextval('promotion_number')").query(Long.class).single();
    }

    void add(PromotionRequest request) {
        entities.persist(request);
    }

    /** Writes what is pending, so that a lost race shows before the audit chain is touched. */
    void flush() {
        entities.flush();
    }
}
