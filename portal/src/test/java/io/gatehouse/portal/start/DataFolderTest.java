package io.gatehouse.portal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class DataFolderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path somewhere;

    @Test
    void aFolderThatIsNotThereIsMadeAndTaken() {
        take(somewhere.resolve("new/data"));

        assertThat(somewhere.resolve("new/data/gatehouse.lock")).exists();
    }

    @Test
    void aFileInItsPlaceIsNamedWithTheWayOut() throws IOException {
        Path file = Files.writeString(somewhere.resolve("data"), "a file");

        assertThatThrownBy(() -> take(file))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining(file + " is a file. Name another folder with --data.");
    }

    /** H2 refuses a folder that is relative without saying so. */
    @Test
    void aFolderByANameAloneIsTheOneBelowWhereThePortalWasStarted() {
        String name = "target/by-name-alone-" + System.nanoTime();

        assertThat(take(Path.of(name))).isEqualTo(Path.of(name).toAbsolutePath().toString());
    }

    @Test
    void aSemicolonIsRefusedBeforeTheDatabaseTakesTheRestForASetting() {
        assertThatThrownBy(() -> take(somewhere.resolve("a;INIT=x")))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("semicolon", "--data");
    }

    /** The folder that everything else is told of. */
    private static @Nullable String take(Path folder) {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("gatehouse.data", folder.toString())));
            new DataFolder().initialize(context);
            return context.getEnvironment().getProperty("gatehouse.data");
        }
    }
}
