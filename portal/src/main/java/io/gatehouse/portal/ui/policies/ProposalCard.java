package io.gatehouse.portal.ui.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.Actor;
import io.gatehouse.policy.PolicyChanges;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.Proposal.Wanted;
import io.gatehouse.policy.ProposalChanges;
import io.gatehouse.policy.ProposalState;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Tone;
import java.util.List;

/** A proposal in short: who proposed what, when and why, and what it says otherwise. Decided on its own page. */
public class ProposalCard extends Article {
    public ProposalCard(Actor reader, Proposal proposal, ProposalChanges changes) {
        addClassNames("gh-panel", "gh-stack");
        Div head = new Div(
                new H3(Places.link(Places.proposal(proposal.number()), title(proposal))), badge(proposal.state()));
        head.addClassName("gh-card-head");
        add(head, who(proposal), reason(proposal), differences(reader, proposal, changes));
    }

    /** “Version 4 of human-reviewed, PC-3”, or of whatever it is. */
    public static String title(Proposal proposal) {
        return text("proposal.title", "PC-" + proposal.number(), subject(proposal));
    }

    static String subject(Proposal proposal) {
        return switch (proposal.wanted()) {
            case Wanted.Policy(var document) -> text("proposal.subject.policy", document.name());
            case Wanted.Assumptions(var says, var model) ->
                model == null ? text("proposal.subject.installation") : text("proposal.subject.assumptions", model);
        };
    }

    static Paragraph who(Proposal proposal) {
        Paragraph line = new Paragraph(text(
                "proposal.by", proposal.proposedBy().name(), Figures.dateTime(proposal.proposedAt()), proposal.base()));
        line.addClassName("gh-caption");
        return line;
    }

    static Paragraph reason(Proposal proposal) {
        Paragraph reason = new Paragraph(Reader.quoted(proposal.reason().strip()));
        reason.addClassName("gh-review-note");
        return reason;
    }

    /** In sentences where a policy differs, else field by field. */
    static Component differences(Actor reader, Proposal proposal, ProposalChanges changes) {
        return switch (proposal.wanted()) {
            case Wanted.Policy(var document) ->
                changes.before(reader, proposal)
                        .map(before -> PolicyClauses.changes(before, document))
                        .orElseGet(() -> PolicyClauses.of(document));
            case Wanted.Assumptions(var says, var model) -> fields(changes.fields(reader, proposal));
        };
    }

    private static Component fields(List<PolicyChanges.Field> fields) {
        if (fields.isEmpty()) {
            return new Paragraph(text("policies.changes.none"));
        }
        Table table = new Table(text("policies.changes.fields"))
                .column(text("policies.field"))
                .column(text("policies.changes.before"))
                .column(text("policies.changes.after"));
        fields.forEach(field -> table.row(called(field.path()), or(field.before()), or(field.after())));
        return table;
    }

    private static String called(String path) {
        return switch (path) {
            case "owner", "reason", "currency" -> text("assumptions." + path);
            case "months_kept" -> text("assumptions.months-kept");
            default -> path.startsWith("costs.") ? path.substring("costs.".length()) : Reader.figure(path);
        };
    }

    private static String or(String value) {
        return value.isEmpty() ? text("policies.field.none") : value;
    }

    public static StatusBadge badge(ProposalState state) {
        Tone tone = switch (state) {
            case PROPOSED -> Tone.INFO;
            case ACCEPTED -> Tone.OK;
            case REJECTED -> Tone.ACT;
            case WITHDRAWN, OUTDATED -> Tone.NONE;
        };
        return new StatusBadge(tone, Reader.word(state));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
