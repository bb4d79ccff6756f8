package io.gatehouse.portal.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Light, dark, or as the system is; remembered by the browser. */
class ThemeChoice extends MenuBar {
    private enum Theme {
        LIGHT,
        DARK,
        AUTO
    }

    private final Map<Theme, MenuItem> items = new EnumMap<>(Theme.class);

    ThemeChoice() {
        addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem choice = addItem(VaadinIcon.ADJUST.create());
        choice.setAriaLabel(I18NProvider.translate("theme"));
        for (Theme theme : Theme.values()) {
            MenuItem item = choice.getSubMenu()
                    .addItem(
                            I18NProvider.translate("theme." + theme.name().toLowerCase(Locale.ROOT)),
                            event -> choose(theme));
            item.setCheckable(true);
            items.put(theme, item);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI()
                .getPage()
                .executeJs(
                        "try { return localStorage.getItem('gatehouse.theme') || 'auto' } catch (closed) { return 'auto' }")
                .then(String.class, remembered -> mark(Theme.valueOf(remembered.toUpperCase(Locale.ROOT))));
    }

    private void choose(Theme theme) {
        mark(theme);
        getElement().executeJs("""
                const root = document.documentElement;
                if ($0 === 'auto') root.removeAttribute('data-theme'); else root.setAttribute('data-theme', $0);
                try { localStorage.setItem('gatehouse.theme', $0) } catch (closed) { /* not remembered */ }""", theme.name().toLowerCase(Locale.ROOT));
    }

    private void mark(Theme chosen) {
        items.forEach((theme, item) -> item.setChecked(theme == chosen));
    }
}
