package io.gatehouse.modelcard;

import static io.gatehouse.modelcard.CardSection.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that only people can say of a version. What the registry knows by itself is no field: nobody types it and it is not wrong. */
public enum CardField {
    OWNER(DETAILS),
    CONTACT(DETAILS),
    VALIDATOR(DETAILS),
    MATERIALITY(DETAILS),
    ASSUMPTIONS(DETAILS),
    LICENCE(DETAILS),
    INTENDED_USE(CardSection.INTENDED_USE),
    USERS(CardSection.INTENDED_USE),
    OUT_OF_SCOPE(CardSection.INTENDED_USE),
    MISUSE(CardSection.INTENDED_USE),
    AFFECTED_GROUPS(FACTORS),
    PROTECTED_ATTRIBUTES(FACTORS),
    METRICS_CHOSEN(METRICS),
    REPRESENTATIVENESS(EVALUATION_DATA),
    DATA_SOURCES(TRAINING_DATA),
    LABEL(TRAINING_DATA),
    EXCLUSIONS(TRAINING_DATA),
    DATA_QUALITY(TRAINING_DATA),
    ROBUSTNESS(ANALYSES),
    ETHICAL_CONSIDERATIONS(ETHICS),
    RISKS(RISK),
    MITIGATIONS(RISK),
    RESIDUAL_RISK(RISK),
    HUMAN_OVERSIGHT(OVERSIGHT),
    LOGGING(OVERSIGHT),
    MONITORING_CADENCE(MONITORING),
    MONITORING_TRIGGERS(MONITORING),
    MONITORING_OWNERS(MONITORING),
    INCIDENTS(MONITORING),
    PLANNED_CHANGES(CHANGE),
    RETIRE_CRITERIA(CHANGE),
    LIMITATIONS(CAVEATS);

    private final CardSection section;

    CardField(CardSection section) {
        this.section = section;
    }

    public CardSection section() {
        return section;
    }

    /** How programs and addresses name it, such as {@code intended_use}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name or key; empty if there is no such field. */
    public static Optional<CardField> of(String key) {
        return Arrays.stream(values())
                .filter(field -> field.name().equalsIgnoreCase(key))
                .findFirst();
    }

    public static List<CardField> in(CardSection section) {
        return Arrays.stream(values()).filter(field -> field.section == section).toList();
    }
}
