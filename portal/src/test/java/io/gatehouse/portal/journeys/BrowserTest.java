package io.gatehouse.portal.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One browser and one portal with the demo for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    static Path data;

    @SuppressWarnings("NullAway.Init") // Set before the first test.
    private Playwright playwright;

    @SuppressWarnings("NullAway.Init") // Set before the first test.
    Browser browser;

    @SuppressWarnings("NullAway.Init") // Set before the first test.
    RunningPortal portal;

    @BeforeAll
    void start() {
        // How long a machine that does other things as well may take; what is there at once is not waited for.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        portal = open(data.resolve("portal"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Starts the portal of this class. */
    RunningPortal open(Path folder) {
        return RunningPortal.withDemo(folder);
    }

    @AfterAll
    void stop() {
        browser.close();
        playwright.close();
        portal.close();
    }

    private static Path chromium() {
        return Optional.ofNullable(System.getenv("CHROMIUM"))
                .map(Path::of)
                .or(() -> PLACES.stream()
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst())
                .orElseThrow(() ->
                        new IllegalStateException("No Chromium was found: install one or set CHROMIUM to its path"));
    }
}
