package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import java.io.Serializable;
import java.util.UUID;

/**
 * What somebody is writing, kept in their own browser from the first letter until it is sent, so that no ended session, stale tab or
 * refusal takes it away. Nobody else who signs in at that browser sees it.
 */
public final class Draft implements Serializable {
    static final String STORAGE = "(() => { try { return window.localStorage; } catch (closed) { return null; } })()";

    private final String key;

    private Draft(String key) {
        this.key = key;
    }

    /** @param what such as {@code PR-42.REJECT} */
    public static Draft of(UUID writer, String what) {
        return new Draft("gatehouse.draft." + writer + "." + what);
    }

    /** By which the browser knows it. */
    String key() {
        return key;
    }

    /** Keeps what is typed into a field, and puts back what was kept if the field is still empty. */
    public void keep(TextArea field, SerializableConsumer<String> restored) {
        field.getElement()
                .executeJs(
                        "const store = " + STORAGE + "; const field = this; const key = $0;"
                                + " if (field.gatehouseDraft !== key) { field.gatehouseDraft = key;"
                                + " field.addEventListener('input', () => { if (field.gatehouseDraft === key) {"
                                + " field.value ? store?.setItem(key, field.value) : store?.removeItem(key); } }); }"
                                + " return store?.getItem(key) ?? '';",
                        key)
                .then(String.class, kept -> {
                    if (!kept.isEmpty() && field.isEmpty()) {
                        field.setValue(kept);
                        restored.accept(kept);
                    }
                });
    }

    /** Tells what was kept, if anything was. */
    public void read(Component on, SerializableConsumer<String> found) {
        on.getElement()
                .executeJs("return " + STORAGE + "?.getItem($0) ?? '';", key)
                .then(String.class, kept -> {
                    if (!kept.isEmpty()) {
                        found.accept(kept);
                    }
                });
    }

    /** Keeps a text that stands in no field. */
    public void put(String text) {
        inBrowser(STORAGE + "?.setItem($0, $1);", key, text);
    }

    /** It was sent, or its writer does not want it any more. */
    public void drop() {
        inBrowser(STORAGE + "?.removeItem($0);", key);
    }

    /** Drops it in the browser at the click itself, so that a page which is left in the same breath does not give it back. */
    void dropAt(Button click) {
        click.getElement()
                .executeJs(
                        "const key = $0; this.addEventListener('click', () => " + STORAGE + "?.removeItem(key));", key);
    }

    /** On the page: a field that leaves the screen in the same breath would not run it any more. */
    private static void inBrowser(String script, Object... parameters) {
        UI.getCurrentOrThrow().getPage().executeJs(script, parameters);
    }
}
