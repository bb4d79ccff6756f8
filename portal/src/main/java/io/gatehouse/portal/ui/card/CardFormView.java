package io.gatehouse.portal.ui.card;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gatehouse.cardfacts.FilledCard;
import io.gatehouse.cardfacts.FilledCards;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.CardSection;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.people.Action;
import io.gatehouse.people.Permissions;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.Draft;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import jakarta.annotation.security.PermitAll;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a model card: all fields by section, saved together. Nothing typed is lost to a stale tab, a refusal or an ended session. */
@Route("models/:name/versions/:version/card/edit")
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class CardFormView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient FilledCards filled;
    private final transient ModelCards cards;
    private final transient Map<CardField, CardFieldEditor> editors = new LinkedHashMap<>();
    private final Div answer = new Div();
    private final Span progress = new Span();
    private final Button confirmAll = new Button();
    private String model = "";
    private int version;
    private int base;

    CardFormView(CurrentPerson current, FilledCards filled, ModelCards cards) {
        this.current = current;
        this.filled = filled;
        this.cards = cards;
        answer.getElement().setAttribute("role", "status");
        answer.setId("card-answer");
        progress.addClassNames("gh-caption", "gh-spring");
        confirmAll.addClickListener(click -> editors.values().forEach(CardFieldEditor::confirm));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Permissions.require(current.actor(), Action.WRITE_MODEL_CARD);
        model = event.getRouteParameters().get("name").orElse("");
        String number = event.getRouteParameters().get("version").orElse("");
        FilledCard card = CardView.version(number)
                .flatMap(known -> filled.of(current.actor(), model, known))
                .orElseThrow(() -> new NotFoundException(text("card.unknown", number, model)));
        version = card.answers().version();
        setPageTitle(text("card.form.title"), text("version", number), model);
        removeAll();
        answer.removeAll();
        editors.clear();
        add(new PageHeader(text("card.form.heading", model, version))
                .trail(new Breadcrumbs()
                        .to(Places.MODELS, text("menu.models"))
                        .to(Places.model(model), model)
                        .to(Places.card(model, version), text("card.title")))
                .verdict(text("card.form.verdict")));
        for (CardSection section : CardSection.values()) {
            add(part(section, card));
        }
        add(answer, bar());
        show(card);
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("field")
                .flatMap(CardField::of)
                .map(editors::get)
                .ifPresent(CardFieldEditor::open);
    }

    private Section part(CardSection of, FilledCard card) {
        Section section = section(Reader.word(of));
        section.addClassName("gh-card-part");
        for (CardField field : CardField.in(of)) {
            Draft draft = Draft.of(
                    current.actor().person().id(), "card." + card.answers().modelId() + "." + version + "." + field);
            CardFieldEditor editor = new CardFieldEditor(field, card, draft);
            editors.put(field, editor);
            section.add(editor);
        }
        return section;
    }

    private Div bar() {
        Button save = new Button(text("card.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> save.setEnabled(true));
        Anchor read = Places.button(Places.card(model, version), text("card.read"));
        Div bar = new Div(progress, confirmAll, read, save);
        bar.addClassNames("gh-toolbar", "gh-save-bar");
        return bar;
    }

    private void show(FilledCard card) {
        base = card.answers().revision();
        progress.setText(CardProgress.sentence(card));
        editors.values().forEach(editor -> editor.show(card));
        long carried =
                editors.values().stream().filter(CardFieldEditor::carried).count();
        confirmAll.setText(text("card.confirm-all", carried));
        confirmAll.setVisible(carried > 0);
    }

    private void save() {
        Map<CardField, String> words = new EnumMap<>(CardField.class);
        editors.values().forEach(editor -> editor.said().ifPresent(said -> words.put(editor.field(), said)));
        switch (cards.save(current.actor(), model, version, base, words)) {
            case ModelCards.Saved.Done done -> {
                editors.values().stream()
                        .filter(editor -> words.containsKey(editor.field()))
                        .forEach(CardFieldEditor::saved);
                tell(done.sentence().in(Reader.language()), Tone.OK);
            }
            case ModelCards.Saved.Unchanged unchanged -> tell(text("card.nothing-new"), Tone.INFO);
            case ModelCards.Saved.Refused refused -> tell(refused.sentence().in(Reader.language()), Tone.ACT);
        }
        filled.of(current.actor(), model, version).ifPresent(this::show);
    }

    private void tell(String words, Tone tone) {
        Div notice = new Notice(tone, new Paragraph(words));
        answer.removeAll();
        answer.add(notice);
        answer.getElement().executeJs("setTimeout(() => this.scrollIntoView({block: 'nearest'}), 50)");
    }
}
