package io.gatehouse.portal.ui.search;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.gatehouse.finding.Finder;
import io.gatehouse.finding.Finder.Everything;
import io.gatehouse.finding.Findings;
import io.gatehouse.finding.Found;
import io.gatehouse.people.Action;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.MenuPlace;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Term;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One field that finds what somebody names, while they type; Enter goes to the first of it. */
@Route(value = Places.SEARCH, layout = MainLayout.class)
@PermitAll
public class SearchView extends Page implements BeforeEnterObserver {
    private static final int MOST = 8;
    private static final int MOST_TERMS = 4;

    private final transient CurrentPerson current;
    private final transient Finder finder;
    private final TextField field = new TextField();
    private final Div results = new Div();

    SearchView(CurrentPerson current, Finder finder) {
        this.current = current;
        this.finder = finder;
        setPageTitle(text("search.title"));
        SearchHint hint = SearchHint.of(current);
        field.setLabel(hint.label());
        field.setHelperText(hint.help());
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        field.setClearButtonVisible(true);
        field.setMaxLength(Finder.LONGEST);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addClassName("gh-search-field");
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                show(change.getValue());
                write(change.getValue());
            }
        });
        // What was typed last may not have been sent yet when Enter is pressed.
        field.getElement()
                .addEventListener(
                        "keydown",
                        press ->
                                first(press.getEventData().path("element.value").asString("")))
                .setFilter("event.key === 'Enter'")
                .addEventData("element.value");
        Div box = new Div(field);
        box.getElement().setAttribute("role", "search");
        add(new PageHeader(text("search.title")), box, results);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String words =
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse("");
        field.setValue(words.substring(0, Math.min(words.length(), Finder.LONGEST)));
        show(field.getValue());
        field.focus();
    }

    /** Past the router, which would take it for a navigation and hold up the one that Enter begins. */
    private void write(String words) {
        QueryParameters query =
                words.isBlank() ? QueryParameters.empty() : new QueryParameters(Map.of("q", List.of(words)));
        getElement()
                .executeJs(
                        "history.replaceState(history.state, '', new URL($0, document.baseURI))",
                        new Location(Places.SEARCH, query).getPathWithQueryParameters());
    }

    private void first(String words) {
        field.setValue(words);
        show(words);
        links().findFirst().ifPresent(link -> link.getElement().executeJs("this.click()"));
    }

    private Stream<Anchor> links() {
        return below(results).filter(Anchor.class::isInstance).map(Anchor.class::cast);
    }

    private static Stream<Component> below(Component component) {
        return component.getChildren().flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }

    private void show(String words) {
        results.removeAll();
        if (words.isBlank()) {
            return;
        }
        Everything found = finder.find(current.actor(), words, MOST);
        part("search.models", found.models());
        part("search.requests", found.requests());
        part("search.lists", found.lists());
        customers(words.strip(), found.customersOn()).ifPresent(results::add);
        part("search.experiments", found.experiments());
        part("search.runs", found.runs());
        places(words).ifPresent(results::add);
        terms(words).ifPresent(results::add);
        if (results.getComponentCount() == 0) {
            results.add(new EmptyState(
                    text("search.none", words.strip()),
                    text(readsRuns() ? "search.none.hint" : "search.none.hint.short")));
        }
    }

    /** Whoever may not read runs is not told how they are found. */
    private boolean readsRuns() {
        return current.may(Action.READ_TRACKING);
    }

    private static Optional<Component> customers(String words, Findings<Found.RiskList> lists) {
        if (lists.items().isEmpty()) {
            return Optional.empty();
        }
        List<ListItem> lines = lists.items().stream()
                .map(list -> line(
                        Places.link(
                                Places.customers(list.number(), words),
                                text("search.customers.look", words, Figures.date(list.asOf()))),
                        list.model() + " · " + list.population()))
                .toList();
        return Optional.of(section(text("search.customers"), list(lines)));
    }

    private void part(String heading, Findings<? extends Found> findings) {
        if (findings.items().isEmpty()) {
            return;
        }
        UnorderedList list =
                list(findings.items().stream().map(SearchView::line).toList());
        results.add(
                findings.more()
                        ? section(text(heading), list, caption(text("search.more", Figures.whole(MOST))))
                        : section(text(heading), list));
    }

    private static ListItem line(Found found) {
        return switch (found) {
            case Found.Model model -> line(Places.link(Places.model(model.name()), model.name()), model.purpose());
            case Found.Request request -> {
                ListItem line = line(
                        Places.link(
                                Places.promotion(request.number()),
                                text("reviews.replace", "PR-" + request.number(), request.model(), request.version())),
                        Figures.date(request.requestedAt()));
                line.add(StatusBadge.of(request.state()));
                yield line;
            }
            case Found.RiskList list ->
                line(
                        Places.link(
                                Places.riskList(list.number()),
                                "RL-" + list.number() + " · " + text("risklist.title", Figures.date(list.asOf()))),
                        list.model() + " · " + list.population());
            case Found.Experiment experiment ->
                line(Places.link(Places.experiment(String.valueOf(experiment.id())), experiment.name()), "");
            case Found.Run run ->
                line(
                        Places.link(Places.run(run.id()), run.name().isEmpty() ? run.id() : run.name()),
                        run.id() + " · " + run.experiment());
        };
    }

    private Optional<Component> places(String words) {
        List<ListItem> lines = MenuPlace.of(current).stream()
                .filter(place -> fits(place.title(), words))
                .map(place -> line(Places.link(place.place(), place.title()), ""))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(section(text("search.places"), list(lines)));
    }

    private static Optional<Component> terms(String words) {
        List<ListItem> lines = Stream.of(Term.values())
                .filter(term -> fits(term.word(), words))
                .limit(MOST_TERMS)
                .map(term -> line(Places.link(Places.glossary(term.anchor()), term.word()), term.meaning()))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(section(text("search.terms"), list(lines)));
    }

    private static boolean fits(String title, String words) {
        return title.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
    }

    private static UnorderedList list(List<ListItem> lines) {
        UnorderedList list = new UnorderedList(lines.toArray(ListItem[]::new));
        list.addClassName("gh-list");
        return list;
    }

    private static ListItem line(Anchor link, String about) {
        Div words = new Div(link);
        words.addClassName("gh-grow");
        if (!about.isEmpty()) {
            Span more = new Span(about);
            more.addClassName("gh-caption");
            words.add(new Div(more));
        }
        return new ListItem(words);
    }

    private static Paragraph caption(String words) {
        Paragraph line = new Paragraph(words);
        line.addClassName("gh-caption");
        return line;
    }
}
