package io.gatehouse.portal.ui.models;

import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.Champions;
import io.gatehouse.champions.ModelPage;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.Workbooks;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.reports.ChampionReport;
import io.gatehouse.reports.Provenance;
import io.gatehouse.reports.Provenance.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Offers the champion's workbook: the figures of the model page and the three answers as of now. */
@Component
@Lazy
class ChampionWorkbook {
    private final CurrentPerson current;
    private final Champions champions;
    private final PromotionDossiers dossiers;
    private final Workbooks workbooks;
    private final Clock clock;

    ChampionWorkbook(
            CurrentPerson current, Champions champions, PromotionDossiers dossiers, Workbooks workbooks, Clock clock) {
        this.current = current;
        this.champions = champions;
        this.dossiers = dossiers;
        this.workbooks = workbooks;
        this.clock = clock;
    }

    /** For a model that has a champion. */
    DownloadButton button(ModelPage page) {
        Actor actor = current.actor();
        Provenance provenance = workbooks.provenance(origins(actor, page.champion()), Places.model(page.model()));
        ChampionReport report = new ChampionReport();
        return new DownloadButton(
                I18NProvider.translate("download.excel"),
                report.fileName(page, provenance),
                DownloadButton.WORKBOOK,
                out -> write(report, page, actor, provenance, out));
    }

    private void write(ChampionReport report, ModelPage page, Actor actor, Provenance provenance, OutputStream out)
            throws IOException {
        var answers = champions
                .answers(actor, page.model(), Figures.endOf(Figures.day(clock.instant())))
                .orElseThrow(() -> new IOException("The model is gone: " + page.model()));
        report.write(page, answers, provenance, out);
    }

    private List<Origin> origins(Actor actor, ChampionSummary champion) {
        Integer version = champion.version();
        if (version == null) {
            return List.of();
        }
        Long request = champion.requestNumber();
        Evaluation evaluation = request != null && current.may(Action.READ_PROMOTION)
                ? dossiers.dossier(actor, request)
                        .map(PromotionDossier::evaluation)
                        .orElse(null)
                : null;
        return List.of(
                evaluation == null ? Origin.unevaluated(champion.model(), version) : Origin.of(evaluation, request));
    }
}
