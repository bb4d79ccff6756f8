package io.gatehouse.auditlog;

import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says what happened. The template of {@code promotion.approved} is {@code audit.event.promotion.approved}; where events of one name know
 * different things, further ones follow as {@code ….2} and so on, and the first whose holes can all be filled is taken. An event that
 * nobody has found words for is told by its name.
 */
final class AuditInWords {
    private static final String PREFIX = "audit.event.";
    private static final int MOST_FORMS = 4;

    private AuditInWords() {}

    /** @param known what the sentence can name: who, the parts of the object, and the details */
    static Sentence say(String action, Map<String, ?> known) {
        String code = Stream.concat(
                        Stream.of(PREFIX + action),
                        IntStream.rangeClosed(2, MOST_FORMS).mapToObj(form -> PREFIX + action + "." + form))
                .filter(form -> fits(form, known))
                .findFirst()
                .orElse("audit.event");
        Map<String, Object> all = new HashMap<>(known);
        all.put("action", action);
        return Sentences.say(
                code,
                all.entrySet().stream()
                        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                        .toArray());
    }

    private static boolean fits(String code, Map<String, ?> known) {
        Optional<java.util.Set<String>> holes = Sentences.holes(code);
        return holes.isPresent() && known.keySet().containsAll(holes.get());
    }
}
