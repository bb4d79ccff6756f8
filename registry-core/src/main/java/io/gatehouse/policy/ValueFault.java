package io.gatehouse.policy;

/**
 * One of the value assumptions that cannot be meant.
 *
 * @param field such as {@code save_rate} or {@code costs[2].monthly_high}, lines counted from 1
 * @param problem what would be right, as the end of a sentence
 */
public record ValueFault(String field, String problem) {

    /** Such as “save_rate must lie in 0..1”. */
    public String inWords() {
        return field + " " + problem;
    }
}
