package io.gatehouse.portal.ui.comparison;

import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.comparison.Comparison.Subject;
import io.gatehouse.comparison.Comparisons.VersionRef;
import java.util.List;

/** What versions are called beside each other: by their number, and by their model too where there are several. */
final class VersionNames {
    private VersionNames() {}

    static List<String> of(List<Subject> subjects) {
        boolean one = subjects.stream().map(Subject::model).distinct().count() < 2;
        return subjects.stream()
                .map(subject -> of(new VersionRef(subject.model(), subject.version()), one))
                .toList();
    }

    static String of(VersionRef version, boolean oneModel) {
        return oneModel
                ? I18NProvider.translate("version", version.version())
                : I18NProvider.translate("compare.version", version.model(), version.version());
    }
}
