package io.gatehouse.champions;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.champions.QuarterInReview.Span;
import io.gatehouse.sentences.Sentence;
import java.util.Optional;

/** Says how the champion at the end of one quarter does beside that at the end of another. */
final class BetweenQuarters {
    private BetweenQuarters() {}

    /** @param now the later quarter; while it runs, what is in use stands for its end @param then the earlier one */
    static Sentence sentence(Optional<TenureFacts> later, Span now, Optional<TenureFacts> earlier, Span then) {
        String end = now.over() ? "" : ".now";
        if (later.isEmpty() || earlier.isEmpty()) {
            return say(
                    later.isPresent()
                            ? "quarters.first"
                            : (earlier.isPresent() ? "quarters.gone" : "quarters.nobody") + end,
                    "later",
                    now.words(),
                    "earlier",
                    then.words(),
                    "version",
                    later.or(() -> earlier).map(TenureFacts::version).orElse(0));
        }
        int version = later.get().version();
        if (version == earlier.get().version()) {
            return say("quarters.same" + end, "version", version, "later", now.words(), "earlier", then.words());
        }
        return AgainstEarlier.sentence(
                version,
                later.get().judged().orElse(null),
                earlier.get().version(),
                earlier.get().judged().orElse(null));
    }
}
