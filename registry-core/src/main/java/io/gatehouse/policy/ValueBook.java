package io.gatehouse.policy;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.audit.CanonicalJson;
import io.gatehouse.ids.Digests;
import io.gatehouse.money.Money;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the value assumptions. The newest counts; an evaluation keeps the one that it was counted with. */
@Component
public class ValueBook {
    private static final String SELECT = """
            select version, model_id, owner, reason, currency, customer_value, months_kept, offer_cost, contact_cost, save_rate,
                   customers_per_month, costs
            from value_assumptions""";
    private static final String SIGNED = """
            select v.*, p.display_name from value_assumptions v join person p on p.id = v.created_by""";

    private final JdbcClient jdbc;
    private final JdbcTemplate inserts;
    private final AuditTrail audit;
    private final Clock clock;
    private final ProposalRows proposals;

    ValueBook(JdbcClient jdbc, JdbcTemplate inserts, AuditTrail audit, Clock clock, ProposalRows proposals) {
        this.proposals = proposals;
        this.jdbc = jdbc;
        this.inserts = inserts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest version for a model, or of the installation if it has none of its own; empty only before the house was furnished. */
    @Transactional(readOnly = true)
    public Optional<ValueAssumptions> of(UUID model) {
        return newest(model).or(this::ofInstallation);
    }

    /** The newest version of the installation; empty only before the house was furnished. */
    @Transactional(readOnly = true)
    public Optional<ValueAssumptions> ofInstallation() {
        return newest(null);
    }

    Optional<ValueAssumptions> newest(@Nullable UUID model) {
        String whose = model == null ? " where model_id is null" : " where model_id = ?";
        return jdbc.sql(SELECT + whose + " order by version desc limit 1")
                .params(model == null ? List.of() : List.of(model))
                .query(ValueBook::assumptions)
                .optional();
    }

    /** The version that counts today for each of these models, in one query; none for a model only before the house was furnished. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> inForce(Collection<UUID> models) {
        Map<UUID, Integer> own = new HashMap<>();
        List<Integer> common = new ArrayList<>();
        jdbc.sql("select model_id, max(version) as newest from value_assumptions group by model_id")
                .query(row -> {
                    UUID model = row.getObject("model_id", UUID.class);
                    if (model == null) {
                        common.add(row.getInt("newest"));
                    } else {
                        own.put(model, row.getInt("newest"));
                    }
                });
        Map<UUID, Integer> all = new HashMap<>();
        models.forEach(model -> common.forEach(version -> all.put(model, version)));
        own.keySet().retainAll(models);
        all.putAll(own);
        return all;
    }

    /** All versions that counted for a model, its own and the installation's, the newest first. */
    @Transactional(readOnly = true)
    public List<ValueAssumptions> history(UUID model) {
        return jdbc.sql(SELECT + " where model_id = ? or model_id is null order by version desc")
                .param(model)
                .query(ValueBook::assumptions)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<ValueAssumptions> version(int version) {
        return jdbc.sql(SELECT + " where version = ?")
                .param(version)
                .query(ValueBook::assumptions)
                .optional();
    }

    /** The versions of one model alone, or of the installation where no model is named, the newest first, with who put them. */
    @Transactional(readOnly = true)
    public List<ValueVersion> versions(Actor actor, @Nullable UUID model) {
        Permissions.require(actor, Action.READ_POLICY);
        String whose = model == null ? " where v.model_id is null" : " where v.model_id = ?";
        return jdbc.sql(SIGNED + whose + " order by v.version desc")
                .params(model == null ? List.of() : List.of(model))
                .query(ValueBook::signed)
                .list();
    }

    /** One version, with who put it. */
    @Transactional(readOnly = true)
    public Optional<ValueVersion> version(Actor actor, int version) {
        Permissions.require(actor, Action.READ_POLICY);
        return jdbc.sql(SIGNED + " where v.version = ?")
                .param(version)
                .query(ValueBook::signed)
                .optional();
    }

    /** What of these cannot be meant, field by field; nothing if they can be put. */
    public static List<ValueFault> faults(ValueAssumptions wanted) {
        return ValueRanges.faults(wanted);
    }

    /** Why a number cannot be an amount of any of these; empty if it can. To be asked before {@link Money} rounds it. */
    public static Optional<ValueFault> unfitAmount(String field, BigDecimal amount) {
        return ValueRanges.unfitAmount(field, amount);
    }

    /**
     * Sets a version without a second person, unless the newest of the same model says the same: for the house when it is furnished, and
     * for a recording. Everybody else proposes. The number that the argument carries is passed over and the next free one taken.
     *
     * @throws IllegalArgumentException if the amounts cannot be meant; the message names the field
     * @throws io.gatehouse.people.NotPermittedException for anybody else
     */
    @Transactional
    public ValueAssumptions put(Actor actor, ValueAssumptions wanted) {
        SecondPerson.requireNoneNeeded(actor);
        proposals.lock();
        ValueRanges.requireMeaning(wanted);
        Optional<ValueAssumptions> same = newest(wanted.model()).filter(wanted::saysTheSame);
        if (same.isPresent()) {
            return same.get();
        }
        ValueAssumptions stored = add(actor.person().id(), wanted);
        proposals.outdate(Proposal.assumptions(wanted.model()), clock.instant());
        audit.append(
                actor,
                "value_assumptions.put",
                "value-assumptions",
                Map.of("version", stored.version(), "sha256", sha256(stored), "directly", true));
        return stored;
    }

    /** Makes the next version, in the transaction of whoever holds the lock and writes it to the audit log. */
    ValueAssumptions add(UUID by, ValueAssumptions wanted) {
        int version = jdbc.sql("select coalesce(max(version), 0) + 1 from value_assumptions")
                .query(Integer.class)
                .single();
        inserts.update(
                """
                insert into value_assumptions (version, model_id, owner, reason, currency, customer_value, months_kept, offer_cost,
                    contact_cost, save_rate, customers_per_month, costs, created_at, created_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                version,
                wanted.model(),
                wanted.owner(),
                wanted.reason(),
                wanted.customerValue().currency().getCurrencyCode(),
                wanted.customerValue().amount(),
                wanted.monthsKept(),
                wanted.offerCost().amount(),
                wanted.contactCost().amount(),
                BigDecimal.valueOf(wanted.saveRate()),
                wanted.customersPerMonth(),
                CostLines.write(wanted.costs()),
                clock.instant().atOffset(ZoneOffset.UTC),
                by);
        return version(version).orElseThrow();
    }

    /** Digest of what a version says. */
    public static String sha256(ValueAssumptions assumptions) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", assumptions.version());
        fields.put("owner", assumptions.owner());
        fields.put("currency", assumptions.customerValue().currency().getCurrencyCode());
        fields.put(
                "model", assumptions.model() == null ? "" : assumptions.model().toString());
        fields.put("reason", assumptions.reason());
        fields.put("customer_value", assumptions.customerValue().amount().toPlainString());
        fields.put(
                "months_kept",
                assumptions.monthsKept() == null ? "" : assumptions.monthsKept().toString());
        fields.put("offer_cost", assumptions.offerCost().amount().toPlainString());
        fields.put("contact_cost", assumptions.contactCost().amount().toPlainString());
        fields.put("save_rate", Double.toString(assumptions.saveRate()));
        fields.put("customers_per_month", assumptions.customersPerMonth());
        fields.put("costs", CostLines.write(assumptions.costs()));
        return Digests.sha256(CanonicalJson.write(fields));
    }

    private static ValueVersion signed(ResultSet row, int index) throws SQLException {
        return new ValueVersion(
                assumptions(row, index),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("display_name"));
    }

    private static ValueAssumptions assumptions(ResultSet row, int index) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new ValueAssumptions(
                row.getInt("version"),
                row.getObject("model_id", UUID.class),
                row.getString("owner"),
                row.getString("reason"),
                new Money(row.getBigDecimal("customer_value"), currency),
                row.getObject("months_kept", Integer.class),
                new Money(row.getBigDecimal("offer_cost"), currency),
                new Money(row.getBigDecimal("contact_cost"), currency),
                row.getBigDecimal("save_rate").doubleValue(),
                row.getLong("customers_per_month"),
                CostLines.read(row.getString("costs"), currency));
    }
}
