package io.gatehouse.portal.downloads;

import io.gatehouse.examination.Examination;
import io.gatehouse.examination.Examinations;
import io.gatehouse.house.HouseDays;
import io.gatehouse.reports.ExaminationReport;
import io.gatehouse.reports.Provenance;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Examinations as workbooks, the same through every door. */
@Component
public class ExaminationDownloads {
    private final Examinations examinations;
    private final Clock clock;

    ExaminationDownloads(Examinations examinations, Clock clock) {
        this.examinations = examinations;
        this.clock = clock;
    }

    /** As far as it is. Empty if there is no such examination. */
    public Optional<Download> workbook(Asker asker, long number, String place) {
        return examinations.find(asker.actor(), number).map(examination -> workbook(asker, examination, place));
    }

    private Download workbook(Asker asker, Examination examination, String place) {
        Provenance provenance = new Provenance(
                List.of(),
                clock.instant(),
                asker.actor().person().displayName(),
                asker.screen(place),
                HouseDays.zone());
        ExaminationReport report = new ExaminationReport();
        return new Download(
                report.fileName(examination, provenance),
                Download.WORKBOOK,
                out -> report.write(examination, provenance, out));
    }
}
