package io.gatehouse.portal.command;

import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Finding;
import io.gatehouse.checks.Ruling;
import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.Locale;

/** A ruling as a page for people who read terminals. */
final class RulingInWords {
    private RulingInWords() {}

    static String of(Ruling ruling) {
        StringBuilder page = new StringBuilder();
        for (CheckResult check : ruling.checks()) {
            line(page, "%-14s %s", check.verdict(), check.check().question());
            line(page, "               %s", check.sentence().english());
            check.findings().stream()
                    .filter(finding -> finding.verdict() != Verdict.PASS && finding.verdict() != Verdict.NOT_APPLICABLE)
                    .map(Finding::sentence)
                    .filter(sentence -> !check.sentence().english().contains(sentence.english()))
                    .forEach(sentence -> line(page, "               - %s", sentence.english()));
        }
        page.append('\n');
        line(page, "Verdict: %s", ruling.verdict());
        ruling.wayOut()
                .filter(band -> ruling.verdict() != Verdict.PASS)
                .ifPresent(band -> line(page, "%s", wayOut(band)));
        line(page, "Evidence: %s", ruling.evidenceSha256());
        line(page, "Ruling:   %s", ruling.sha256());
        return page.toString();
    }

    private static String wayOut(SafeBand band) {
        return band.nearestPassing()
                .map(point -> String.format(
                        Locale.ROOT,
                        "At a threshold of 0.%02d every check would pass, with %,d customers a month on the list instead of %,d."
                                + " That is found on these rows: have it judged on others.",
                        point.percent(),
                        point.listLength(),
                        band.actingPoint().listLength()))
                .orElse("At no threshold from 0.01 to 0.99 would every check pass.");
    }

    private static void line(StringBuilder page, String form, Object... words) {
        page.append(String.format(Locale.ROOT, form, words)).append('\n');
    }
}
