package io.gatehouse.portal.api;

import io.gatehouse.comparison.Comparison;
import io.gatehouse.comparison.Comparisons;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.downloads.Asker;
import io.gatehouse.portal.downloads.Download;
import io.gatehouse.portal.downloads.InventoryDownloads;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.downloads.WorkbookDownloads.Matter;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.sentences.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The workbooks that the screens offer, for programs. */
@RestController
@RequestMapping(path = "/api/gatehouse/v1/reports")
class ReportController {
    private final Comparisons comparisons;
    private final PromotionDossiers dossiers;
    private final Evaluations evaluations;
    private final WorkbookDownloads downloads;
    private final InventoryDownloads inventory;

    ReportController(
            Comparisons comparisons,
            PromotionDossiers dossiers,
            Evaluations evaluations,
            WorkbookDownloads downloads,
            InventoryDownloads inventory) {
        this.evaluations = evaluations;
        this.inventory = inventory;
        this.comparisons = comparisons;
        this.dossiers = dossiers;
        this.downloads = downloads;
    }

    /** The inventory: every model with what is known and said of it. */
    @GetMapping(path = "/models.xlsx", produces = Download.WORKBOOK)
    ResponseEntity<InputStreamResource> inventory(Actor actor, HttpServletRequest request) throws IOException {
        return FileAnswers.of(inventory.inventory(Asker.of(actor, request), Places.MODELS));
    }

    /** The version in use of a model, with the three answers as of today. */
    @GetMapping(path = "/champions/{model}.xlsx", produces = Download.WORKBOOK)
    ResponseEntity<InputStreamResource> champion(Actor actor, @PathVariable String model, HttpServletRequest request)
            throws IOException {
        String name = RequestFields.plain("model", model);
        return FileAnswers.of(downloads
                .champion(Asker.of(actor, request), name, Places.model(name))
                .orElseThrow(() -> ApiRefusal.unknown("There is no model named " + model + ".")));
    }

    /** Versions of a model side by side, the first of them the baseline; without versions, those that a reader usually means. */
    @GetMapping(path = "/comparisons/{model}.xlsx", produces = Download.WORKBOOK)
    ResponseEntity<InputStreamResource> comparison(
            Actor actor,
            @PathVariable String model,
            @RequestParam(required = false, defaultValue = "") List<Integer> versions,
            HttpServletRequest request)
            throws IOException {
        String name = RequestFields.plain("model", model);
        List<Comparisons.VersionRef> subjects = versions.isEmpty()
                ? comparisons.usual(actor, name)
                : versions.stream()
                        .map(version -> new Comparisons.VersionRef(name, RequestFields.needed("versions", version)))
                        .toList();
        Comparison comparison = switch (comparisons.compare(actor, subjects)) {
            case Comparisons.Result.Compared(Comparison compared) -> compared;
            case Comparisons.Result.Refused(Sentence sentence) ->
                throw new ApiRefusal(HttpStatus.BAD_REQUEST, "NOT_COMPARABLE", "versions", sentence.english(), "");
        };
        return FileAnswers.of(downloads.comparison(Asker.of(actor, request), comparison, Places.compare(subjects)));
    }

    /** Fairness by segment of the version that a promotion request is about, as its checks judged it. */
    @GetMapping(path = "/promotion-requests/{id}/fairness.xlsx", produces = Download.WORKBOOK)
    ResponseEntity<InputStreamResource> fairness(Actor actor, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        return requested(Matter.FAIRNESS, actor, id, request);
    }

    /** ROI of the version that a promotion request is about, as its checks counted it. */
    @GetMapping(path = "/promotion-requests/{id}/roi.xlsx", produces = Download.WORKBOOK)
    ResponseEntity<InputStreamResource> roi(Actor actor, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        return requested(Matter.ROI, actor, id, request);
    }

    /** Fairness by segment, as one evaluation judged it. */
    @GetMapping(path = "/evaluations/{id}/fairness.xlsx", produces = Download.WORKBOOK)
    ResponseEntity<InputStreamResource> fairnessOf(Actor actor, @PathVariable UUID id, HttpServletRequest request)
            throws IOException {
        return evaluated(Matter.FAIRNESS, actor, id, request);
    }

    /** ROI, as one evaluation counted it. */
    @GetMapping(path = "/evaluations/{id}/roi.xlsx", produces = Download.WORKBOOK)
    ResponseEntity<InputStreamResource> roiOf(Actor actor, @PathVariable UUID id, HttpServletRequest request)
            throws IOException {
        return evaluated(Matter.ROI, actor, id, request);
    }

    /** The dossier of a promotion request. */
    @GetMapping(path = "/promotion-requests/{id}.xlsx", produces = Download.WORKBOOK)
    ResponseEntity<InputStreamResource> dossier(Actor actor, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        PromotionDossier dossier = dossier(actor, id);
        return FileAnswers.of(downloads
                .dossier(Asker.of(actor, request), dossier, Places.promotion(dossier.number()))
                .orElseThrow(() -> notEvaluated(id)));
    }

    private ResponseEntity<InputStreamResource> requested(
            Matter matter, Actor actor, String id, HttpServletRequest request) throws IOException {
        PromotionDossier dossier = dossier(actor, id);
        return FileAnswers.of(downloads
                .matter(matter, Asker.of(actor, request), dossier, Places.promotion(dossier.number()))
                .orElseThrow(() -> notEvaluated(id)));
    }

    private ResponseEntity<InputStreamResource> evaluated(
            Matter matter, Actor actor, UUID id, HttpServletRequest request) throws IOException {
        Evaluation evaluation =
                evaluations.find(actor, id).orElseThrow(() -> ApiRefusal.unknown("There is no evaluation " + id + "."));
        return FileAnswers.of(
                downloads.matter(matter, Asker.of(actor, request), evaluation, Places.model(evaluation.model())));
    }

    private PromotionDossier dossier(Actor actor, String id) {
        return dossiers.dossier(actor, RequestFields.number("PR", "promotion request", id))
                .orElseThrow(() -> ApiRefusal.unknown("There is no promotion request " + id + "."));
    }

    private static ApiRefusal notEvaluated(String id) {
        return new ApiRefusal(
                HttpStatus.CONFLICT,
                "NOT_EVALUATED",
                "",
                "The checks of " + id + " have not run, so there is no dossier yet.",
                "Wait for the checks, or have them run again.");
    }
}
