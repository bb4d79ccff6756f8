package io.gatehouse.promotion;

import io.gatehouse.house.Outcome.Done;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The gate: every verb takes the lock of the model, then checks, then acts, and its audit event commits with it. */
@Component
class GuardedPromotions implements Promotions {
    private static final int LONGEST_TEXT = 4000;

    private final RegisteredModels models;
    private final ModelVersions versions;
    private final PromotionRequests requests;
    private final PromotionOpening opening;
    private final PromotionExecutor executor;
    private final ExecutionSchedule schedule;
    private final PromotionSteps steps;
    private final VoteRules rules;
    private final Ids ids;

    GuardedPromotions(
            RegisteredModels models,
            ModelVersions versions,
            PromotionRequests requests,
            PromotionOpening opening,
            PromotionExecutor executor,
            ExecutionSchedule schedule,
            PromotionSteps steps,
            VoteRules rules,
            Ids ids) {
        this.models = models;
        this.versions = versions;
        this.requests = requests;
        this.opening = opening;
        this.executor = executor;
        this.schedule = schedule;
        this.steps = steps;
        this.rules = rules;
        this.ids = ids;
    }

    @Override
    @Transactional
    public Asked ask(Actor actor, String model, int version, String alias, Use use, String note) {
        if (Permissions.check(actor, Action.REQUEST_PROMOTION) instanceof Permissions.Decision.Denied denied) {
            return new Asked.Refused("NOT_PERMITTED", denied.sentence());
        }
        if (unfit(note)) {
            return new Asked.Refused("INVALID_TEXT", Sentences.say("promotion.text_unfit", "what", "note"));
        }
        if (!(models.find(actor, model) instanceof Done<RegisteredModel>(RegisteredModel named))) {
            return new Asked.Refused("UNKNOWN_MODEL", Sentences.say("promotion.unknown_model", "model", model));
        }
        Optional<RegisteredModel> locked = models.lock(named.id());
        if (locked.isEmpty()
                || !(versions.find(actor, model, version) instanceof Done<ModelVersion>(ModelVersion challenger))) {
            return new Asked.Refused(
                    "UNKNOWN_VERSION", Sentences.say("promotion.unknown_version", "model", model, "version", version));
        }
        return locked.get().protects(alias)
                ? opening.open(actor, locked.get(), challenger, use, note)
                : new Asked.Refused(
                        "NOT_PROTECTED",
                        Sentences.say(
                                "promotion.not_protected",
                                "alias",
                                alias,
                                "model",
                                model,
                                "protected",
                                locked.get().protectedAlias()));
    }

    @Override
    @Transactional
    public Outcome vote(Actor actor, long number, Choice choice, String reason, String digest) {
        return act(actor, number, "vote", locked -> {
            PromotionRequest request = locked.request();
            Voter voter = rules.voter(actor);
            Optional<Outcome.Refused> objection = rules.objectionToVoting(actor, voter, request)
                    .or(() -> unfit(reason) ? Optional.of(unfitReason()) : Optional.empty())
                    .or(() -> rules.objectionTo(actor, request, choice, reason, digest))
                    .or(() -> choice == Choice.APPROVE
                            ? rules.objectionToApproving(actor, request, locked.model())
                                    .or(() -> rules.objectionToEarlier(request))
                                    .or(() -> rules.objectionToSeat(voter, request))
                            : Optional.empty());
            return objection
                    .<Outcome>map(refused -> refused)
                    .orElseGet(() -> cast(actor, voter, locked, choice, reason));
        });
    }

    private Outcome cast(Actor actor, Voter voter, PromotionRequests.Locked locked, Choice choice, String reason) {
        PromotionRequest request = locked.request();
        request.vote(ids.next(), voter, choice, reason.strip(), steps.now());
        String who = actor.person().displayName();
        Sentence sentence = switch (choice) {
            case APPROVE -> approved(voter, request);
            case REJECT -> Sentences.say("promotion.rejected", "person", who, "reason", ended(reason));
            case REQUEST_CHANGES ->
                Sentences.say("promotion.changes_requested", "person", who, "reason", ended(reason));
        };
        String action = switch (choice) {
            case APPROVE -> "promotion.approved";
            case REJECT -> "promotion.rejected";
            case REQUEST_CHANGES -> "promotion.changes_requested";
        };
        steps.tell(actor, request, action, sentence, details(request, voter));
        if (request.state() != RequestState.APPROVED) {
            return new Outcome.Done(request.state(), sentence);
        }
        RegisteredModel model = locked.model().orElseThrow();
        return schedule.later(actor, request, model).orElseGet(() -> executor.execute(actor, request, model));
    }

