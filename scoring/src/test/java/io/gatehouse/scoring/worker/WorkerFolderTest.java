package io.gatehouse.scoring.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several portals may share a disk; each keeps its workers' folder as long as it lives. */
class WorkerFolderTest {

    @TempDir
    Path root;

    /** Opens a folder in a process of its own, and ends without closing it. */
    static final class AnotherPortal {
        private AnotherPortal() {}

        public static void main(String[] root) {
            WorkerFolder.in(Path.of(root[0]));
        }
    }

    @Test
    void whatAKilledPortalLeftBehindIsRemovedByTheNext() throws Exception {
        anotherPortalStarts();
        List<Path> left = sessions();
        assertThat(left).hasSize(1);

        try (WorkerFolder next = WorkerFolder.in(root)) {
            assertThat(next.libraries()).exists();
            assertThat(sessions()).hasSize(1).doesNotContainAnyElementsOf(left);
        }
        assertThat(sessions()).isEmpty();
    }

    @Test
    void noOtherProcessTakesTheFolderOfALivingPortalForAnOrphan() throws Exception {
        try (WorkerFolder one = WorkerFolder.in(root);
                WorkerFolder another = WorkerFolder.in(root)) {
            Path ofOne = one.newRun();
            Path ofAnother = another.newRun();

            anotherPortalStarts();

            assertThat(ofOne).exists();
            assertThat(ofAnother).exists();
        }
    }

    private void anotherPortalStarts() throws Exception {
        Process portal = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherPortal.class.getName(),
                        root.toString())
                .inheritIO()
                .start();
        assertThat(portal.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(portal.exitValue()).isZero();
    }

    private List<Path> sessions() throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            return children.toList();
        }
    }
}
