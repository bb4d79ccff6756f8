package io.gatehouse.portal.ui.lineage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.lineage.LineageGraph;
import io.gatehouse.lineage.LineageGraph.Edge;
import io.gatehouse.lineage.LineageGraph.Node;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.lineage.LineagePlan.Spot;
import java.util.Locale;
import java.util.function.Predicate;

/** Columns of links with lines between them. The links come in reading order, so that the keyboard follows the arrows. */
class LineagePicture extends Div {
    /** With so many columns or fewer, cards are as wide as their text likes; with more they are narrow, so that all are seen at once. */
    private static final int MOST_WIDE = 6;

    private static final int WIDE = 154;
    private static final int WIDE_GAP = 26;
    private static final int NARROW = 117;
    private static final int NARROW_GAP = 20;
    private static final int HEIGHT = 136;
    private static final int STEP = HEIGHT + 20;
    private static final int TOP = 36;

    private final transient LineageGraph graph;
    private final transient Predicate<String> open;
    private final int cardWidth;
    private final int gap;

    /** @param open which screens the reader may open, by their paths */
    LineagePicture(LineageGraph graph, Predicate<String> open) {
        this.graph = graph;
        this.open = open;
        LineagePlan plan = new LineagePlan(graph);
        boolean wide = plan.columns().size() <= MOST_WIDE;
        this.cardWidth = wide ? WIDE : NARROW;
        this.gap = wide ? WIDE_GAP : NARROW_GAP;
        addClassName("gh-lineage");
        Div canvas = new Div();
        canvas.addClassName("gh-lineage-canvas");
        int width = plan.columns().size() * (cardWidth + gap) - gap;
        int height = TOP + plan.rows() * STEP;
        canvas.getStyle().set("width", width + "px").set("height", height + "px");
        canvas.add(new Svg(lines(plan, width, height)));
        for (int i = 0; i < plan.columns().size(); i++) {
            canvas.add(at(heading(plan.columns().get(i)), i * (cardWidth + gap), 0));
        }
        plan.spots().forEach(spot -> canvas.add(at(card(spot.node()), left(spot), top(spot))));
        getElement()
                .setAttribute("role", "region")
                .setAttribute("tabindex", "0")
                .setAttribute("aria-label", graph.sentence().in(Reader.language()));
        add(canvas);
    }

    static String kind(Node node) {
        return I18NProvider.translate("lineage.kind." + node.kind());
    }

    /** When it came to be, where its line of facts does not say so already. */
    static String day(Node node) {
        String day = node.at() == null ? "" : Figures.date(node.at());
        return Reader.said(node.detail()).contains(day) ? "" : day;
    }

    /** Its screen, or what is around it if it has none that is open to the reader. */
    static String place(Node node, Predicate<String> open) {
        return open.test(node.path()) ? node.path() : Places.lineage(node.id());
    }

    private Span heading(LineagePlan.Column column) {
        Span heading = new Span(I18NProvider.translate("lineage.column." + column));
        heading.setWidth(cardWidth + "px");
        heading.addClassName("gh-lineage-heading");
        return heading;
    }

    private Component card(Node node) {
        Span kind = new Span(kind(node));
        kind.addClassName("gh-lineage-kind");
        Span title = new Span(Reader.said(node.title()));
        title.addClassName("gh-lineage-title");
        Span detail = new Span(Reader.said(node.detail()));
        detail.addClassName("gh-lineage-detail");
        Anchor card = Places.link(place(node, open), "");
        card.add(kind, title, detail);
        card.setWidth(cardWidth + "px");
        String day = day(node);
        if (!day.isEmpty()) {
            Span when = new Span(day);
            when.addClassName("gh-lineage-detail");
            card.add(when);
        }
        card.addClassNames(
                "gh-node", "is-" + node.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        card.setTitle(Reader.said(node.title()) + " · " + Reader.said(node.detail()));
        if (node.id().equals(graph.focus())) {
            card.addClassName("is-focus");
            card.getElement().setAttribute("aria-current", "true");
        }
        return card;
    }

    private static <C extends Component> C at(C component, int left, int top) {
        component.getElement().getStyle().set("left", left + "px").set("top", top + "px");
        return component;
    }

    private int left(Spot spot) {
        return spot.column() * (cardWidth + gap);
    }

    private static int top(Spot spot) {
        return TOP + spot.row() * STEP;
    }

    private String lines(LineagePlan plan, int width, int height) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg width='%1$d' height='%2$d' viewBox='0 0 %1$d %2$d' aria-hidden='true'>",
                width,
                height));
        graph.edges().stream().filter(plan::holds).forEach(edge -> svg.append(line(edge, plan)));
        return svg.append("</svg>").toString();
    }

    private String line(Edge edge, LineagePlan plan) {
        Spot from = plan.spot(edge.from());
        Spot to = plan.spot(edge.to());
        boolean near = edge.from().equals(graph.focus()) || edge.to().equals(graph.focus());
        String style = near ? "edge is-near" : "edge";
        int y1 = top(from) + HEIGHT / 2;
        int y2 = top(to) + HEIGHT / 2;
        if (from.column() == to.column()) {
            return within(style, from, to);
        }
        boolean forwards = from.column() < to.column();
        int x1 = left(from) + (forwards ? cardWidth : 0);
        int x2 = left(to) + (forwards ? 0 : cardWidth);
        int bend = (forwards ? 1 : -1) * gap / 2;
        return String.format(
                Locale.ROOT,
                "<path class='%s' d='M%d %d C%d %d %d %d %d %d'/><circle class='%s' cx='%d' cy='%d' r='3.5'/>",
                style,
                x1,
                y1,
                x1 + bend,
                y1,
                x2 - bend,
                y2,
                x2,
                y2,
                style,
                x2,
                y2);
    }

    /** Between two nodes of one column: straight if they are neighbours, else around on the right. */
    private String within(String style, Spot from, Spot to) {
        int x = left(from) + cardWidth / 2;
        boolean down = from.row() < to.row();
        int y1 = top(from) + (down ? HEIGHT : 0);
        int y2 = top(to) + (down ? 0 : HEIGHT);
        if (Math.abs(from.row() - to.row()) == 1) {
            return String.format(
                    Locale.ROOT,
                    "<path class='%s' d='M%d %d L%d %d'/><circle class='%s' cx='%d' cy='%d' r='3.5'/>",
                    style,
                    x,
                    y1,
                    x,
                    y2,
                    style,
                    x,
                    y2);
        }
        int side = left(from) + cardWidth;
        int middle1 = top(from) + HEIGHT / 2;
        int middle2 = top(to) + HEIGHT / 2;
        return String.format(
                Locale.ROOT,
                "<path class='%s' d='M%d %d C%d %d %d %d %d %d'/>",
                style,
                side,
                middle1,
                side + gap - 8,
                middle1,
                side + gap - 8,
                middle2,
                side,
                middle2);
    }
}
