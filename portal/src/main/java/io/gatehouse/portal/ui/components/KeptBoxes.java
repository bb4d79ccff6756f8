package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.function.SerializableConsumer;
import java.io.Serializable;

/** Boxes of a page that is drawn anew whenever one is ticked; the keyboard stays on that one. */
public final class KeptBoxes implements Serializable {
    private String ticked = "";

    /**
     * @param label of the box, which is not enough to know it again by, since counts may stand in it
     * @param name that it has whenever the page is drawn
     * @param go leads to the page as it is then
     */
    public Checkbox box(String name, String label, boolean on, SerializableConsumer<Boolean> go) {
        Checkbox box = new Checkbox(label, on);
        box.addValueChangeListener(change -> {
            ticked = name;
            go.accept(change.getValue());
        });
        if (ticked.equals(name)) {
            ticked = "";
            box.focus();
        }
        return box;
    }
}
