package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * All that somebody is writing in a form with several fields, some of which may start out filled: kept like a {@link Draft}, in the
 * writer's browser from the first letter. When the form is shown again it holds what was kept, and says so. If the form starts from
 * something else by now, such as a newer version, it asks first.
 */
public final class FormDraft extends Notice {
    /** Adds what a field holds ($2) to what is kept of a form ($0) that started from something ($1). */
    private static final String NOTE = "const store = " + Draft.STORAGE + "; let all = null;"
            + " try { all = JSON.parse(store?.getItem($0) ?? 'null'); } catch (unreadable) { all = null; }"
            + " if (all?.base !== $1) { all = {base: $1, fields: {}}; }"
            + " const note = value => { all.fields[$2] = value; store?.setItem($0, JSON.stringify(all)); };";

    private final Draft draft;
    private final String key;
    private final String base;
    private final transient SerializableRunnable afresh;
    private final transient Map<String, SerializableConsumer<String>> fields = new LinkedHashMap<>();

    /**
     * @param what names the form, such as {@code policy.human-reviewed}
     * @param base what the form starts from, such as {@code version 3}; empty if from nothing
     * @param afresh shows the form without what was kept
     */
    public FormDraft(UUID writer, String what, String base, SerializableRunnable afresh) {
        super(Tone.WATCH);
        this.draft = Draft.of(writer, what);
        this.key = draft.key();
        this.base = base;
        this.afresh = afresh;
        announced().addClassName("gh-unsent");
        show(false);
    }

    /** Keeps a field whose value is a text to the browser: of text, of a number, of a day. */
    public void keep(String name, Component field) {
        listen(name, field, "field.value");
        fields.put(
                name,
                // The events by which the server hears of a change that somebody typed.
                kept -> field.getElement()
                        .executeJs(
                                "this.value = $0; for (const event of ['input', 'change', 'blur'])"
                                        + " { this.dispatchEvent(new CustomEvent(event, {bubbles: event !== 'blur'})); }",
                                kept));
    }

    /** Keeps a field in which one of several is chosen. @param choose takes the words that the chosen one is shown by */
    public void choice(String name, Component field, SerializableConsumer<String> choose) {
        listen(name, field, "field.inputElement.value");
        fields.put(name, choose);
    }

    /** Keeps what stands in no field, such as which lines there are; it is given back before the fields are. */
    public void note(String name, String value) {
        getUI().ifPresent(ui -> ui.getPage().executeJs(NOTE + " note($3);", key, base, name, value));
    }

    /** @param given takes what was noted under a name */
    public void noted(String name, SerializableConsumer<String> given) {
        fields.put(name, given);
    }

    private void listen(String name, Component field, String value) {
        field.getElement()
                .executeJs(
                        "const field = this; const keep = () => { " + NOTE + " note(" + value + "); };"
                                + " field.addEventListener('input', keep); field.addEventListener('change', keep);",
                        key,
                        base,
                        name);
    }

    /** Gives back what was kept; called once all fields are known. */
    public void begin() {
        draft.read(this, this::found);
    }

    /** It was sent. */
    public void drop() {
        draft.drop();
        show(false);
    }

    private void found(String kept) {
        getElement()
                .executeJs("try { return JSON.parse($0); } catch (unreadable) { return null; }", kept)
                .then(JsonNode.class, this::found);
    }

    private void found(JsonNode kept) {
        if (kept.isObject() && kept.path("fields").isObject()) {
            boolean same = kept.path("base").asString("").equals(base);
            Map<String, String> values = new LinkedHashMap<>();
            kept.path("fields").properties().forEach(field -> {
                if (field.getValue().isString()) {
                    values.put(field.getKey(), field.getValue().stringValue());
                }
            });
            if (same) {
                restore(values);
                tell(new Paragraph(text("unsent.form")));
            } else {
                tell(new Paragraph(text("unsent.form.moved")), new Button(text("unsent.form.restore"), click -> {
                    restore(values);
                    show(false);
                }));
            }
        }
    }

    /** Lines first: they bring fields of their own. */
    private void restore(Map<String, String> values) {
        fields.keySet().stream().toList().forEach(name -> give(values, name));
        values.keySet().stream().toList().forEach(name -> give(values, name));
    }

    private void give(Map<String, String> values, String name) {
        String value = values.remove(name);
        SerializableConsumer<String> field = fields.get(name);
        if (value != null && field != null) {
            field.accept(value);
        }
    }

    private void tell(Component... words) {
        removeAll();
        add(words);
        Button unwanted = new Button(text("unsent.discard"), click -> {
            drop();
            afresh.run();
        });
        draft.dropAt(unwanted);
        add(unwanted);
        show(true);
    }

    private void show(boolean shown) {
        // Not by visibility: of what is invisible the browser is asked nothing.
        getElement().setAttribute("hidden", !shown);
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
