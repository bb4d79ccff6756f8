package io.gatehouse.portal.ui.comparison;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.comparison.Comparison;
import io.gatehouse.portal.ui.Workbooks;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.reports.ComparisonReport;
import io.gatehouse.reports.Provenance;
import java.util.List;

/** The comparison as a workbook. */
class ComparisonDownload extends Div {
    ComparisonDownload(Comparison comparison, String place, Workbooks workbooks) {
        ComparisonReport report = new ComparisonReport();
        List<Provenance.Origin> origins =
                comparison.subjects().stream().map(ComparisonDownload::origin).toList();
        Provenance provenance = workbooks.provenance(origins, place);
        add(new DownloadButton(
                I18NProvider.translate("compare.download"),
                report.fileName(comparison, provenance),
                DownloadButton.WORKBOOK,
                out -> report.write(comparison, provenance, out)));
    }

    private static Provenance.Origin origin(Comparison.Subject subject) {
        return subject.evaluation() == null
                ? Provenance.Origin.unevaluated(subject.model(), subject.version())
                : Provenance.Origin.of(subject.evaluation(), null);
    }
}
