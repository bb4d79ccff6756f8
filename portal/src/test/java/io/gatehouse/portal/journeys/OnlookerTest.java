package io.gatehouse.portal.journeys;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;

/** Looks at the demo and leaves it as it was: all such tests of a process look at the same portal. */
abstract class OnlookerTest extends BrowserTest {
    @Override
    RunningPortal open(Path folder) {
        return RunningPortal.forOnlookers();
    }

    /** Others go on looking. */
    @Override
    @AfterAll
    void stop() {}
}
