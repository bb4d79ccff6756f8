package io.gatehouse.scoring;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One thing that can be wrong with a table. */
@FunctionalInterface
interface Check {

    /** What is wrong; null if nothing is. */
    @Nullable
    Refusal refusal() throws SQLException;

    /** What the first of the checks finds that finds anything; later ones are not made. */
    static @Nullable Refusal firstOf(Check... checks) throws SQLException {
        for (Check check : checks) {
            Refusal refusal = check.refusal();
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }
}
