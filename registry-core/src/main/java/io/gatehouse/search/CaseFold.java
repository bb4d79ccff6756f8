package io.gatehouse.search;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How H2 takes text without regard to case: its function {@code fold_case} is this one. PostgreSQL has one of its own by that name. */
public final class CaseFold {
    private CaseFold() {}

    /** In lower case, in any language. */
    public static @Nullable String fold(@Nullable String given) {
        return given == null ? null : given.toLowerCase(Locale.ROOT);
    }
}
