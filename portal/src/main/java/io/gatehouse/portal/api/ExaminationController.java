package io.gatehouse.portal.api;

import io.gatehouse.examination.Examination;
import io.gatehouse.examination.Examinations;
import io.gatehouse.examination.Examinations.Draw;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.downloads.Asker;
import io.gatehouse.portal.downloads.Download;
import io.gatehouse.portal.downloads.ExaminationDownloads;
import io.gatehouse.portal.ui.Places;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For programs of auditors: draws promotions by a seed and has their evaluations judged again. */
@RestController
@RequestMapping("/api/gatehouse/v1/examinations")
class ExaminationController {
    private final Examinations examinations;
    private final ExaminationDownloads downloads;

    ExaminationController(Examinations examinations, ExaminationDownloads downloads) {
        this.examinations = examinations;
        this.downloads = downloads;
    }

    /** @param from first day of the period @param to last day @param size at most so many @param seed decides which */
    record Wanted(
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer size,
            @Nullable Long seed) {}

    /** @param examinations newest first */
    record Listed(List<Examination> examinations) {}

    @PostMapping
    ResponseEntity<Examination> draw(Actor actor, @RequestBody Wanted wanted) {
        Examination drawn = done(examinations.draw(
                actor,
                new Draw(
                        day("from", RequestFields.needed("from", wanted.from)),
                        day("to", RequestFields.needed("to", wanted.to)),
                        RequestFields.needed("size", wanted.size),
                        RequestFields.needed("seed", wanted.seed))));
        return ResponseEntity.created(URI.create("/api/gatehouse/v1/examinations/EX-" + drawn.number()))
                .body(drawn);
    }

    @GetMapping
    Listed all(Actor actor) {
        return new Listed(examinations.newest(actor));
    }

    @GetMapping("/{id}")
    Examination one(Actor actor, @PathVariable String id) {
        return examinations.find(actor, number(id)).orElseThrow(() -> unknown(id));
    }

    @PostMapping("/{id}/cancel")
    Examination cancel(Actor actor, @PathVariable String id) {
        return done(examinations.cancel(actor, number(id)));
    }

    @GetMapping(path = "/{id}.xlsx", produces = Download.WORKBOOK)
    ResponseEntity<InputStreamResource> workbook(Actor actor, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        long number = number(id);
        return FileAnswers.of(downloads
                .workbook(Asker.of(actor, request), number, Places.examination(number))
                .orElseThrow(() -> unknown(id)));
    }

    private static long number(String id) {
        return RequestFields.number("EX", "examination", id);
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new UnfitFieldException(
                    field, field + " is not a date such as 2026-03-14: " + RequestFields.excerpt(text));
        }
    }

    private static Examination done(Outcome<Examination> outcome) {
        return switch (outcome) {
            case Outcome.Done<Examination>(Examination examination) -> examination;
            case Outcome.Refused<Examination>(Refusal refusal) ->
                throw new ApiRefusal(
                        refusal.kind() == Refusal.Kind.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT,
                        refusal.kind() == Refusal.Kind.UNKNOWN ? "UNKNOWN_EXAMINATION" : "NOT_EXAMINED",
                        "",
                        refusal.sentence().english(),
                        "");
        };
    }

    private static ApiRefusal unknown(String id) {
        return ApiRefusal.unknown("There is no examination " + id + ".");
    }
}
