package io.gatehouse.portal.ui.comparison;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.comparison.Comparison;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.WorkbookSource;
import io.gatehouse.reports.ComparisonReport;
import io.gatehouse.reports.Provenance;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Supplier;

/** The comparison as a workbook. */
class ComparisonDownload extends Div {
    ComparisonDownload(Comparison comparison, String place, WorkbookSource source) {
        ComparisonReport report = new ComparisonReport();
        List<Provenance.Origin> origins = comparison.subjects().stream()
                .map(subject -> Provenance.Origin.unevaluated(subject.model(), subject.version()))
                .toList();
        Supplier<Provenance> provenance = () -> source.at(place, origins);
        add(new DownloadButton(
                I18NProvider.translate("compare.download"),
                report.fileName(comparison, provenance.get()),
                DownloadButton.WORKBOOK,
                () -> {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    report.write(comparison, provenance.get(), bytes);
                    return bytes.toByteArray();
                }));
    }
}
