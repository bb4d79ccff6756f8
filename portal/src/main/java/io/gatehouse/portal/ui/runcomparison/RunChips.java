package io.gatehouse.portal.ui.runcomparison;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.tracking.RunComparison;
import io.gatehouse.tracking.RunRow;

/** The runs being compared, each with the ways to its page, to take it out or to make it the baseline. */
class RunChips extends Div {
    /** More than these are named in the table alone. */
    private static final int MOST = 12;

    RunChips(RunComparisonQuery query, RunComparison comparison) {
        addClassName("gh-subjects");
        UnorderedList list = new UnorderedList();
        list.getElement().setAttribute("aria-label", text("runs.compare.subjects"));
        comparison.runs().stream()
                .limit(MOST)
                .forEach(run -> list.add(
                        chip(query, comparison, run, run == comparison.runs().getFirst())));
        add(list);
        int more = comparison.runs().size() - MOST;
        if (more > 0) {
            Span rest = new Span(text("runs.compare.more", more));
            rest.addClassName("gh-caption");
            add(rest);
        }
    }

    private static ListItem chip(RunComparisonQuery query, RunComparison comparison, RunRow run, boolean baseline) {
        String shown = RunNames.among(comparison.runs(), run);
        Anchor name = Places.link(Places.run(run.id()), shown);
        name.addClassName("gh-strong");
        Span facts = new Span(comparison.experiments().getOrDefault(run.experimentId(), "") + " · "
                + Figures.dateTime(run.startedAt()));
        facts.addClassName("gh-caption");
        Div ways = new Div();
        ways.addClassName("gh-subject-ways");
        if (baseline) {
            Span mark = new Span(text("compare.baseline"));
            mark.addClassNames("gh-chip", "is-champion");
            ways.add(mark);
        } else {
            ways.add(way(query.from(run.id()), text("compare.make-baseline"), text("runs.compare.from", shown)));
        }
        if (comparison.runs().size() > 1) {
            ways.add(way(query.without(run.id()), text("compare.remove"), text("runs.compare.without", shown)));
        }
        return new ListItem(name, facts, ways);
    }

    private static Anchor way(RunComparisonQuery to, String words, String spoken) {
        Anchor link = Places.link(to.place(), words);
        link.getElement().setAttribute("aria-label", spoken);
        return link;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
