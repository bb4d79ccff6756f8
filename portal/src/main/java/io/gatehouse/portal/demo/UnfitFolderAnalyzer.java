package io.gatehouse.portal.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says the sentence and keeps the stack trace to itself. */
class UnfitFolderAnalyzer extends AbstractFailureAnalyzer<UnfitFolderException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, UnfitFolderException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
