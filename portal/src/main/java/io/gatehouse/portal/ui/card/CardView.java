package io.gatehouse.portal.ui.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gatehouse.cardfacts.FilledCard;
import io.gatehouse.cardfacts.FilledCards;
import io.gatehouse.modelcard.CardRevision;
import io.gatehouse.modelcard.CardSection;
import io.gatehouse.people.Action;
import io.gatehouse.portal.packs.CardFiles;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.ProvenanceLine;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.Tone;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The model card of a version, from top to bottom: what is known, what people said, and what still has to be said. */
@Route("models/:name/versions/:version/card")
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class CardView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient FilledCards cards;
    private final transient CardFiles files;

    protected CardView(CurrentPerson current, FilledCards cards, CardFiles files) {
        this.current = current;
        this.cards = cards;
        this.files = files;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String name = event.getRouteParameters().get("name").orElse("");
        String number = event.getRouteParameters().get("version").orElse("");
        FilledCard card = version(number)
                .flatMap(version -> cards.of(current.actor(), name, version))
                .orElseThrow(() -> new NotFoundException(text("card.unknown", number, name)));
        setPageTitle(text("card.title"), text("version", number), name);
        removeAll();
        show(card);
        goToAnchor();
    }

    /** Empty if that is no number. */
    static Optional<Integer> version(String number) {
        return number.matches("[1-9]\\d{0,8}") ? Optional.of(Integer.valueOf(number)) : Optional.empty();
    }

    private void show(FilledCard card) {
        boolean writes = current.may(Action.WRITE_MODEL_CARD);
        add(header(card, writes));
        CardProgress.of(card, writes).ifPresent(this::add);
        for (CardSection section : CardSection.values()) {
            add(new CardPart(card, section, writes).section());
        }
        add(history(card));
        List<String> sources = new ArrayList<>();
        if (card.evaluation() != null) {
            sources.add(text(
                    "review.source.evaluation",
                    "EV-" + card.evaluation().number(),
                    Figures.dateTime(card.evaluation().at())));
        }
        sources.add(text("card.digest", card.answers().sha256().substring(0, 12)));
        add(new ProvenanceLine(sources.toArray(String[]::new)));
    }

    private PageHeader header(FilledCard card, boolean writes) {
        String model = card.answers().model();
        int version = card.answers().version();
        PageHeader header = new PageHeader(text("card.heading", model, version))
                .explained(Term.MODEL_CARD)
                .trail(new Breadcrumbs().to(Places.MODELS, text("menu.models")).to(Places.model(model), model))
                .badge(badge(card))
                .verdict(card.standing().in(Reader.language()) + " " + CardProgress.sentence(card));
        CardRevision last = card.answers().last();
        if (last != null) {
            header.asOf(text("card.saved", last.number(), last.by(), Figures.dateTime(last.at())));
        }
        List<Component> actions = new ArrayList<>();
        if (writes) {
            Anchor edit = Places.button(Places.cardForm(model, version), text("card.edit"));
            actions.add(edit);
        }
        Anchor lineage = Places.button(Places.lineage("version/" + model + "/" + version), text("models.lineage"));
        actions.add(lineage);
        actions.add(new DownloadButton(text("card.markdown"), () -> files.markdown(current.actor(), model, version)));
        actions.add(Places.printLink(Places.card(model, version)));
        return header.actions(actions.toArray(Component[]::new));
    }

    private static StatusBadge badge(FilledCard card) {
        if (card.required().isEmpty()) {
            return card.all().given() == 0
                    ? new StatusBadge(Tone.NONE, text("card.state.empty"))
                    : new StatusBadge(Tone.NONE, text("card.state.optional"));
        }
        return card.required(card.required()).complete()
                ? new StatusBadge(Tone.OK, text("card.state.complete"))
                : new StatusBadge(Tone.ACT, text("card.state.incomplete"));
    }

    private static Section history(FilledCard card) {
        if (card.revisions().isEmpty()) {
            return section(text("card.history"), new EmptyState(text("card.history.empty"), text("card.history.hint")));
        }
        Table table = new Table(text("card.history"))
                .untitled()
                .column(text("card.history.revision"))
                .column(text("card.history.by"))
                .column(text("card.history.fields"))
                .column(text("card.history.digest"));
        card.revisions()
                .forEach(revision -> table.row(
                        String.valueOf(revision.number()),
                        revision.by() + ", " + Figures.dateTime(revision.at()),
                        Reader.list(revision.fields().stream().map(Reader::word).toList()),
                        revision.sha256().substring(0, 12)));
        return section(text("card.history"), text("card.history.intro"), table);
    }
}
