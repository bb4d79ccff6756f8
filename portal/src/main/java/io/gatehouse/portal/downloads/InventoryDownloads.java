package io.gatehouse.portal.downloads;

import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.house.HouseDays;
import io.gatehouse.inventory.Inventory;
import io.gatehouse.inventory.InventoryEntry;
import io.gatehouse.reports.InventoryReport;
import io.gatehouse.reports.Provenance;
import io.gatehouse.reports.Provenance.Origin;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The inventory of models as a workbook. The same person gets the same bytes at the same moment through every door. */
@Component
public class InventoryDownloads {
    private final Inventory inventory;
    private final Clock clock;

    InventoryDownloads(Inventory inventory, Clock clock) {
        this.inventory = inventory;
        this.clock = clock;
    }

    /** Every model, with what is known and said of it now. */
    public Download inventory(Asker asker, String place) {
        List<InventoryEntry> models = inventory.all(asker.actor());
        List<Origin> origins = models.stream()
                .map(InventoryEntry::summary)
                .flatMap(InventoryDownloads::origin)
                .toList();
        Provenance provenance = new Provenance(
                origins, clock.instant(), asker.actor().person().displayName(), asker.screen(place), HouseDays.zone());
        InventoryReport report = new InventoryReport();
        return new Download(
                report.fileName(provenance), Download.WORKBOOK, out -> report.write(models, provenance, out));
    }

    private static Stream<Origin> origin(ChampionSummary summary) {
        Integer version = summary.version();
        if (version == null) {
            return Stream.empty();
        }
        Instant evaluated = summary.evaluatedAt();
        return Stream.of(
                evaluated == null
                        ? Origin.unevaluated(summary.model(), version)
                        : Origin.evaluated(summary.model(), version, evaluated, summary.requestNumber()));
    }
}
