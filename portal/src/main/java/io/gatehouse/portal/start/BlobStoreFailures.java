package io.gatehouse.portal.start;

import io.gatehouse.artifacts.UnusableBlobStoreException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why files cannot be kept where the settings say, and keeps the stack trace to itself. */
class BlobStoreFailures extends AbstractFailureAnalyzer<UnusableBlobStoreException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableBlobStoreException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
