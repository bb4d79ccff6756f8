package io.gatehouse.modelcard;

/**
 * The parts of a model card. The first nine are those of Mitchell et al., “Model Cards for Model Reporting” (2019), in their order;
 * risk, oversight, monitoring and change stand between the analyses and the caveats, since they are read with the ethics.
 */
public enum CardSection {
    DETAILS,
    INTENDED_USE,
    FACTORS,
    METRICS,
    EVALUATION_DATA,
    TRAINING_DATA,
    ANALYSES,
    ETHICS,
    RISK,
    OVERSIGHT,
    MONITORING,
    CHANGE,
    CAVEATS
}
