package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.tracking.LoggedKeys;
import io.gatehouse.tracking.RunCount;

/** Says under the name of an experiment how many runs it has, and how many of them a filter leaves. */
class RunsVerdict {
    private final PageHeader header;
    private final LoggedKeys logged;

    RunsVerdict(PageHeader header, LoggedKeys logged) {
        this.header = header;
        this.logged = logged;
        all();
    }

    void all() {
        header.verdict(words());
    }

    private String words() {
        if (logged.all().more()) {
            return text("runs.verdict.more", Figures.whole(logged.all().counted()));
        }
        int count = logged.runs();
        if (logged.nested() == 0) {
            return count == 1 ? text("runs.verdict.single") : text("runs.verdict.flat", count);
        }
        return text(count == 1 ? "runs.verdict.one" : "runs.verdict", count, logged.nested());
    }

    /** @param deleted runs, all or those that a filter leaves @param withAll whether their experiment is deleted as well */
    void bin(RunCount deleted, boolean withAll) {
        String few = withAll ? "runs.verdict.gone" : "runs.verdict.deleted";
        String many = withAll ? "runs.verdict.gone.many" : "runs.verdict.deleted.many";
        header.verdict(text(deleted.more() ? many : few, Figures.whole(deleted.counted())));
    }

    /** @param matching a filter that is not blank */
    void of(RunCount matching) {
        // Some may have come since all were counted.
        int counted = Math.max(logged.all().counted(), matching.counted());
        if (matching.more()) {
            header.verdict(text("runs.verdict.match.many", Figures.whole(matching.counted())));
        } else if (logged.all().more()) {
            header.verdict(
                    text("runs.verdict.match.of-many", Figures.whole(matching.counted()), Figures.whole(counted)));
        } else {
            header.verdict(text(
                    matching.counted() == 1 ? "runs.verdict.match.one" : "runs.verdict.match",
                    Figures.whole(matching.counted()),
                    Figures.whole(counted)));
        }
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
