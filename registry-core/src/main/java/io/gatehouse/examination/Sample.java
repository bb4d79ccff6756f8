package io.gatehouse.examination;

import io.gatehouse.ids.Digests;
import java.util.Comparator;
import java.util.List;

/** Draws by digest, so that anybody can draw the same again with {@code sha256sum} alone. */
final class Sample {
    private Sample() {}

    /**
     * The first of the requests in the order of the SHA-256 of seed and request, written as {@code 20260314:PR-42}.
     *
     * @param size at most so many
     */
    static List<Long> draw(List<Long> requests, long seed, int size) {
        return requests.stream()
                .distinct()
                .sorted(Comparator.comparing((Long request) -> Digests.sha256(seed + ":PR-" + request)))
                .limit(size)
                .toList();
    }
}
