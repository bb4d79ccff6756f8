package io.gatehouse.scoring;

import java.time.Duration;

/**
 * How much an untrusted table may cost before it is refused.
 *
 * @param fileBytes largest file
 * @param rows most rows, of all splits
 * @param groups most groups of one segment column, after the declared mapping
 * @param memoryMegabytes that the engine may allocate
 * @param threads that the engine may use; the result does not depend on it
 * @param time that one statement may take
 */
public record ReductionLimits(long fileBytes, long rows, int groups, int memoryMegabytes, int threads, Duration time) {

    /** Two GiB of file, fifty million rows, fifty groups, two GB of memory, two threads, a minute. */
    public static final ReductionLimits DEFAULT =
            new ReductionLimits(2L << 30, 50_000_000, 50, 2_000, 2, Duration.ofMinutes(1));

    /** Share of the rows of a split that may be left out for a missing label or a score that is none. */
    static final double REJECTED_SHARE = 0.005;

    static final String REJECTED_SHARE_IN_WORDS = "0.5 %";

    /** The sums stay within 128 bits up to here: squares of scores in units of 10⁻¹⁵ reach 10³⁰ each. */
    private static final long MOST_ROWS = 100_000_000;

    /** Most columns: evidence with a model's features beside it has some hundreds. */
    static final int COLUMNS = 2_000;

    /** A group's number fits a byte. */
    private static final int MOST_GROUPS = 256;

    /** @throws IllegalArgumentException if a limit is not positive, or there are more rows than exact sums or groups than a byte allow */
    public ReductionLimits {
        if (fileBytes <= 0
                || rows <= 0
                || rows > MOST_ROWS
                || groups <= 0
                || groups > MOST_GROUPS
                || memoryMegabytes <= 0
                || threads <= 0) {
            throw new IllegalArgumentException(
                    "Limits must be positive, rows at most " + MOST_ROWS + ", groups at most " + MOST_GROUPS);
        }
        if (time.toMillis() <= 0) {
            throw new IllegalArgumentException("The time limit must be at least a millisecond: " + time);
        }
    }

    public ReductionLimits withThreads(int count) {
        return new ReductionLimits(fileBytes, rows, groups, memoryMegabytes, count, time);
    }

    public ReductionLimits withMemory(int megabytes) {
        return new ReductionLimits(fileBytes, rows, groups, megabytes, threads, time);
    }
}
