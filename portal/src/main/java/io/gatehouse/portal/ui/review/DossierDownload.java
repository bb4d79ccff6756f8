package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.WorkbookSource;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.reports.DossierReport;
import io.gatehouse.reports.Provenance;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Supplier;

/** The dossier as a workbook: what the screen shows, to be kept. */
class DossierDownload extends Div {
    DossierDownload(PromotionDossier dossier, Evaluation evaluation, WorkbookSource source) {
        DossierReport report = new DossierReport();
        Supplier<Provenance> provenance = () -> source.at(
                Places.promotion(dossier.number()), List.of(Provenance.Origin.of(evaluation, dossier.number())));
        add(new DownloadButton(
                I18NProvider.translate("review.download"),
                report.fileName(dossier, provenance.get()),
                DownloadButton.WORKBOOK,
                () -> {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    report.write(dossier, provenance.get(), bytes);
                    return bytes.toByteArray();
                }));
    }
}
