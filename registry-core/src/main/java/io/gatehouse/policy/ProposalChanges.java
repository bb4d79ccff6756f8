package io.gatehouse.policy;

import io.gatehouse.people.Actor;
import io.gatehouse.policy.PolicyChanges.Field;
import io.gatehouse.policy.Proposal.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a proposal says otherwise than the version that it was written on. */
@Component
public class ProposalChanges {
    private final Policies policies;
    private final ValueBook book;

    ProposalChanges(Policies policies, ValueBook book) {
        this.policies = policies;
        this.book = book;
    }

    /** The policy that it was written on; empty if it would be the first of its name, or is on value assumptions. */
    @Transactional(readOnly = true)
    public Optional<PolicyDocument> before(Actor actor, Proposal proposal) {
        return proposal.wanted() instanceof Wanted.Policy(PolicyDocument document)
                ? policies.version(actor, document.name(), proposal.base()).map(PolicyVersion::document)
                : Optional.empty();
    }

    /** The value assumptions that counted when it was written: those of the installation where a model had none of its own. */
    @Transactional(readOnly = true)
    public Optional<ValueAssumptions> assumptionsBefore(Proposal proposal) {
        return proposal.wanted() instanceof Wanted.Assumptions
                ? book.version(proposal.base()).or(book::ofInstallation)
                : Optional.empty();
    }

    /** The fields that differ, by path. */
    @Transactional(readOnly = true)
    public List<Field> fields(Actor actor, Proposal proposal) {
        return switch (proposal.wanted()) {
            case Wanted.Policy(PolicyDocument document) ->
                before(actor, proposal)
                        .map(before -> PolicyChanges.fields(before, document))
                        .orElse(List.of());
            case Wanted.Assumptions(ValueAssumptions says, var model) ->
                assumptionsBefore(proposal).map(before -> fields(before, says)).orElse(List.of());
        };
    }

    /** The fields in which two versions of value assumptions differ, in the order in which they are read. */
    public static List<Field> fields(ValueAssumptions before, ValueAssumptions after) {
        Map<String, String> then = fields(before);
        Map<String, String> now = fields(after);
        List<Field> changed = new ArrayList<>();
        List<String> names = new ArrayList<>(now.keySet());
        new TreeSet<>(then.keySet())
                .stream().filter(name -> !now.containsKey(name)).forEach(names::add);
        for (String name : names) {
            String was = then.getOrDefault(name, "");
            String is = now.getOrDefault(name, "");
            if (!was.equals(is)) {
                changed.add(new Field(name, was, is));
            }
        }
        return List.copyOf(changed);
    }

    private static Map<String, String> fields(ValueAssumptions says) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("owner", says.owner());
        fields.put("reason", says.reason());
        fields.put("currency", says.customerValue().currency().getCurrencyCode());
        fields.put("customer_value", says.customerValue().amount().toPlainString());
        Integer months = says.monthsKept();
        fields.put("months_kept", months == null ? "" : months.toString());
        fields.put("offer_cost", says.offerCost().amount().toPlainString());
        fields.put("contact_cost", says.contactCost().amount().toPlainString());
        fields.put("save_rate", Double.toString(says.saveRate()));
        fields.put("customers_per_month", Long.toString(says.customersPerMonth()));
        says.costs().forEach(line -> fields.put("costs." + line.name(), line(line)));
        return fields;
    }

    private static String line(CostLine line) {
        return line.monthlyLow().amount().toPlainString() + " to "
                + line.monthlyHigh().amount().toPlainString() + " a month, "
                + line.onceLow().amount().toPlainString() + " to "
                + line.onceHigh().amount().toPlainString() + " once";
    }
}
