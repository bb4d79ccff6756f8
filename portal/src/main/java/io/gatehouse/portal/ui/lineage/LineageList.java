package io.gatehouse.portal.ui.lineage;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.lineage.LineageGraph;
import io.gatehouse.lineage.LineageGraph.Kind;
import io.gatehouse.lineage.LineageGraph.Node;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.sentences.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same graph as a list: each thing under its kind, with what was made of it. */
class LineageList extends Div {
    /** @param only nodes of this kind; absent, all @param open which screens the reader may open, by their paths */
    LineageList(LineageGraph graph, @Nullable Kind only, Predicate<String> open) {
        addClassName("gh-lineage-list");
        Map<String, Node> nodes = graph.nodes().stream().collect(Collectors.toMap(Node::id, Function.identity()));
        LineagePlan plan = new LineagePlan(graph);
        for (int column = 0; column < plan.columns().size(); column++) {
            int index = column;
            UnorderedList list = new UnorderedList();
            list.addClassName("gh-list");
            plan.spots().stream()
                    .filter(spot -> spot.column() == index)
                    .filter(spot -> only == null || spot.node().kind() == only)
                    .forEach(spot -> list.add(line(spot.node(), graph, nodes, open)));
            if (list.getComponentCount() == 0) {
                continue;
            }
            add(new H2(I18NProvider.translate("lineage.column." + plan.columns().get(column))), list);
        }
    }

    private static ListItem line(Node node, LineageGraph graph, Map<String, Node> nodes, Predicate<String> open) {
        Span kind = new Span(LineagePicture.kind(node));
        kind.addClassName("gh-caption");
        ListItem line = new ListItem(kind, Places.link(LineagePicture.place(node, open), Reader.said(node.title())));
        boolean focus = node.id().equals(graph.focus());
        if (focus) {
            Span here = new Span(I18NProvider.translate("lineage.here"));
            here.addClassNames("gh-chip", "is-champion");
            line.add(here);
        }
        String day = LineagePicture.day(node);
        Span facts = new Span(day.isEmpty() ? Reader.said(node.detail()) : Reader.said(node.detail()) + " · " + day);
        facts.addClassName("gh-grow");
        line.add(facts);
        if (!focus && open.test(node.path())) {
            Anchor around =
                    Places.link(Places.lineage(node.id()) + "?as=list", I18NProvider.translate("lineage.around"));
            around.addClassName("gh-caption");
            around.setAriaLabel(I18NProvider.translate("lineage.around.of", Reader.said(node.title())));
            line.add(around);
        }
        List<String> effects = graph.edges().stream()
                .filter(edge -> edge.from().equals(node.id()) && nodes.containsKey(edge.to()))
                .map(edge -> Reader.said(edge.verb()) + " " + named(Objects.requireNonNull(nodes.get(edge.to()))))
                .toList();
        if (!effects.isEmpty()) {
            Span made = new Span("→ " + String.join("; ", effects));
            made.addClassName("gh-caption");
            line.add(made);
        }
        return line;
    }

    /** In the middle of a sentence. */
    private static String named(Node node) {
        return switch (node.kind()) {
            case TENURE -> Reader.said(node.detail());
            case SCORED_BATCH, REPORT ->
                Reader.language() == Language.ENGLISH
                        ? node.title().substring(0, 1).toLowerCase(Locale.ROOT)
                                + node.title().substring(1)
                        : Reader.said(node.title());
            default -> Reader.said(node.title());
        };
    }
}
