package io.gatehouse.portal.downloads;

import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.Champions;
import io.gatehouse.champions.ModelPage;
import io.gatehouse.champions.ProductionAnswers;
import io.gatehouse.comparison.Comparison;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.house.HouseDays;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.reports.ChampionReport;
import io.gatehouse.reports.ComparisonReport;
import io.gatehouse.reports.DossierReport;
import io.gatehouse.reports.EvaluationReport;
import io.gatehouse.reports.FairnessReport;
import io.gatehouse.reports.Provenance;
import io.gatehouse.reports.Provenance.Origin;
import io.gatehouse.reports.RiskListReport;
import io.gatehouse.reports.RoiReport;
import io.gatehouse.risklist.RiskListPage;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Left;
import io.gatehouse.risklist.RiskListPage.Row;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.risklist.RiskLists.Filter;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * The workbooks, with what each says about where it comes from. The same person gets the same bytes at the same moment through every
 * door. Places are those of the screens that show the same, relative to the portal.
 */
@Component
public class WorkbookDownloads {
    private static final int ROWS_AT_A_TIME = 2_000;

    private final Champions champions;
    private final PromotionDossiers dossiers;
    private final RiskLists lists;
    private final Clock clock;

    WorkbookDownloads(Champions champions, PromotionDossiers dossiers, RiskLists lists, Clock clock) {
        this.champions = champions;
        this.dossiers = dossiers;
        this.lists = lists;
        this.clock = clock;
    }

    /** The version in use of a model, with the three answers as of today. Empty if no model has that name. */
    public Optional<Download> champion(Asker asker, String model, String place) {
        Actor actor = asker.actor();
        Instant now = clock.instant();
        return champions
                .page(actor, model)
                .flatMap(page -> champions
                        .answers(actor, page.model(), HouseDays.endOf(HouseDays.of(now)))
                        .map(answers ->
                                champion(asker, page, answers, provenance(asker, origins(actor, page), place, now))));
    }

    private static Download champion(Asker asker, ModelPage page, ProductionAnswers answers, Provenance provenance) {
        ChampionReport report = new ChampionReport();
        return workbook(report.fileName(page, provenance), out -> report.write(page, answers, provenance, out));
    }

    /** Versions side by side. */
    public Download comparison(Asker asker, Comparison comparison, String place) {
        List<Origin> origins = comparison.subjects().stream()
                .map(subject -> subject.evaluation() == null
                        ? Origin.unevaluated(subject.model(), subject.version())
                        : Origin.of(subject.evaluation(), null))
                .toList();
        Provenance provenance = provenance(asker, origins, place, clock.instant());
        ComparisonReport report = new ComparisonReport();
        return workbook(report.fileName(comparison, provenance), out -> report.write(comparison, provenance, out));
    }

    /** The dossier of a promotion request. Empty while its checks have not run. */
    public Optional<Download> dossier(Asker asker, PromotionDossier dossier, String place) {
        return Optional.ofNullable(dossier.evaluation()).map(evaluation -> {
            Provenance provenance = provenance(
                    asker,
                    List.of(Origin.of(evaluation, dossier.number()).boundBy(dossier.digest())),
                    place,
                    clock.instant());
            DossierReport report = new DossierReport();
            return workbook(report.fileName(dossier, provenance), out -> report.write(dossier, provenance, out));
        });
    }

    /** What the checks of a request came to on one matter. */
    public enum Matter {
        FAIRNESS,
        ROI
    }

    /** Fairness or ROI alone, of the version that a request is about. Empty while its checks have not run. */
    public Optional<Download> matter(Matter matter, Asker asker, PromotionDossier dossier, String place) {
        return Optional.ofNullable(dossier.evaluation())
                .map(evaluation -> matter(matter, asker, evaluation, Origin.of(evaluation, dossier.number()), place));
    }

    /** The same of the request that brought a version into use. Empty if there is no such request, or it was never judged. */
    public Optional<Download> matter(Matter matter, Asker asker, long request, String place) {
        return dossiers.dossier(asker.actor(), request).flatMap(dossier -> matter(matter, asker, dossier, place));
    }

