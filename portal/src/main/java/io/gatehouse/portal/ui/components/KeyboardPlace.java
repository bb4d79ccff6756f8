package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * Where somebody who works with the keyboard stands. A page that is drawn anew throws away what they stood on, and the browser then puts
 * them at the beginning of everything.
 */
public final class KeyboardPlace {
    private KeyboardPlace() {}

    /** Puts the keyboard on something that is read and not filled in; it is not reached by Tab. */
    public static void moveTo(Component component) {
        component.getElement().setAttribute("tabindex", "-1");
        // After the dialog, if any, that has just closed and would put it on the button that opened it and is gone.
        component.getElement().executeJs("requestAnimationFrame(() => setTimeout(() => this.focus()))");
    }

    /** Puts the keyboard on a link or a button that took the place of what was pressed. */
    public static void moveToControl(Component control) {
        control.getElement().executeJs("requestAnimationFrame(() => setTimeout(() => this.focus()))");
    }

    /** As {@link #moveTo(Component, String)} if the keyboard stands on nothing any more, and without moving the page under a reader. */
    public static void keep(Component within, String id) {
        find(within, id).ifPresent(component -> {
            component.getElement().setAttribute("tabindex", "-1");
            component
                    .getElement()
                    .executeJs("requestAnimationFrame(() => setTimeout(() => {"
                            + " if (document.activeElement === document.body) this.focus({preventScroll: true}); }))");
        });
    }

    /** @param id of the component that is looked for, at or below another */
    public static void moveTo(Component within, String id) {
        find(within, id).ifPresent(KeyboardPlace::moveTo);
    }

    private static Optional<Component> find(Component component, String id) {
        return component.getId().filter(id::equals).isPresent()
                ? Optional.of(component)
                : component
                        .getChildren()
                        .flatMap(child -> find(child, id).stream())
                        .findFirst();
    }
}
