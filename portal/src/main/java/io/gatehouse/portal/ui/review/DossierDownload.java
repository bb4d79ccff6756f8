package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.Workbooks;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.reports.DossierReport;
import io.gatehouse.reports.Provenance;
import java.util.List;

/** The dossier as a workbook: what the screen shows, to be kept. */
class DossierDownload extends Div {
    DossierDownload(PromotionDossier dossier, Evaluation evaluation, Workbooks workbooks) {
        DossierReport report = new DossierReport();
        Provenance provenance = workbooks.provenance(
                List.of(Provenance.Origin.of(evaluation, dossier.number())), Places.promotion(dossier.number()));
        add(new DownloadButton(
                I18NProvider.translate("review.download"),
                report.fileName(dossier, provenance),
                DownloadButton.WORKBOOK,
                out -> report.write(dossier, provenance, out)));
    }
}