    /** The same of an evaluation that nobody asked a promotion with. */
    public Download matter(Matter matter, Asker asker, Evaluation evaluation, String place) {
        return matter(matter, asker, evaluation, Origin.of(evaluation, null), place);
    }

    private Download matter(Matter matter, Asker asker, Evaluation evaluation, Origin origin, String place) {
        Provenance provenance = provenance(asker, List.of(origin), place, clock.instant());
        EvaluationReport report = switch (matter) {
            case FAIRNESS -> new FairnessReport();
            case ROI -> new RoiReport();
        };
        return workbook(report.fileName(evaluation, provenance), out -> report.write(evaluation, provenance, out));
    }

    /** All customers of a risk list. Taking it away is put on record, since it names people. */
    public Download riskList(Asker asker, Header list, String place) {
        Provenance provenance = provenance(asker, list, place);
        return riskList(asker, list, Filter.ALL, new RiskListReport().fileName(list, provenance), provenance);
    }

    /**
     * Those that a filter leaves. Taking them away is put on record likewise.
     *
     * @param matching how many they are; absent where there are more than were counted
     */
    public Download partOfRiskList(Asker asker, Header list, Filter filter, OptionalLong matching, String place) {
        Provenance provenance = provenance(asker, list, place);
        return riskList(asker, list, filter, new RiskListReport().fileName(list, matching, provenance), provenance);
    }

    private Provenance provenance(Asker asker, Header list, String place) {
        return provenance(asker, List.of(Origin.unevaluated(list.model(), list.version())), place, clock.instant());
    }

    private Download riskList(Asker asker, Header list, Filter filter, String fileName, Provenance provenance) {
        Download.Content content = new Download.OfRows<>(
                () -> rows(asker.actor(), list, filter),
                (rows, out) -> new RiskListReport()
                        .write(list, filter, rows, () -> left(asker.actor(), list), provenance, out));
        return new Download(
                fileName,
                Download.WORKBOOK,
                new Download.Recorded(() -> recordTaken(asker.actor(), list, filter), content),
                true);
    }

    void recordTaken(Actor actor, Header list, Filter filter) {
        lists.recordRead(actor, list.number(), "downloaded");
        RiskListPage.Previous previous = list.previous();
        if (previous != null && previous.left() > 0 && filter.equals(Filter.ALL)) {
            lists.recordRead(actor, previous.number(), "downloaded who left it");
        }
    }

    private Iterator<Row> rows(Actor actor, Header list, Filter filter) {
        return new ReadAhead<>(
                () -> lists.after(actor, list.number(), filter, 0, ROWS_AT_A_TIME),
                last -> lists.after(actor, list.number(), filter, last.rank(), ROWS_AT_A_TIME));
    }

    private Iterator<Left> left(Actor actor, Header list) {
        return new ReadAhead<>(
                () -> lists.left(actor, list, 0, ROWS_AT_A_TIME),
                last -> lists.left(actor, list, last.before().rank(), ROWS_AT_A_TIME));
    }

    /** The evaluation that put the version in use; who may not read requests is told when it was, and no more. */
    private List<Origin> origins(Actor actor, ModelPage page) {
        ChampionSummary champion = page.champion();
        Integer version = champion.version();
        if (version == null) {
            return List.of();
        }
        Long request = champion.requestNumber();
        Optional<Evaluation> evaluation = request == null
                        || !Permissions.check(actor, Action.READ_PROMOTION).granted()
                ? Optional.empty()
                : dossiers.dossier(actor, request).map(PromotionDossier::evaluation);
        return List.of(evaluation
                .map(found -> Origin.of(found, request))
                .orElseGet(() -> champion.evaluatedAt() == null
                        ? Origin.unevaluated(champion.model(), version)
                        : Origin.evaluated(champion.model(), version, champion.evaluatedAt(), request)));
    }

    private static Provenance provenance(Asker asker, List<Origin> origins, String place, Instant now) {
        return new Provenance(
                origins, now, asker.actor().person().displayName(), asker.screen(place), HouseDays.zone());
    }

    private static Download workbook(String fileName, Download.Content content) {
        return new Download(fileName, Download.WORKBOOK, content);
    }
}
