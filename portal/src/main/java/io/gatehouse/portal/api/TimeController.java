package io.gatehouse.portal.api;

import io.gatehouse.champions.ChampionThen;
import io.gatehouse.champions.Quarter;
import io.gatehouse.champions.QuarterInReview;
import io.gatehouse.champions.QuarterReviews;
import io.gatehouse.champions.Quarters;
import io.gatehouse.champions.TimeMachine;
import io.gatehouse.champions.Timeline;
import io.gatehouse.house.HouseDays;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.downloads.Asker;
import io.gatehouse.portal.downloads.Download;
import io.gatehouse.portal.downloads.TimeDownloads;
import io.gatehouse.portal.ui.Places;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For programs: the version in use of every model on a day, a quarter of all of them, the timeline of one, and its quarters. */
@RestController
@RequestMapping("/api/gatehouse/v1")
class TimeController {
    private final TimeMachine machine;
    private final QuarterReviews reviews;
    private final TimeDownloads downloads;
    private final Clock clock;

    TimeController(TimeMachine machine, QuarterReviews reviews, TimeDownloads downloads, Clock clock) {
        this.machine = machine;
        this.reviews = reviews;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** @param at the moment asked about @param zone in which days end @param champions of every model, by name */
    record AsOf(Instant at, String zone, List<ChampionThen> champions) {}

    /** @param at a date, which means the end of that day where the portal is, or a moment; absent, now */
    @GetMapping("/champions")
    AsOf champions(Actor actor, @RequestParam @Nullable String at) {
        Instant moment = at == null ? clock.instant() : RequestFields.past("at", at, clock.instant());
        return new AsOf(moment, HouseDays.zone().getId(), machine.at(actor, moment));
    }

    @GetMapping("/models/{name}/timeline")
    Timeline timeline(Actor actor, @PathVariable String name) {
        String model = RequestFields.plain("name", name);
        return machine.timeline(actor, model).orElseThrow(() -> unknown(model));
    }

    /** @param quarter such as 2026-Q3; absent, the one that runs @param with the one it is held against; absent, the one before */
    @GetMapping("/models/{name}/quarters")
    Quarters quarters(
            Actor actor,
            @PathVariable String name,
            @RequestParam @Nullable String quarter,
            @RequestParam @Nullable String with) {
        String model = RequestFields.plain("name", name);
        Quarter later = later(quarter);
        return machine.quarters(actor, model, later, earlier(with, later)).orElseThrow(() -> unknown(model));
    }

    /** A quarter of all models. @param quarter such as 2026-Q3; absent, the one that runs @param with absent, the one before */
    @GetMapping("/quarters")
    QuarterInReview quarter(Actor actor, @RequestParam @Nullable String quarter, @RequestParam @Nullable String with) {
        Quarter later = later(quarter);
        return reviews.of(actor, later, earlier(with, later));
    }

    /** @param quarter as for the quarters @param with likewise */
    @GetMapping(path = "/reports/quarters.xlsx", produces = Download.WORKBOOK)
    ResponseEntity<InputStreamResource> quarterWorkbook(
            Actor actor,
            @RequestParam @Nullable String quarter,
            @RequestParam @Nullable String with,
            HttpServletRequest request)
            throws IOException {
        Quarter later = later(quarter);
        Quarter earlier = earlier(with, later);
        return FileAnswers.of(
                downloads.quarter(Asker.of(actor, request), later, earlier, Places.quarters(later, earlier)));
    }

    /** @param at as for the champions; absent, today */
    @GetMapping(path = "/reports/champions.xlsx", produces = Download.WORKBOOK)
    ResponseEntity<InputStreamResource> asOf(Actor actor, @RequestParam @Nullable String at, HttpServletRequest request)
            throws IOException {
        Instant moment = at == null
                ? HouseDays.endOf(HouseDays.of(clock.instant()))
                : RequestFields.past("at", at, clock.instant());
        return FileAnswers.of(downloads.asOf(Asker.of(actor, request), moment, Places.asOf(HouseDays.of(moment))));
    }

    /** @param quarter as for the quarters @param with likewise */
    @GetMapping(path = "/reports/timelines/{name}.xlsx", produces = Download.WORKBOOK)
    ResponseEntity<InputStreamResource> timelineWorkbook(
            Actor actor,
            @PathVariable String name,
            @RequestParam @Nullable String quarter,
            @RequestParam @Nullable String with,
            HttpServletRequest request)
            throws IOException {
        String model = RequestFields.plain("name", name);
        Quarter later = later(quarter);
        Quarter earlier = earlier(with, later);
        return FileAnswers.of(downloads
                .timeline(
                        Asker.of(actor, request),
                        model,
                        later,
                        earlier,
                        Places.timeline(model, later.toString(), earlier.toString()))
                .orElseThrow(() -> unknown(model)));
    }

    /** What has not begun cannot be told. */
    private Quarter later(@Nullable String quarter) {
        return quarter == null ? Quarter.of(HouseDays.of(clock.instant())) : begun("quarter", quarter);
    }

    private Quarter earlier(@Nullable String with, Quarter later) {
        return with == null ? later.before() : begun("with", with);
    }

    private Quarter begun(String field, String text) {
        Quarter quarter = RequestFields.quarter(field, text);
        if (quarter.from().isAfter(clock.instant())) {
            throw new UnfitFieldException(field, field + " has not begun: " + quarter + ".");
        }
        return quarter;
    }

    private static ApiRefusal unknown(String model) {
        return ApiRefusal.unknown("There is no model named " + model + ".");
    }
}
