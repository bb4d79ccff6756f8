package io.gatehouse.auditlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sentences.Sentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the sources of this module and of the portal for actions that are put on the chain. */
class ActionsHaveWordsTest {
    /** The second argument of an append, and the third of a step of a promotion. */
    private static final Pattern ACTION = Pattern.compile(
            "(?:append(?:Alone)?\\(\\s*\\w+,|steps\\s*\\.tell\\(\\s*[\\w.()]+,\\s*\\w+,)\\s*\"([a-z_]+(?:\\.[a-z_]+)+)\"");

    @Test
    void everyActionThatIsPutOnTheChainHasASentence() throws IOException {
        Set<String> actions = new TreeSet<>();
        for (Path module : Set.of(Path.of("src/main/java"), Path.of("../portal/src/main/java"))) {
            try (Stream<Path> files = Files.walk(module)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> actions.addAll(actions(file)));
            }
        }

        assertThat(actions)
                .as("actions that the sources name")
                .contains("alias.moved", "promotion.opened")
                .hasSizeGreaterThan(30);
        actions.removeIf(action -> Sentences.holes("audit.event." + action).isPresent());
        assertThat(actions)
                .as("Give these actions a template in sentences-audit.properties")
                .isEmpty();
    }

    private static Set<String> actions(Path file) {
        try {
            Set<String> found = new TreeSet<>();
            Matcher action = ACTION.matcher(Files.readString(file));
            while (action.find()) {
                found.add(action.group(1));
            }
            return found;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
