package io.gatehouse.portal.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A browser, and one portal with the demo for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test.
    static Path data;

    final Browser browser = Chromium.ofThisProcess();

    @SuppressWarnings("NullAway.Init") // Set before the first test.
    RunningPortal portal;

    @BeforeAll
    void start() {
        // How long a machine that does other things as well may take; what is there at once is not waited for.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        portal = open(data.resolve("portal"));
    }

    /** Starts the portal of this class. */
    RunningPortal open(Path folder) {
        return RunningPortal.withDemo(folder);
    }

    @AfterAll
    void stop() {
        Sessions.end(portal);
        portal.close();
    }
}
