package io.gatehouse.outcomes;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.HouseDays;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.UrlSegment;
import io.gatehouse.ids.Digests;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.scoring.OutcomeDescription;
import io.gatehouse.scoring.OutcomeReader;
import io.gatehouse.scoring.OutcomeResult;
import io.gatehouse.sentences.Written;
import io.gatehouse.work.AskedWork;
import io.gatehouse.work.Jobs;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class StoredOutcomes implements Outcomes {
    private final RegisteredModels models;
    private final EvidenceWords words;
    private final IntakeRows intakes;
    private final CustomerRows customers;
    private final OutcomeReader reader;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StoredOutcomes(
            RegisteredModels models,
            EvidenceWords words,
            IntakeRows intakes,
            CustomerRows customers,
            OutcomeReader reader,
            Jobs jobs,
            AuditTrail audit,
            Ids ids,
            Clock clock,
            TransactionTemplate transaction) {
        this.models = models;
        this.words = words;
        this.intakes = intakes;
        this.customers = customers;
        this.reader = reader;
        this.jobs = jobs;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public TakenIn takeIn(Actor actor, Arrival arrival, Path file) {
        Permissions.require(actor, Action.POST_OUTCOMES);
        Optional<RegisteredModel> model = model(actor, arrival.model());
        if (model.isEmpty()) {
            return new TakenIn.Refused(
                    "UNKNOWN_MODEL", "model", say("outcomes.unknown_model", "model", arrival.model()));
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                TakenIn taken = read(actor, arrival, model.get(), file);
                if (!(taken instanceof TakenIn.Stored)) {
                    status.setRollbackOnly();
                }
                return taken;
            }));
        } catch (ConcurrencyFailureException | DuplicateKeyException otherFile) {
            return new TakenIn.Refused("BUSY", "file", say("outcomes.busy", "model", arrival.model()));
        }
    }

    private TakenIn read(Actor actor, Arrival arrival, RegisteredModel model, Path file) {
        LocalDate today = HouseDays.of(clock.instant());
        String label = arrival.positiveLabel() != null
                ? arrival.positiveLabel()
                : words.positiveLabel(actor, model).orElse(null);
        OutcomeDescription description =
                new OutcomeDescription(arrival.id(), arrival.outcome(), arrival.observedOn(), label, today);
        long aside = customers.nextArrival();
        CustomerRows.Arrivals arrivals = customers.arrivals(aside, today);
        return switch (reader.read(file, description, arrivals::add)) {
            case OutcomeResult.Refused(io.gatehouse.scoring.Refusal refusal) ->
                new TakenIn.Refused(
                        refusal.code().name(), "file", say("outcomes.refused", "reason", refusal.sentence()));
            case OutcomeResult.Accepted(String sha256, long rows) -> {
                arrivals.finish();
                yield store(actor, model, aside, new IntakeRows.Read(digest(sha256, arrival, label), sha256, rows));
            }
        };
    }

    private TakenIn store(Actor actor, RegisteredModel model, long aside, IntakeRows.Read file) {
        customers.lock(model.id());
        Optional<Intake> same = intakes.same(model.id(), file.digest());
        if (same.isPresent()) {
            return new TakenIn.Already(
                    same.get(),
                    say(
                            "outcomes.already",
                            "intake",
                            same.get().name(),
                            "day",
                            Written.day(HouseDays.of(same.get().takenInAt())),
                            "person",
                            same.get().takenInBy()));
        }
        long number = intakes.nextNumber();
        Intake intake = intakes.insert(
                ids.next(),
                number,
                model.id(),
                file,
                customers.compare(model.id(), aside),
                actor,
                // The database would round up, to a moment that has not come yet.
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        customers.keep(model.id(), aside, number);
        jobs.enqueue(
                LiveFigures.KIND,
                LiveFigures.payload(actor, model.id()),
                new AskedWork(
                        actor.person().id(),
                        say("work.outcomes", "model", model.name(), "intake", intake.name()),
                        "models/" + UrlSegment.of(model.name()) + "/outcomes"));
        audit.append(
                actor,
                "outcomes.taken_in",
                "model/" + model.id(),
                Map.of(
                        "intake", intake.number(),
                        "file", intake.fileSha256(),
                        "customers", intake.customers(),
                        "corrected", intake.corrected()));
        return new TakenIn.Stored(intake);
    }

    /** The same bytes read as something else are another statement. */
    private static String digest(String sha256, Arrival arrival, @Nullable String label) {
        return Digests.sha256(String.join(
                "\n",
                sha256,
                named(arrival.id()),
                named(arrival.outcome()),
                named(arrival.observedOn()),
                named(label)));
    }

    private static String named(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Optional<RegisteredModel> model(Actor actor, String name) {
        return models.find(actor, name) instanceof Outcome.Done<RegisteredModel>(RegisteredModel model)
                ? Optional.of(model)
                : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Intake> intakes(Actor actor, String model) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return model(actor, model).map(found -> intakes.all(found.id())).orElse(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Known> known(Actor actor, String model, Instant at) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return model(actor, model).map(found -> customers.known(found.id(), at));
    }
}
