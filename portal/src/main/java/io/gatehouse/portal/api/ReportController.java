package io.gatehouse.portal.api;

import io.gatehouse.champions.Champions;
import io.gatehouse.champions.ModelPage;
import io.gatehouse.champions.ProductionAnswers;
import io.gatehouse.comparison.Comparison;
import io.gatehouse.comparison.Comparisons;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.people.Actor;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.reports.ChampionReport;
import io.gatehouse.reports.ComparisonReport;
import io.gatehouse.reports.DossierReport;
import io.gatehouse.reports.Provenance;
import io.gatehouse.reports.Provenance.Origin;
import io.gatehouse.sentences.Sentence;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The workbooks that the screens offer, for programs: the same figures, since they are made of the same records. */
@RestController
@RequestMapping(path = "/api/gatehouse/v1/reports")
class ReportController {
    private final Champions champions;
    private final Comparisons comparisons;
    private final PromotionDossiers dossiers;
    private final WorkbookAnswers workbooks;
    private final Clock clock;

    ReportController(
            Champions champions,
            Comparisons comparisons,
            PromotionDossiers dossiers,
            WorkbookAnswers workbooks,
            Clock clock) {
        this.champions = champions;
        this.comparisons = comparisons;
        this.dossiers = dossiers;
        this.workbooks = workbooks;
        this.clock = clock;
    }

    /** The version in use of a model, with the three answers as of now. */
    @GetMapping(path = "/champions/{model}.xlsx", produces = WorkbookAnswers.TYPE)
    ResponseEntity<InputStreamResource> champion(Actor actor, @PathVariable String model) throws IOException {
        ModelPage page = champions
                .page(actor, RequestFields.plain("model", model))
                .orElseThrow(() -> ApiRefusal.unknown("There is no model named " + model + "."));
        ProductionAnswers answers = champions
                .answers(actor, page.model(), clock.instant())
                .orElseThrow(() -> ApiRefusal.unknown("There is no model named " + model + "."));
        Integer version = page.champion().version();
        List<Origin> origins = version == null ? List.of() : List.of(Origin.unevaluated(page.model(), version));
        Provenance provenance = workbooks.provenance(actor, origins, "models/" + page.model());
        ChampionReport report = new ChampionReport();
        return workbooks.answer(report.fileName(page, provenance), out -> report.write(page, answers, provenance, out));
    }

    /** Versions of a model side by side, the first of them the baseline; without versions, those that a reader usually means. */
    @GetMapping(path = "/comparisons/{model}.xlsx", produces = WorkbookAnswers.TYPE)
    ResponseEntity<InputStreamResource> comparison(
            Actor actor,
            @PathVariable String model,
            @RequestParam(required = false, defaultValue = "") List<Integer> versions)
            throws IOException {
        String name = RequestFields.plain("model", model);
        List<Comparisons.VersionRef> subjects = versions.isEmpty()
                ? comparisons.usual(actor, name)
                : versions.stream()
                        .map(version -> new Comparisons.VersionRef(name, version))
                        .toList();
        Comparison comparison = switch (comparisons.compare(actor, subjects)) {
            case Comparisons.Result.Compared(Comparison compared) -> compared;
            case Comparisons.Result.Refused(Sentence sentence) ->
                throw new ApiRefusal(HttpStatus.BAD_REQUEST, "NOT_COMPARABLE", "versions", sentence.english(), "");
        };
        List<Origin> origins = comparison.subjects().stream()
                .map(subject -> subject.evaluation() == null
                        ? Origin.unevaluated(subject.model(), subject.version())
                        : Origin.of(subject.evaluation(), null))
                .toList();
        Provenance provenance = workbooks.provenance(actor, origins, "compare");
        ComparisonReport report = new ComparisonReport();
        return workbooks.answer(
                report.fileName(comparison, provenance), out -> report.write(comparison, provenance, out));
    }

    /** The dossier of a promotion request. */
    @GetMapping(path = "/promotion-requests/{id}.xlsx", produces = WorkbookAnswers.TYPE)
    ResponseEntity<InputStreamResource> dossier(Actor actor, @PathVariable String id) throws IOException {
        PromotionDossier dossier = dossiers.dossier(actor, RequestFields.number("PR", "promotion request", id))
                .orElseThrow(() -> ApiRefusal.unknown("There is no promotion request " + id + "."));
        Evaluation evaluation = dossier.evaluation();
        if (evaluation == null) {
            throw new ApiRefusal(
                    HttpStatus.CONFLICT,
                    "NOT_EVALUATED",
                    "",
                    "The checks of " + id + " have not run, so there is no dossier yet.",
                    "Wait for the checks, or have them run again.");
        }
        Provenance provenance = workbooks.provenance(
                actor, List.of(Origin.of(evaluation, dossier.number())), "promotions/PR-" + dossier.number());
        DossierReport report = new DossierReport();
        return workbooks.answer(report.fileName(dossier, provenance), out -> report.write(dossier, provenance, out));
    }
}
