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
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the value assumptions. The newest counts; an evaluation keeps the one that it was counted with. */
@Component
public class ValueBook {
    private static final String SELECT = """
            select version, owner, currency, customer_value, offer_cost, contact_cost, save_rate, customers_per_month,
                   running_cost_low, running_cost_high, one_time_cost_low, one_time_cost_high
            from value_assumptions""";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    ValueBook(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest version; empty only before the house was furnished. */
    @Transactional(readOnly = true)
    public Optional<ValueAssumptions> newest() {
        return jdbc.sql(SELECT + " order by version desc limit 1")
                .query(ValueBook::assumptions)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<ValueAssumptions> version(int version) {
        return jdbc.sql(SELECT + " where version = ?")
                .param(version)
                .query(ValueBook::assumptions)
                .optional();
    }

    /**
     * Adds a version; the number that the argument carries is passed over and the next free one taken.
     *
     * @throws IllegalArgumentException if the amounts cannot be meant; the message names the field
     */
    @Transactional
    public ValueAssumptions put(Actor actor, ValueAssumptions wanted) {
        Permissions.require(actor, Action.WRITE_POLICY);
        requireMeaning(wanted);
        int version = newest().map(ValueAssumptions::version).orElse(0) + 1;
        jdbc.sql("""
                insert into value_assumptions (version, owner, currency, customer_value, offer_cost, contact_cost, save_rate,
                    customers_per_month, running_cost_low, running_cost_high, one_time_cost_low, one_time_cost_high,
                    created_at, created_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        version,
                        wanted.owner(),
                        wanted.customerValue().currency().getCurrencyCode(),
                        wanted.customerValue().amount(),
                        wanted.offerCost().amount(),
                        wanted.contactCost().amount(),
                        BigDecimal.valueOf(wanted.saveRate()),
                        wanted.customersPerMonth(),
                        wanted.runningCostLow().amount(),
                        wanted.runningCostHigh().amount(),
                        wanted.oneTimeCostLow().amount(),
                        wanted.oneTimeCostHigh().amount(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actor.person().id())
                .update();
        ValueAssumptions stored = version(version).orElseThrow();
        audit.append(
                actor,
                "value_assumptions.put",
                "value-assumptions",
                Map.of("version", version, "sha256", sha256(stored)));
        return stored;
    }

    /** Digest of what a version says. */
    public static String sha256(ValueAssumptions assumptions) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", assumptions.version());
        fields.put("owner", assumptions.owner());
        fields.put("currency", assumptions.customerValue().currency().getCurrencyCode());
        fields.put("customer_value", assumptions.customerValue().amount().toPlainString());
        fields.put("offer_cost", assumptions.offerCost().amount().toPlainString());
        fields.put("contact_cost", assumptions.contactCost().amount().toPlainString());
        fields.put("save_rate", Double.toString(assumptions.saveRate()));
        fields.put("customers_per_month", assumptions.customersPerMonth());
        fields.put("running_cost_low", assumptions.runningCostLow().amount().toPlainString());
        fields.put("running_cost_high", assumptions.runningCostHigh().amount().toPlainString());
        fields.put("one_time_cost_low", assumptions.oneTimeCostLow().amount().toPlainString());
        fields.put("one_time_cost_high", assumptions.oneTimeCostHigh().amount().toPlainString());
        return Digests.sha256(CanonicalJson.write(fields));
    }

    private static void requireMeaning(ValueAssumptions wanted) {
        require("owner must be named", !wanted.owner().isBlank());
        require("save_rate must lie in 0..1", wanted.saveRate() >= 0 && wanted.saveRate() <= 1);
        require("customers_per_month must not be negative", wanted.customersPerMonth() >= 0);
        require("offer_cost must not be negative", wanted.offerCost().amount().signum() >= 0);
        require(
                "contact_cost must not be negative",
                wanted.contactCost().amount().signum() >= 0);
        require(
                "customer_value must be more than offer_cost",
                wanted.customerValue().minus(wanted.offerCost()).amount().signum() > 0);
        require(
                "running_cost_high must be at least running_cost_low",
                wanted.runningCostHigh().minus(wanted.runningCostLow()).amount().signum() >= 0);
        require(
                "one_time_cost_high must be at least one_time_cost_low",
                wanted.oneTimeCostHigh().minus(wanted.oneTimeCostLow()).amount().signum() >= 0);
    }

    private static void require(String rule, boolean met) {
        if (!met) {
            throw new IllegalArgumentException(rule);
        }
    }

    private static ValueAssumptions assumptions(ResultSet row, int index) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new ValueAssumptions(
                row.getInt("version"),
                row.getString("owner"),
                new Money(row.getBigDecimal("customer_value"), currency),
                new Money(row.getBigDecimal("offer_cost"), currency),
                new Money(row.getBigDecimal("contact_cost"), currency),
                row.getBigDecimal("save_rate").doubleValue(),
                row.getLong("customers_per_month"),
                new Money(row.getBigDecimal("running_cost_low"), currency),
                new Money(row.getBigDecimal("running_cost_high"), currency),
                new Money(row.getBigDecimal("one_time_cost_low"), currency),
                new Money(row.getBigDecimal("one_time_cost_high"), currency));
    }
}
