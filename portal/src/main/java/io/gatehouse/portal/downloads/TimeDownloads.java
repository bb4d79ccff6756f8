package io.gatehouse.portal.downloads;

import io.gatehouse.champions.ChampionThen;
import io.gatehouse.champions.FiguresThen;
import io.gatehouse.champions.Quarter;
import io.gatehouse.champions.QuarterInReview;
import io.gatehouse.champions.QuarterReviews;
import io.gatehouse.champions.Quarters;
import io.gatehouse.champions.Tenure;
import io.gatehouse.champions.TimeMachine;
import io.gatehouse.champions.Timeline;
import io.gatehouse.house.HouseDays;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.reports.AsOfReport;
import io.gatehouse.reports.Provenance;
import io.gatehouse.reports.Provenance.Origin;
import io.gatehouse.reports.QuarterReport;
import io.gatehouse.reports.TimelineReport;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The workbooks of the past. The same person gets the same bytes at the same moment through every door. */
@Component
public class TimeDownloads {
    private final TimeMachine machine;
    private final QuarterReviews reviews;
    private final Clock clock;

    TimeDownloads(TimeMachine machine, QuarterReviews reviews, Clock clock) {
        this.machine = machine;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** The version in use of every model at a moment. */
    public Download asOf(Asker asker, Instant at, String place) {
        List<ChampionThen> champions = machine.at(asker.actor(), at);
        Provenance provenance = provenance(asker, champions.stream(), place);
        AsOfReport report = new AsOfReport();
        return new Download(
                report.fileName(at, provenance),
                Download.WORKBOOK,
                out -> report.write(champions, at, provenance, out));
    }

    /** One quarter of a model against another, with its whole timeline. Empty if no model has that name. */
    public Optional<Download> timeline(Asker asker, String model, Quarter later, Quarter earlier, String place) {
        Actor actor = asker.actor();
        return machine.timeline(actor, model)
                .flatMap(timeline -> machine.quarters(actor, model, later, earlier)
                        .map(quarters -> timeline(asker, timeline, quarters, place)));
    }

    /** A quarter of all models against an earlier one. */
    public Download quarter(Asker asker, Quarter later, Quarter earlier, String place) {
        QuarterInReview review = reviews.of(asker.actor(), later, earlier);
        Provenance provenance = provenance(
                asker, review.models().stream().flatMap(model -> Stream.of(model.later(), model.earlier())), place);
        QuarterReport report = new QuarterReport();
        return new Download(
                report.fileName(review, provenance), Download.WORKBOOK, out -> report.write(review, provenance, out));
    }

    private Download timeline(Asker asker, Timeline timeline, Quarters quarters, String place) {
        Provenance provenance = provenance(
                asker, Stream.of(quarters.later().champion(), quarters.earlier().champion()), place);
        TimelineReport report = new TimelineReport();
        return new Download(
                report.fileName(quarters, provenance),
                Download.WORKBOOK,
                out -> report.write(timeline, quarters, provenance, out));
    }

    private Provenance provenance(Asker asker, Stream<ChampionThen> champions, String place) {
        boolean open = Permissions.check(asker.actor(), Action.READ_PROMOTION).granted();
        List<Origin> origins = champions
                .flatMap(then -> origin(then, open).stream())
                .distinct()
                .toList();
        return new Provenance(
                origins, clock.instant(), asker.actor().person().displayName(), asker.screen(place), HouseDays.zone());
    }

    /** Who may not read requests is told when the version was judged, and no more. */
    private static Optional<Origin> origin(ChampionThen then, boolean open) {
        Tenure tenure = then.tenure();
        FiguresThen figures = then.figures();
        if (tenure == null) {
            return Optional.empty();
        }
        if (figures == null) {
            return Optional.of(Origin.unevaluated(then.model(), tenure.version()));
        }
        Long request = tenure.requestNumber();
        return Optional.of(
                open
                        ? new Origin(
                                then.model(),
                                tenure.version(),
                                figures.evidenceSha256(),
                                figures.policy(),
                                figures.assumptionsVersion(),
                                figures.evaluatedAt(),
                                request,
                                figures.digest())
                        : Origin.evaluated(then.model(), tenure.version(), figures.evaluatedAt(), request));
    }
}
