package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.comparison.Comparison;
import io.gatehouse.comparison.Comparison.Kind;
import io.gatehouse.comparison.Comparison.Row;
import io.gatehouse.comparison.Comparison.Subject;
import io.gatehouse.comparison.Comparisons;
import io.gatehouse.comparison.Comparisons.VersionRef;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.comparison.ComparisonTable;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What changes beside the version in use: differences only, and not the segments and the value, which follow on the same page. */
class WhatChanges extends Div {
    private static final Set<Kind> TOLD_BELOW = Set.of(Kind.SEGMENTS, Kind.VALUE);
    private static final int MOST_LOGGED = 3;

    private WhatChanges(Comparison comparison, List<VersionRef> subjects) {
        addClassName("gh-stack");
        String summary = comparison.summary().stream().map(Reader::said).collect(Collectors.joining(" "));
        if (!summary.isEmpty()) {
            add(new Paragraph(summary));
        }
        comparison.warnings().forEach(warning -> {
            Div notice = new Notice(Tone.WATCH, new Paragraph(warning.in(Reader.language())));
            add(notice);
        });
        for (Comparison.Group group : comparison.groups()) {
            List<Row> rows = group.rows().stream().filter(Row::differs).toList();
            if (!rows.isEmpty() && !TOLD_BELOW.contains(group.kind())) {
                String title = Reader.word(group.kind());
                H3 heading = new H3(title);
                add(heading);
                add(tables(title, comparison.subjects(), rows));
            }
        }
        Anchor all = Places.button(Places.compare(subjects), I18NProvider.translate("review.changes.all"));
        add(new Div(all));
    }

    /** What runs claimed is told after what the evidence gives, and most of it is folded away. */
    private static Component[] tables(String title, List<Subject> subjects, List<Row> rows) {
        List<Row> folded = rows.stream().filter(Row::asLogged).skip(MOST_LOGGED).toList();
        if (folded.size() < 2) {
            return new Component[] {new ComparisonTable(title, subjects, rows)};
        }
        List<Row> first = rows.stream().filter(row -> !folded.contains(row)).toList();
        String more = I18NProvider.translate("review.changes.logged", folded.size());
        Details rest = new Details(more, new ComparisonTable(more, subjects, folded));
        rest.addClassName("gh-numbers");
        return new Component[] {new ComparisonTable(title, subjects, first), rest};
    }

    /** Empty if the two cannot be compared. */
    static Optional<WhatChanges> between(Comparisons reader, Actor actor, String model, int champion, int challenger) {
        List<VersionRef> subjects = List.of(new VersionRef(model, champion), new VersionRef(model, challenger));
        return reader.compare(actor, subjects) instanceof Comparisons.Result.Compared compared
                ? Optional.of(new WhatChanges(compared.comparison(), subjects))
                : Optional.empty();
    }
}
