package io.gatehouse.portal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at a browser, signed in; speaks of what people see, by role and label. */
final class Visitor implements AutoCloseable {
    private static final String SCROLLER =
            "document.querySelector('vaadin-app-layout').shadowRoot.querySelector('[part~=content]')";

    private final RunningPortal portal;
    private final Page page;
    private final Runnable leave;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(RunningPortal portal, BrowserContext context, Runnable leave) {
        this.portal = portal;
        this.page = context.newPage();
        this.leave = leave;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("favicon")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** A tab of somebody who signed in before, if need be just now; it shows nothing yet. */
    static Visitor signedIn(Browser browser, RunningPortal portal, String username) {
        return signedIn(browser, portal, username, "en-US");
    }

    /** Somebody whose browser asks for another language, such as {@code de-DE}. */
    static Visitor signedIn(Browser browser, RunningPortal portal, String username, String language) {
        BrowserContext session = Sessions.of(browser, portal, username, language, begun -> {
            try (Visitor visitor = new Visitor(portal, begun, () -> {})) {
                visitor.page.navigate(portal.address() + "/login");
                visitor.signIn(username);
            }
        });
        return new Visitor(portal, session, () -> {});
    }

    /** In a session that nobody shares, for whoever ends it or turns its clock. */
    static Visitor signedInApart(Browser browser, RunningPortal portal, String username) {
        Visitor visitor = atTheDoor(browser, portal);
        visitor.signIn(username);
        return visitor;
    }

    /** On the sign-in page, in a session that nobody shares. */
    static Visitor atTheDoor(Browser browser, RunningPortal portal) {
        BrowserContext session = Sessions.anew(browser, "en-US");
        Visitor visitor = new Visitor(portal, session, session::close);
        visitor.page.navigate(portal.address() + "/login");
        return visitor;
    }

    /** On the sign-in page. */
    void signIn(String username) {
        signIn(username, portal.password(username));
    }

    /** On the sign-in page, as somebody who is not of the demo. */
    void signIn(String username, String password) {
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    Visitor open(String path) {
        page.navigate(portal.address() + path);
        heading().waitFor();
        // The sign-in has a heading as well.
        assertThat(page.url()).as("signed in").doesNotContain("/login");
        return this;
    }

    /** The one first-level heading. */
    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .first();
    }

    Locator text(String text) {
        return page.getByText(text).first();
    }

    Locator text(Pattern text) {
        return page.getByText(text).first();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    Locator link(Pattern name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    /** How many pixels above the window the page begins; it scrolls inside its frame. */
    int scrolled() {
        return ((Number) page.evaluate("() => Math.round(" + SCROLLER + ".scrollTop)")).intValue();
    }

    /** Reads on, to so many pixels below the beginning. */
    Visitor scrollTo(int pixels) {
        page.evaluate("down => " + SCROLLER + ".scrollTo(0, down)", pixels);
        return this;
    }

    /**
     * The browser's way back. The address of a page changes a moment before the client counts it as reached, and who goes back within that
     * moment, as only a program does, is taken for still on the way there.
     */
    Visitor back() {
        page.waitForFunction("() => !window.Vaadin?.Flow?.navigation");
        page.goBack();
        return this;
    }

    /** Everything that the page says. */
    String main() {
        return page.locator("main").first().innerText();
    }

    Page page() {
        return page;
    }

    /** The whole page: the shell scrolls its content inside, so the window is made as high as that. */
    void shoot(Path file) {
        int width = page.viewportSize().width;
        int height = ((Number) page.evaluate("""
                () => { const main = document.querySelector('main');
                  const box = document.querySelector('vaadin-app-layout')?.shadowRoot.querySelector('[part~="content"]');
                  return Math.ceil(main.getBoundingClientRect().bottom + (box?.scrollTop ?? 0)); }""")).intValue();
        page.setViewportSize(width, Math.clamp(height, 700, 9_000));
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        page.setViewportSize(width, 900);
    }

    /** What sticks out of the window to the right, other than inside a box of its own that scrolls; nothing, if the page reflows. */
    @SuppressWarnings("unchecked")
    List<String> sticksOut() {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('main, main *')].filter(node => {
                  const box = node.getBoundingClientRect();
                  if (box.width === 0 || box.right <= innerWidth + 1) return false;
                  for (let above = node.parentElement; above && above.localName !== 'main'; above = above.parentElement)
                    if (getComputedStyle(above).overflowX !== 'visible') return false;
                  return true;
                }).map(node => node.localName + '.' + node.className)""");
    }

    /** What the browser complained of; nothing, on a good day. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        page.close();
        leave.run();
    }
}
