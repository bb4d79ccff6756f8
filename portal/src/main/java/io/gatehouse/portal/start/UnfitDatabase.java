package io.gatehouse.portal.start;

import io.gatehouse.upgrade.UnfitDatabaseException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A database of a newer or a foreign release, in one sentence. */
class UnfitDatabase extends AbstractFailureAnalyzer<UnfitDatabaseException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, UnfitDatabaseException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
