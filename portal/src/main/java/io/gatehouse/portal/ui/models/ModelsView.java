package io.gatehouse.portal.ui.models;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.Champions;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.HealthBadge;
import io.gatehouse.portal.ui.components.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;

/** All models, those in trouble first. */
@Route(Places.MODELS)
@PermitAll
public class ModelsView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient Champions champions;

    ModelsView(CurrentPerson current, Champions champions) {
        this.current = current;
        this.champions = champions;
        setPageTitle(text("menu.models"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        List<ChampionSummary> models = champions.summaries(current.actor());
        long inUse = models.stream().filter(model -> model.version() != null).count();
        add(new PageHeader(text("menu.models"))
                .verdict(models.isEmpty() ? "" : text("models.verdict", models.size(), inUse)));
        if (models.isEmpty()) {
            add(new EmptyState(text("home.empty"), text("home.empty.hint")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        models.forEach(model -> list.add(line(model)));
        add(list);
    }

    private static ListItem line(ChampionSummary model) {
        Div words = new Div(Places.link(Places.model(model.model()), model.model()));
        words.addClassName("gh-grow");
        Div verdict = new Div(new Span(model.verdict().english()));
        verdict.addClassName("gh-muted");
        words.add(verdict);
        return new ListItem(new HealthBadge(model.health()), words, facts(model));
    }

    private static Div facts(ChampionSummary model) {
        Instant since = model.since();
        Integer version = model.version();
        Div facts = new Div(new Span(
                since == null || version == null
                        ? text("models.no-champion")
                        : text("models.in-use", version, Figures.date(since))));
        if (model.openRequests() > 0) {
            facts.add(new Div(new Span(text("models.open", model.openRequests()))));
        }
        facts.addClassName("gh-caption");
        return facts;
    }
}
