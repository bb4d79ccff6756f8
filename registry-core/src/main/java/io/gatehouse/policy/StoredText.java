package io.gatehouse.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Policies as they are stored. Reading one takes about a millisecond, and each request of a queue has one; so a text that was read lately
 * is not read again, since it never means anything else.
 */
public final class StoredText {
    private static final int MOST_KEPT = 200;

    private static final Map<String, Optional<PolicyDocument>> KEPT = new LinkedHashMap<>(16, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<PolicyDocument>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private StoredText() {}

    /** Empty if this release cannot read it. */
    public static Optional<PolicyDocument> read(String canonical) {
        synchronized (KEPT) {
            Optional<PolicyDocument> kept = KEPT.get(canonical);
            if (kept != null) {
                return kept;
            }
        }
        Optional<PolicyDocument> read =
                PolicyText.parse(canonical) instanceof PolicyText.Reading.Understood(PolicyDocument document)
                        ? Optional.of(document)
                        : Optional.empty();
        synchronized (KEPT) {
            KEPT.put(canonical, read);
        }
        return read;
    }
}
