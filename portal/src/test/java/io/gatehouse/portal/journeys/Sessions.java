package io.gatehouse.portal.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Who is signed in where: each person signs in once, and comes back in another tab, as people do. */
final class Sessions {
    private static final Map<Key, BrowserContext> OPEN = new HashMap<>();

    private Sessions() {}

    private record Key(String portal, String username, String language) {}

    /**
     * The session of a person in a language, such as {@code de-DE}.
     *
     * @param signIn called with a session in which nobody is signed in yet
     */
    static BrowserContext of(
            Browser browser, RunningPortal portal, String username, String language, Consumer<BrowserContext> signIn) {
        return OPEN.computeIfAbsent(new Key(portal.address(), username, language), key -> {
            BrowserContext session = anew(browser, language);
            signIn.accept(session);
            return session;
        });
    }

    /** One in which nobody is signed in, and which nobody shares. */
    static BrowserContext anew(Browser browser, String language) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(language)
                .setAcceptDownloads(true));
    }

    /** Closes those of a portal that stops. */
    static void end(RunningPortal portal) {
        OPEN.entrySet().removeIf(open -> {
            boolean its = open.getKey().portal().equals(portal.address());
            if (its) {
                open.getValue().close();
            }
            return its;
        });
    }
}
