package io.gatehouse.checks;

/** The questions that a policy can ask of a version, in the order in which they are shown when all went well. */
public enum CheckName {
    PERFORMANCE("Does it tell leavers from stayers well enough?"),
    FAIRNESS("Does it find leavers equally well in every segment?"),
    VALUE("Does acting on it pay for itself?"),
    REPRODUCIBILITY("Could we make it again?");

    private final String question;

    CheckName(String question) {
        this.question = question;
    }

    /** The question in plain words. */
    public String question() {
        return question;
    }
}
