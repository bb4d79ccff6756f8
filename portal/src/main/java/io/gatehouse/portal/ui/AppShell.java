package io.gatehouse.portal.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.stereotype.Component;

/** What every page of the portal starts with: its styles, its icon and the choice of light or dark. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("gatehouse/tokens.css")
@StyleSheet("gatehouse/portal.css")
@StyleSheet("gatehouse/print.css")
@Component
public class AppShell implements AppShellConfigurator {
    /** Runs before anything is painted, so that a dark page does not flash white. */
    private static final String REMEMBERED_LOOK = """
            (function () { try { var t = localStorage.getItem('gatehouse.theme');
              if (t === 'light' || t === 'dark') document.documentElement.setAttribute('data-theme', t);
              if (localStorage.getItem('gatehouse.density') === 'compact') document.documentElement.setAttribute('data-density', 'compact');
            } catch (closed) { /* a browser that stores nothing follows its system */ } })();""";

    private static final String MLFLOW_LINKS = "META-INF/resources/gatehouse/mlflow-links.js";

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addFavIcon("icon", "gatehouse/favicon.svg", "any");
        settings.addMetaTag("description", "Gatehouse: which model is in use, why, and what it is worth.");
        settings.addInlineWithContents(Inline.Position.PREPEND, REMEMBERED_LOOK, Inline.Wrapping.JAVASCRIPT);
        // After the page's base address, which it needs, and before the modules of the page, which wait for the whole
        // document.
        settings.addInlineFromFile(Inline.Position.APPEND, MLFLOW_LINKS, Inline.Wrapping.JAVASCRIPT);
    }
}
