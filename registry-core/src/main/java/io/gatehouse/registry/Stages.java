package io.gatehouse.registry;

import java.util.List;
import java.util.Optional;

/** The stages of older MLflow clients. Production is the protected alias by another name. */
final class Stages {
    static final String NONE = "None";
    static final String STAGING = "Staging";
    static final String PRODUCTION = "Production";
    static final String ARCHIVED = "Archived";
    static final List<String> ALL = List.of(NONE, STAGING, PRODUCTION, ARCHIVED);

    private Stages() {}

    /** A stage in any case, as MLflow writes it. */
    static Optional<String> parse(String text) {
        return ALL.stream().filter(stage -> stage.equalsIgnoreCase(text)).findFirst();
    }
}
