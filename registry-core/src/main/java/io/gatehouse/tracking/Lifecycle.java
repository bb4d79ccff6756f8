package io.gatehouse.tracking;

import java.util.Locale;

/** Whether something is there or in the bin, from which it can be restored. */
public enum Lifecycle {
    ACTIVE,
    DELETED;

    /** As stored, and as MLflow writes it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Lifecycle of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }
}
