package io.gatehouse.portal.start;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** One line on the console about why the portal did not start, instead of a page of log. */
class StartReport implements FailureAnalysisReporter {
    @Override
    public void report(FailureAnalysis analysis) {
        try (PrintStream console =
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
            console.println(sentence(analysis));
        }
    }

    static String sentence(FailureAnalysis analysis) {
        String action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        return ("Gatehouse did not start. " + analysis.getDescription() + action)
                .strip()
                .replaceAll("\\s+", " ");
    }
}
