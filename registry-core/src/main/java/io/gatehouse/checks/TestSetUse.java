package io.gatehouse.checks;

/**
 * How often the customers of a test split had been judged before, over all versions of all models. The best of many candidates on the
 * same rows looks better than it is, which is why the split is meant to be looked at once (Hastie, Tibshirani and Friedman, The Elements
 * of Statistical Learning, 7.2).
 *
 * @param evaluations before this one
 * @param versions that these were of, each counted once
 * @param others of these versions, that are not the one in question
 */
public record TestSetUse(long evaluations, long versions, long others) {
    /** Nobody had looked. */
    public static final TestSetUse FIRST = new TestSetUse(0, 0, 0);

    public TestSetUse {
        if (others < 0 || others > versions || versions > evaluations) {
            throw new IllegalArgumentException("No " + versions + " versions, " + others
                    + " of them others, can have had " + evaluations + " evaluations");
        }
    }
}
