package io.gatehouse.preparedfiles;

import io.gatehouse.people.Actor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.boot.test.context.TestComponent;

/** Makes files of as many lines as asked for, and does what a test wants at each. */
@TestComponent
class ScriptedFiles implements FileMaker {
    static final String KIND = "scripted";

    /** Called after each line with its number. */
    LongConsumer atLine = line -> {};

    boolean gone;
    final List<String> takenBy = new ArrayList<>();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Draft> begin(Actor actor, FileOrder order) {
        return gone
                ? Optional.empty()
                : Optional.of(new Draft("lines.txt", "text/plain", (out, rows) -> {
                    for (long line = 1; line <= order.rows(); line++) {
                        out.write(("line " + line + "\n").getBytes(StandardCharsets.UTF_8));
                        rows.accept(line);
                        atLine.accept(line);
                    }
                }));
    }

    @Override
    public void taken(Actor actor, FileOrder order) {
        takenBy.add(actor.person().username());
    }
}
