package io.gatehouse.portal.ui.lineage;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gatehouse.lineage.LineageGraph;
import io.gatehouse.lineage.LineageGraph.Kind;
import io.gatehouse.lineage.LineageGraph.Node;
import io.gatehouse.lineage.Lineages;
import io.gatehouse.lineage.Lineages.Direction;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Term;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lineage around one thing, such as {@code lineage/version/churn/3}; {@code ?as=list} shows the list. */
@Route(value = "lineage/:node*", layout = MainLayout.class)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class LineageView extends Page implements BeforeEnterObserver {
    /** A picture of more says nothing any more; the list comes first then. */
    private static final int MOST_IN_PICTURE = 50;

    /** A list of fewer is read faster than filtered. */
    private static final int MOST_UNFILTERED = 15;

    private final transient CurrentPerson current;
    private final transient Lineages lineages;

    private @Nullable Kind kind;

    LineageView(CurrentPerson current, Lineages lineages) {
        this.current = current;
        this.lineages = lineages;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String node = String.join("/", event.getRouteParameters().getWildcard("node"));
        LineageGraph graph =
                find(current.actor(), node).orElseThrow(() -> new NotFoundException(text("lineage.not-found", node)));
        String as = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("as")
                .orElse("");
        kind = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("kind")
                .map(LineageView::kind)
                .orElse(null);
        boolean list = as.equals("list") || graph.nodes().size() > MOST_IN_PICTURE && !as.equals("picture");
        show(graph, node, list);
        if (list && graph.nodes().size() > MOST_UNFILTERED) {
            filter(graph, node, kind);
        }
    }

    private static @Nullable Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /** Each kind that there is, with how many there are of it, as addresses of their own. */
    private void filter(LineageGraph graph, String node, @Nullable Kind chosen) {
        Nav filter = new Nav();
        filter.setAriaLabel(text("lineage.filter"));
        filter.addClassNames("gh-toolbar", "gh-lineage-filter");
        String list = Places.lineage(node) + "?as=list";
        filter.add(chip(list, text("lineage.filter.all", graph.nodes().size()), chosen == null));
        for (Kind kind : Kind.values()) {
            long count =
                    graph.nodes().stream().filter(each -> each.kind() == kind).count();
            if (count > 0) {
                filter.add(chip(
                        list + "&kind=" + kind.name().toLowerCase(Locale.ROOT),
                        text("lineage.filter.kind", text("lineage.kind." + kind), count),
                        kind == chosen));
            }
        }
        addComponentAtIndex(2, filter);
    }

    private static Anchor chip(String place, String words, boolean chosen) {
        Anchor chip = Places.button(place, words);
        if (chosen) {
            chip.getElement().setAttribute("aria-current", "true");
        }
        return chip;
    }

    /** {@code production/<model>} is what is around the version in use. */
    private Optional<LineageGraph> find(Actor actor, String node) {
        return node.startsWith("production/")
                ? lineages.production(actor, node.substring("production/".length()))
                : lineages.around(actor, node, Direction.BOTH);
    }

    private void show(LineageGraph graph, String node, boolean asList) {
        removeAll();
        String title = graph.nodes().stream()
                .filter(candidate -> candidate.id().equals(graph.focus()))
                .findFirst()
                .map(Node::title)
                .orElse(node);
        setPageTitle(title, text("lineage.title"));
        // In the middle of a sentence.
        String named = title.replaceFirst("^Version ", "version ");
        add(new PageHeader(text("lineage.heading", named))
                .explained(Term.LINEAGE)
                .trail(trail(graph))
                .verdict(graph.sentence().in(Reader.language())));
        Anchor other = Places.link(
                Places.lineage(node) + (asList ? "?as=picture" : "?as=list"),
                text(asList ? "lineage.as-picture" : "lineage.as-list"));
        other.addClassNames("gh-button", "gh-lineage-switch");
        Div bar = new Div(other);
        bar.addClassName("gh-toolbar");
        add(bar);
        LineageList list = new LineageList(graph, asList ? kind : null, this::isOpen);
        if (!asList) {
            // On a small screen the stylesheet shows the list instead.
            list.addClassName("is-instead");
            add(new LineagePicture(graph, this::isOpen));
        }
        add(list);
    }

    private boolean isOpen(String path) {
        return switch (path.split("/", 3).length > 1 ? path.split("/", 3)[1] : "") {
            case "" -> false;
            case "runs" -> current.may(Action.READ_TRACKING);
            case "promotions" -> current.may(Action.READ_PROMOTION);
            case "risk-lists" -> current.may(Action.READ_RISK_LIST);
            default -> true;
        };
    }

    private static Breadcrumbs trail(LineageGraph graph) {
        Breadcrumbs trail = new Breadcrumbs().to(Places.MODELS, text("menu.models"));
        String[] focus = graph.focus().split("/");
        return focus.length == 3 && focus[0].equals("version") ? trail.to(Places.model(focus[1]), focus[1]) : trail;
    }
}
