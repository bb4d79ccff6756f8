package io.gatehouse.portal.sidedoors;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.portal.bench.PortalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Holds {@code docs/mlflow-compatibility.md} against the routes of the program, the tests that it names, and the side doors. */
@PortalTest
class MlflowPageTest {
    private static final Path DOCS = Path.of("../docs").toAbsolutePath().normalize();
    private static final Pattern ROW =
            Pattern.compile("\\| `([A-Z]+ \\S+)` \\| \\[\\w+]\\(([^)]+)\\) \\| (yes|reads) \\|.*");

    private final List<Row> rows = rows();
    private final WireRoutes routes;

    MlflowPageTest(List<RequestMappingHandlerMapping> mappings) {
        this.routes = new WireRoutes(mappings.getFirst());
    }

    /** @param call such as {@code POST runs/create} @param test file that it is tested in */
    private record Row(String call, Path test, boolean writes) {}

    @Test
    void everyCallIsOnThePageOnce() {
        List<String> named = rows.stream().map(Row::call).toList();

        assertThat(named).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(named)).isEqualTo(routes.all());
    }

    @Test
    void whatThePageCallsWritingIsTriedAsASideDoor() {
        Set<String> tried = SideDoors.all().map(Door::call).collect(Collectors.toSet());

        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(tried.contains(row.call())).as(row.call()).isEqualTo(row.writes()));
    }

    @Test
    void theTestThatARowNamesMakesTheCall() {
        assertThat(rows).allSatisfy(row -> assertThat(row.test()).content().contains(named(row.call())));
    }

    /** As much of a path as every caller spells out: from after the prefix to the first part that varies. */
    private static String named(String call) {
        String path = call.substring(call.indexOf(' ') + 1).replaceFirst("^/api/[23]\\.0/", "");
        Matcher varies = Pattern.compile("/?(\\{|\\*\\*)").matcher(path);
        return varies.find() ? path.substring(0, varies.start()) : path;
    }

    private static List<Row> rows() {
        try {
            return Files.readAllLines(DOCS.resolve("mlflow-compatibility.md")).stream()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(row -> new Row(
                            row.group(1),
                            DOCS.resolve(row.group(2)).normalize(),
                            row.group(3).equals("yes")))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("The page of compatibility cannot be read.", e);
        }
    }
}
