package io.gatehouse.risklist;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.UrlSegment;
import io.gatehouse.ids.Ids;
import io.gatehouse.outbox.Outbox;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.policy.ValueBook;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.risklist.RiskListHeaders.Predecessor;
import io.gatehouse.scoring.BatchTotals;
import io.gatehouse.scoring.CustomerScore;
import io.gatehouse.scoring.ScoredBatchDescription;
import io.gatehouse.scoring.ScoredBatchReader;
import io.gatehouse.scoring.ScoredBatchResult;
import io.gatehouse.scoring.ScoredBatchTaker;
import io.gatehouse.scoring.ScoredRow;
import io.gatehouse.work.AskedWork;
import io.gatehouse.work.Jobs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class StoredRiskLists implements RiskLists {
    private static final Duration ONE_READING = Duration.ofHours(1);

    private final RegisteredModels models;
    private final ModelVersions versions;
    private final ValueBook assumptions;
    private final RiskListHeaders headers;
    private final RiskListRows rows;
    private final ScoredCustomers customers;
    private final LeftCustomers left;
    private final Evaluations evaluations;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Ids ids;
    private final ScoredBatchReader reader;
    private final TransactionTemplate transaction;

    StoredRiskLists(
            RegisteredModels models,
            ModelVersions versions,
            ValueBook assumptions,
            RiskListHeaders headers,
            RiskListRows rows,
            ScoredCustomers customers,
            LeftCustomers left,
            Evaluations evaluations,
            Jobs jobs,
            AuditTrail audit,
            Outbox outbox,
            Ids ids,
            ScoredBatchReader reader,
            TransactionTemplate transaction) {
        this.models = models;
        this.versions = versions;
        this.assumptions = assumptions;
        this.headers = headers;
        this.rows = rows;
        this.customers = customers;
        this.left = left;
        this.evaluations = evaluations;
        this.jobs = jobs;
        this.audit = audit;
        this.outbox = outbox;
        this.ids = ids;
        this.reader = reader;
        this.transaction = transaction;
    }

    @Override
    public Posted post(Actor actor, BatchDescription batch, Path file) {
        Permissions.require(actor, Action.POST_SCORED_BATCH);
        if (!(batch.threshold() >= 0 && batch.threshold() <= 1)) {
            return new Posted.Refused(
                    "THRESHOLD_INVALID",
                    "threshold",
                    say("risklist.field.threshold", "value", Double.toString(batch.threshold())));
        }
        if (!(versions.find(actor, batch.model(), batch.version())
                        instanceof Outcome.Done<ModelVersion>(ModelVersion version))
                || !(models.find(actor, batch.model())
                        instanceof Outcome.Done<RegisteredModel>(RegisteredModel model))) {
            return new Posted.Refused(
                    "UNKNOWN_VERSION",
                    "version",
                    say("risklist.unknown_version", "model", batch.model(), "version", batch.version()));
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            Posted posted = read(actor, batch, model, version, file);
            if (posted instanceof Posted.Refused) {
                status.setRollbackOnly();
            }
            return posted;
        }));
    }

    private Posted read(Actor actor, BatchDescription batch, RegisteredModel model, ModelVersion version, Path file) {
        Optional<Predecessor> before = headers.predecessor(model.id(), batch.population(), batch.asOf());
        long number = headers.nextNumber();
        headers.reserve(ids.next(), number, actor, batch, model, currency(model));
        RiskListRows.Writer writer = rows.writer(
                number, before.map(list -> rows.probabilities(list.number())).orElse(null));
        ScoredBatchDescription description = new ScoredBatchDescription(
                batch.id(), batch.score(), batch.value(), batch.segments(), batch.threshold());
        ScoredCustomers.Writer population = customers.writer(model.id(), number);
        return switch (reader.read(file, description, taker(writer, population))) {
            case ScoredBatchResult.Refused(io.gatehouse.scoring.Refusal refusal) ->
                new Posted.Refused(
                        refusal.code().name(), "file", say("risklist.refused", "reason", refusal.sentence()));
            case ScoredBatchResult.Accepted(BatchTotals totals) -> {
                long stayed = writer.finish();
                population.finish();
                before.ifPresent(previous -> left.write(model.id(), number, previous.number()));
                headers.complete(number, totals, before, writer.written() - stayed, stayed);
                evaluations
                        .contactedWhenTested(model.id(), batch.version(), batch.threshold())
                        .ifPresent(share -> headers.expected(number, share));
                // Of a population from some time ago it may be known already what became of it.
                jobs.enqueue(
                        LiveFigures.KIND,
                        LiveFigures.payload(actor, model.id()),
                        new AskedWork(
                                actor.person().id(),
                                say("work.list", "model", model.name(), "number", number),
                                "models/" + UrlSegment.of(model.name()) + "/outcomes"));
                audit.append(
                        actor,
                        RiskListNews.POSTED,
                        "risk-list/" + number,
                        Map.of(
                                "version", version.id().toString(),
                                "file", totals.sha256(),
                                "listed", totals.flagged()));
                outbox.publish(actor, RiskListNews.POSTED, Map.of("list", number));
                yield new Posted.Listed(headers.find(number).orElseThrow());
            }
        };
    }

    private static ScoredBatchTaker taker(RiskListRows.Writer list, ScoredCustomers.Writer population) {
        return new ScoredBatchTaker() {
            @Override
            public void flagged(ScoredRow row) {
                list.add(row);
            }

            @Override
            public void scored(CustomerScore customer) {
                population.add(customer);
            }
        };
    }

    private Currency currency(RegisteredModel model) {
        return assumptions
                .of(model.id())
                .map(ValueAssumptions::customerValue)
                .orElseThrow()
                .currency();
    }

    @Override
    @Transactional(readOnly = true)
    public List<RiskListPage.Header> all(Actor actor) {
        Permissions.require(actor, Action.READ_RISK_LIST);
        return headers.all();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Length> ofVersionsInUse(Actor actor, Collection<String> models) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return models.isEmpty() ? Map.of() : headers.ofVersionsInUse(models);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RiskListPage.Header> header(Actor actor, long number) {
        Permissions.require(actor, Action.READ_RISK_LIST);
        return headers.find(number);
    }

    @Override
    @Transactional(readOnly = true)
    public long countUpTo(Actor actor, long number, Filter filter, int most) {
        Permissions.require(actor, Action.READ_RISK_LIST);
        return filter.equals(Filter.ALL)
                ? headers.find(number)
                        .map(header -> Math.min(most, header.listed()))
                        .orElse(0L)
                : rows.countUpTo(number, filter, most);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RiskListPage> page(Actor actor, long number, Filter filter, int offset, int limit) {
        Permissions.require(actor, Action.READ_RISK_LIST);
        return headers.find(number)
                .map(header -> new RiskListPage(
                        header,
                        rows.page(number, headers.currency(number), filter, offset, limit),
                        filter.equals(Filter.ALL) ? header.listed() : rows.count(number, filter)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<RiskListPage.Row> after(Actor actor, long number, Filter filter, From from, int limit) {
        Permissions.require(actor, Action.READ_RISK_LIST);
        return headers.find(number).isEmpty()
                ? List.of()
                : rows.after(number, headers.currency(number), filter, from, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RiskListPage.Row> before(Actor actor, RiskListPage.Header list, String customer) {
        Permissions.require(actor, Action.READ_RISK_LIST);
        return Optional.ofNullable(list.previous())
                .map(RiskListPage.Previous::number)
                .flatMap(number -> rows.of(number, headers.currency(number), customer));
    }

    @Override
    @Transactional(readOnly = true)
    public List<RiskListPage.Left> left(Actor actor, RiskListPage.Header list, int after, int limit) {
        Permissions.require(actor, Action.READ_RISK_LIST);
        RiskListPage.Previous previous = list.previous();
        return previous == null || previous.left() == 0
                ? List.of()
                : left.page(list.number(), previous.number(), headers.currency(previous.number()), after, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<String>> groups(Actor actor, long number) {
        Permissions.require(actor, Action.READ_RISK_LIST);
        return rows.groups(number);
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRED)
    public void recordRead(Actor actor, long number, String how) {
        Permissions.require(actor, Action.READ_RISK_LIST);
        audit.append(actor, "risk_list.read", "risk-list/" + number, Map.of("how", how));
    }

    @Override
    @Transactional
    public void recordFurtherRead(Actor actor, long number, String how) {
        if (!audit.happened(actor, "risk_list.read", "risk-list/" + number, ONE_READING)) {
            recordRead(actor, number, how);
        }
    }
}
