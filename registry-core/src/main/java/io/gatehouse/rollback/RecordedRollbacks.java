package io.gatehouse.rollback;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.HouseDays;
import io.gatehouse.house.Outcome.Done;
import io.gatehouse.ids.Digests;
import io.gatehouse.ids.Ids;
import io.gatehouse.outbox.Outbox;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.promotion.TakenBack;
import io.gatehouse.registry.AliasRollback;
import io.gatehouse.registry.Aliases;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.sentences.Sentence;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back under the lock of the model: alias, tenures, requests, the case to look into and the audit event are one transaction. */
@Component
class RecordedRollbacks implements Rollbacks {
    private static final int LONGEST_TEXT = 4000;
    private static final int WORKING_DAYS = 2;

    private final RegisteredModels models;
    private final Aliases aliases;
    private final TakenBack requests;
    private final RollbackRows rows;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    RecordedRollbacks(
            RegisteredModels models,
            Aliases aliases,
            TakenBack requests,
            RollbackRows rows,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.models = models;
        this.aliases = aliases;
        this.requests = requests;
        this.rows = rows;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Outcome rollBack(Actor actor, String model, int champion, String reason) {
        Optional<Outcome.Refused> objection = objection(actor, "reason", reason);
        if (objection.isPresent()) {
            audit.append(
                    actor,
                    "alias.rollback_refused",
                    "model/" + model,
                    Map.of("code", objection.get().code()));
            return objection.get();
        }
        Optional<RegisteredModel> locked = models.find(actor, model) instanceof Done<RegisteredModel>(var found)
                ? models.lock(found.id())
                : Optional.empty();
        return locked.map(of -> rollBack(actor, of, champion, reason.strip()))
                .orElseGet(() -> new Outcome.Refused("UNKNOWN_MODEL", say("promotion.unknown_model", "model", model)));
    }

    private Outcome rollBack(Actor actor, RegisteredModel model, int champion, String reason) {
        UUID id = ids.next();
        return switch (aliases.rollBack(new AliasRollback(id, model.id(), champion))) {
            case AliasRollback.Result.NoEarlier none ->
                new Outcome.Refused("NO_EARLIER_CHAMPION", say("rollback.none", "model", model.name()));
            case AliasRollback.Result.HolderChanged changed ->
                new Outcome.Refused("CHAMPION_CHANGED", say("rollback.changed", "model", model.name()));
            case AliasRollback.Result.Moved moved -> moved(actor, model, id, moved, reason);
        };
    }

    private Outcome moved(
            Actor actor, RegisteredModel model, UUID id, AliasRollback.Result.Moved moved, String reason) {
        int from = moved.ended().version();
        int to = moved.begun().version();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long number = rows.nextNumber();
        rows.insert(id, number, actor, model, moved.ended(), to, reason, now, due(now));
        Sentence sentence = say(
                "rollback.done",
                "person",
                actor.person().displayName(),
                "model",
                model.name(),
                "from",
                from,
                "to",
                to,
                "rollback",
                "RB-" + number);
        requests.rolledBack(actor, moved.ended().requestId(), sentence);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("rollback", number);
        details.put("from", from);
        details.put("to", to);
        outbox.publish(actor, "alias.rolled_back", details);
        details.put("reason_sha256", Digests.sha256(reason));
        audit.append(actor, "alias.rolled_back", "model/" + model.name() + "/alias/" + model.protectedAlias(), details);
        return new Outcome.Done(rows.find(number).orElseThrow(), sentence);
    }

    private static Instant due(Instant now) {
        return HouseDays.endOf(HouseDays.afterWorkingDays(HouseDays.of(now), WORKING_DAYS));
    }

    @Override
    @Transactional
    public Outcome followUp(Actor actor, long number, String finding) {
        Outcome outcome = objection(actor, "finding", finding)
                .<Outcome>map(refused -> refused)
                .orElseGet(() -> rows.lock(number)
                        .map(standing -> followUp(actor, number, standing, finding.strip()))
                        .orElseGet(() -> new Outcome.Refused(
                                "UNKNOWN_ROLLBACK", say("rollback.unknown", "rollback", "RB-" + number))));
        if (outcome instanceof Outcome.Refused refused) {
            audit.append(
                    actor, "alias.rollback_follow_up_refused", "rollback/RB-" + number, Map.of("code", refused.code()));
        }
        return outcome;
    }

    private Outcome followUp(Actor actor, long number, RollbackRows.Standing standing, String finding) {
        if (!standing.open()) {
            return new Outcome.Refused("NOT_OPEN", say("rollback.closed", "rollback", "RB-" + number));
        }
        if (standing.humanId().equals(actor.person().answersTo())) {
            return new Outcome.Refused("FOUR_EYES", say("rollback.own", "rollback", "RB-" + number));
        }
        rows.followedUp(number, actor, finding, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Map<String, Object> details = Map.of("rollback", number);
        outbox.publish(actor, "alias.rollback_followed_up", details);
        audit.append(
                actor,
                "alias.rollback_followed_up",
                "rollback/RB-" + number,
                Map.of("rollback", number, "finding_sha256", Digests.sha256(finding)));
        return new Outcome.Done(
                rows.find(number).orElseThrow(),
                say("rollback.followed_up", "person", actor.person().displayName(), "rollback", "RB-" + number));
    }

    private static Optional<Outcome.Refused> objection(Actor actor, String what, String text) {
        if (Permissions.check(actor, Action.ROLL_BACK) instanceof Permissions.Decision.Denied denied) {
            return Optional.of(new Outcome.Refused("NOT_PERMITTED", denied.sentence()));
        }
        if (text.isBlank()) {
            return Optional.of(new Outcome.Refused("REASON_REQUIRED", say("rollback.text_missing", "what", what)));
        }
        return text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0
                ? Optional.of(new Outcome.Refused("INVALID_TEXT", say("promotion.text_unfit", "what", what)))
                : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Integer> target(Actor actor, String model) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return models.find(actor, model) instanceof Done<RegisteredModel>(var found)
                ? aliases.lastChampion(found)
                : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Rollback> open(Actor actor) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return rows.open();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Rollback> of(Actor actor, String model) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return rows.of(model);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Rollback> find(Actor actor, long number) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return rows.find(number);
    }
}
