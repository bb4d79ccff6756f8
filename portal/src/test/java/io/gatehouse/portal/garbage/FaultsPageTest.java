package io.gatehouse.portal.garbage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of ways in on {@code docs/FAULTS.md} against the tests that it names. */
class FaultsPageTest {
    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

    @Test
    void everyWayInHasATestThatIsThere() throws IOException {
        Map<String, Path> tests = tests();
        List<String> rows = rows();

        assertThat(rows)
                .hasSizeGreaterThanOrEqualTo(15)
                .allSatisfy(row -> assertThat(row).containsPattern(NAMED));
        for (String row : rows) {
            Matcher named = NAMED.matcher(row);
            while (named.find()) {
                assertThat(tests).containsKey(named.group(1));
                String method = named.group(2) == null ? "@Test" : " " + named.group(2) + "(";
                assertThat(tests.get(named.group(1))).content().contains(method);
            }
        }
    }

    private static List<String> rows() throws IOException {
        List<String> lines = Files.readAllLines(HOUSE.resolve("docs/FAULTS.md"));
        int heading = lines.indexOf("## Where servers of this kind were broken into");
        return lines.stream()
                .skip(heading + 1L)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
                .skip(1)
                .toList();
    }

    private static Map<String, Path> tests() throws IOException {
        try (Stream<Path> modules = Files.list(HOUSE)) {
            List<Path> sources = modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList();
            Map<String, Path> tests = new java.util.HashMap<>();
            for (Path source : sources) {
                try (Stream<Path> files = Files.walk(source)) {
                    tests.putAll(files.filter(file -> file.toString().matches(".*(Test|IT)[.]java"))
                            .collect(Collectors.toMap(
                                    file -> file.getFileName().toString().replace(".java", ""),
                                    file -> file,
                                    (one, other) -> one)));
                }
            }
            return tests;
        }
    }
}
