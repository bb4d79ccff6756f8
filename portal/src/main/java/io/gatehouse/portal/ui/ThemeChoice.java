package io.gatehouse.portal.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the screens look: light, dark or as the system is, and how closely rows stand; remembered by the browser, since it is its screen. */
class ThemeChoice extends MenuBar {
    private static final Look THEME = new Look("theme", List.of("light", "dark", "auto"), "auto");
    private static final Look ROWS = new Look("density", List.of("comfortable", "compact"), "comfortable");

    /** @param name of the attribute of the page that the stylesheet reads @param normal what has no such attribute */
    private record Look(String name, List<String> values, String normal) {}

    private final Map<String, MenuItem> items = new LinkedHashMap<>();

    ThemeChoice() {
        addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem choice = addItem(VaadinIcon.ADJUST.create());
        choice.setAriaLabel(I18NProvider.translate("theme"));
        offer(choice, THEME);
        choice.getSubMenu().addSeparator();
        offer(choice, ROWS);
    }

    private void offer(MenuItem choice, Look look) {
        for (String value : look.values()) {
            MenuItem item = choice.getSubMenu()
                    .addItem(I18NProvider.translate(look.name() + "." + value), event -> choose(look, value));
            item.setCheckable(true);
            items.put(key(look, value), item);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        for (Look look : List.of(THEME, ROWS)) {
            event.getUI()
                    .getPage()
                    .executeJs(
                            "try { return localStorage.getItem('gatehouse.' + $0) || $1 } catch (closed) { return $1 }",
                            look.name(),
                            look.normal())
                    .then(String.class, remembered -> mark(look, remembered));
        }
    }

    private void choose(Look look, String value) {
        mark(look, value);
        // Grids measure their rows once, so they are told that these are of another height now.
        getElement().executeJs("""
                const root = document.documentElement;
                if ($1 === $2) root.removeAttribute('data-' + $0); else root.setAttribute('data-' + $0, $1);
                try { localStorage.setItem('gatehouse.' + $0, $1) } catch (closed) { /* not remembered */ }
                document.querySelectorAll('vaadin-grid').forEach(grid => grid.notifyResize?.());""", look.name(), value, look.normal());
    }

    private void mark(Look look, String chosen) {
        look.values().forEach(value -> {
            MenuItem item = items.get(key(look, value));
            if (item != null) {
                item.setChecked(value.equals(chosen));
            }
        });
    }

    private static String key(Look look, String value) {
        return look.name() + "." + value;
    }
}