    private static Map<String, Object> details(PromotionRequest request, Voter voter) {
        Map<String, Object> details = new HashMap<>();
        details.put("digest", String.valueOf(request.digest()));
        if (!voter.standsFor().isEmpty()) {
            details.put(
                    "stands_for",
                    voter.standsFor().stream().map(one -> one.id().toString()).toList());
        }
        return details;
    }

    private static Sentence approved(Voter voter, PromotionRequest request) {
        String others = voter.standsFor().stream().map(Person::displayName).collect(Collectors.joining(", "));
        Object[] count = {
            "approvals", request.approvers().size(), "needed", request.asked().number()
        };
        String who = voter.person().displayName();
        return others.isEmpty()
                ? Sentences.say("promotion.approved", "person", who, count[0], count[1], count[2], count[3])
                : Sentences.say(
                        "promotion.approved.for",
                        "person",
                        who,
                        "others",
                        others,
                        count[0],
                        count[1],
                        count[2],
                        count[3]);
    }

    @Override
    @Transactional
    public Outcome withdraw(Actor actor, long number, String reason) {
        return act(actor, number, "withdraw", locked -> {
            PromotionRequest request = locked.request();
            if (!request.requestedBy().equals(actor.person().id())) {
                return new Outcome.Refused("NOT_YOURS", Sentences.say("promotion.not_yours"));
            }
            if (!request.may(RequestVerb.WITHDRAW)) {
                return VoteRules.notOpen(request);
            }
            if (unfit(reason)) {
                return unfitReason();
            }
            request.withdrawn(steps.now());
            Sentence sentence = reason.isBlank()
                    ? Sentences.say(
                            "promotion.withdrawn", "person", actor.person().displayName())
                    : Sentences.say(
                            "promotion.withdrawn_because",
                            "person",
                            actor.person().displayName(),
                            "reason",
                            ended(reason));
            steps.tell(actor, request, "promotion.withdrawn", sentence, Map.of());
            return new Outcome.Done(request.state(), sentence);
        });
    }

    @Override
    @Transactional
    public Outcome evaluateAgain(Actor actor, long number) {
        return act(actor, number, "evaluate", locked -> {
            PromotionRequest request = locked.request();
            Optional<Outcome.Refused> objection = rules.objectionToEvaluatingAgain(actor, request);
            if (objection.isPresent()) {
                return objection.get();
            }
            request.evaluateAgain(opening.enqueueNext(actor.person().id(), locked), rules.brokenOff(request));
            Sentence sentence = Sentences.say(
                    "promotion.evaluated_again", "person", actor.person().displayName());
            steps.tell(actor, request, "promotion.evaluated_again", sentence, Map.of("round", request.round()));
            return new Outcome.Done(request.state(), sentence);
        });
    }

    private Outcome act(Actor actor, long number, String verb, Function<PromotionRequests.Locked, Outcome> what) {
        Optional<PromotionRequests.Locked> locked = requests.lock(number);
        if (locked.isEmpty()) {
            return new Outcome.Refused(
                    "UNKNOWN_REQUEST", Sentences.say("promotion.unknown", "request", "PR-" + number));
        }
        Outcome outcome = what.apply(locked.get());
        if (outcome instanceof Outcome.Refused refused) {
            steps.refused(actor, locked.get().request(), verb, refused.code());
        }
        return outcome;
    }

    private static boolean unfit(String text) {
        return text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0;
    }

    private static Outcome.Refused unfitReason() {
        return new Outcome.Refused("INVALID_TEXT", Sentences.say("promotion.text_unfit", "what", "reason"));
    }

    /** The reason as the end of a sentence. */
    private static String ended(String reason) {
        String text = reason.strip();
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }
}
