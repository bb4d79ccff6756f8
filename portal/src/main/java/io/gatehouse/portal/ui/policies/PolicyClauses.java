package io.gatehouse.portal.ui.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.policy.PolicyChanges;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyInWords;
import io.gatehouse.portal.ui.components.NumbersTable;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.sentences.Sentence;
import java.util.List;

/** A policy as numbered clauses of sentences, and what differs between two of them. */
final class PolicyClauses {
    private PolicyClauses() {}

    static Component of(PolicyDocument policy) {
        OrderedList clauses = new OrderedList();
        clauses.addClassName("gh-clauses");
        PolicyInWords.of(policy).forEach(clause -> {
            ListItem item = new ListItem(new H3(Reader.said(clause.heading())));
            clause.sentences().forEach(sentence -> item.add(new Paragraph(sentence.in(Reader.language()))));
            clauses.add(item);
        });
        return clauses;
    }

    /** Clause by clause what no longer holds and what holds instead; the fields behind it below. */
    static Component changes(PolicyDocument before, PolicyDocument after) {
        Div all = new Div();
        List<PolicyChanges.InWords> changes = PolicyChanges.inWords(before, after);
        List<PolicyChanges.Field> fields = PolicyChanges.fields(before, after);
        if (fields.isEmpty()) {
            all.add(new Paragraph(text("policies.changes.none")));
            return all;
        }
        if (changes.isEmpty()) {
            all.add(new Paragraph(text("policies.changes.no-clause")));
        }
        changes.forEach(change -> {
            Div clause = new Div(new H3(Reader.said(change.heading())));
            clause.addClassNames("gh-panel", "gh-stack");
            side(clause, "policies.changes.before", change.before());
            side(clause, "policies.changes.after", change.after());
            all.add(clause);
        });
        all.add(new NumbersTable(table(fields)));
        return all;
    }

    private static void side(Div clause, String key, List<Sentence> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        Span when = new Span(text(key));
        when.addClassName("gh-caption");
        UnorderedList list = new UnorderedList();
        sentences.forEach(sentence -> list.add(new ListItem(sentence.in(Reader.language()))));
        clause.add(when, list);
    }

    private static Table table(List<PolicyChanges.Field> fields) {
        Table table = new Table(text("policies.changes.fields"))
                .column(text("policies.field"))
                .column(text("policies.changes.before"))
                .column(text("policies.changes.after"));
        fields.forEach(field -> table.row(field.path(), or(field.before()), or(field.after())));
        return table;
    }

    private static String or(String value) {
        return value.isEmpty() ? text("policies.field.none") : value;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
