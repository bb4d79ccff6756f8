package io.gatehouse.portal.downloads;

import io.gatehouse.auditlog.AuditQuery;
import io.gatehouse.champions.Quarter;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.preparedfiles.FileMaker;
import io.gatehouse.preparedfiles.FileOrder;
import io.gatehouse.risklist.RiskListPage;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.sentences.Sentences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Files that may take long, so that people may have them prepared in the background: when that is offered, and how an order for each is
 * written and read again.
 */
@Component
public class LongFiles {
    private static final String RISK_LIST = "risk-list";
    private static final String AUDIT = "audit";
    private static final String INVENTORY = "inventory";
    private static final String QUARTER = "quarter";
    private static final String SEGMENT = "segment.";

    private final long rows;
    private final long models;

    LongFiles(
            @Value("${gatehouse.prepared-files.from-rows:5000}") long rows,
            @Value("${gatehouse.prepared-files.from-models:50}") long models) {
        this.rows = rows;
        this.models = models;
    }

    /** Whether a file of so many rows may take so long that it is offered in the background too. */
    public boolean longOfRows(long count) {
        return count >= rows;
    }

    /** Likewise of so many models, each of which takes reading. */
    public boolean longOfModels(long count) {
        return count >= models;
    }

    /** @param matching customers that the filter leaves */
    public FileOrder riskList(Asker asker, Header list, Filter filter, long matching, String place) {
        Map<String, Object> particulars = new HashMap<>();
        particulars.put("list", list.number());
        particulars.put("text", filter.text());
        filter.segments().forEach((name, value) -> particulars.put(SEGMENT + name, value));
        String band = filter.band();
        if (band != null) {
            particulars.put("band", band);
        }
        RiskListPage.Movement movement = filter.movement();
        if (movement != null) {
            particulars.put("movement", movement.name());
        }
        return new FileOrder(
                RISK_LIST,
                particulars,
                Sentences.say(
                        "prepared.title.risk_list", "number", list.number(), "model", list.model(), "rows", matching),
                place,
                asker.portal(),
                List.of(Action.READ_RISK_LIST),
                matching);
    }

    @SuppressWarnings("NullAway") // It does not see in the compiled record that the movement may be absent.
    private static Filter filter(FileOrder order) {
        Map<String, String> segments = new HashMap<>();
        order.particulars().forEach((name, value) -> {
            if (name.startsWith(SEGMENT)) {
                segments.put(name.substring(SEGMENT.length()), value.toString());
            }
        });
        return new Filter(
                order.text("text"),
                segments,
                order.particulars().containsKey("band") ? order.text("band") : null,
                order.particulars().containsKey("movement")
                        ? RiskListPage.Movement.valueOf(order.text("movement"))
                        : null);
    }

    /** @param events in the whole log */
    public FileOrder audit(Asker asker, AuditQuery query, long events, String place) {
        Map<String, Object> particulars = new HashMap<>();
        put(particulars, "person", query.person());
        put(particulars, "action", query.action());
        put(particulars, "object", query.object());
        put(particulars, "from", query.from());
        put(particulars, "before", query.before());
        put(particulars, "via", query.via());
        return new FileOrder(
                AUDIT,
                particulars,
                query.narrows()
                        ? Sentences.say("prepared.title.audit_part")
                        : Sentences.say("prepared.title.audit", "rows", events),
                place,
                asker.portal(),
                List.of(Action.READ_AUDIT),
                query.narrows() ? 0 : events);
    }

    private static void put(Map<String, Object> particulars, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            particulars.put(name, value.toString());
        }
    }

    private static AuditQuery query(FileOrder order) {
        return new AuditQuery(
                text(order, "person").map(UUID::fromString).orElse(null),
                order.text("action"),
                order.text("object"),
                text(order, "from").map(Instant::parse).orElse(null),
                text(order, "before").map(Instant::parse).orElse(null),
                text(order, "via").map(Actor.Via::valueOf).orElse(null));
    }

    private static Optional<String> text(FileOrder order, String name) {
        return Optional.of(order.text(name)).filter(text -> !text.isEmpty());
    }

    /** @param count of models */
    public FileOrder inventory(Asker asker, long count, String place) {
        return new FileOrder(
                INVENTORY,
                Map.of(),
                Sentences.say("prepared.title.inventory", "rows", count),
                place,
                asker.portal(),
                readsModels(asker),
                0);
    }

    public FileOrder quarter(Asker asker, Quarter later, Quarter earlier, String place) {
        return new FileOrder(
                QUARTER,
                Map.of("later", later.toString(), "earlier", earlier.toString()),
                Sentences.say("prepared.title.quarter", "quarter", later.toString(), "earlier", earlier.toString()),
                place,
                asker.portal(),
                readsModels(asker),
                0);
    }

    /** Such files tell of requests to those who may read them, so whoever may not any more gets no file that does. */
    private static List<Action> readsModels(Asker asker) {
        List<Action> rights = new ArrayList<>(List.of(Action.READ_REGISTRY));
        if (Permissions.check(asker.actor(), Action.READ_PROMOTION).granted()) {
            rights.add(Action.READ_PROMOTION);
        }
        return rights;
    }

    /** Who makes them. */
    @Configuration(proxyBeanMethods = false)
    static class Makers {
        @Bean
        FileMaker riskListFiles(WorkbookDownloads downloads, RiskLists lists) {
            return new DownloadMaker(
                    RISK_LIST,
                    (asker, order) -> lists.page(asker.actor(), order.number("list"), filter(order), 0, 0)
                            .map(page -> riskList(downloads, asker, page, filter(order), order.place())),
                    (actor, order) -> lists.header(actor, order.number("list"))
                            .ifPresent(list -> downloads.recordTaken(actor, list, filter(order))));
        }

        private static Download riskList(
                WorkbookDownloads downloads, Asker asker, RiskListPage page, Filter filter, String place) {
            return filter.equals(Filter.ALL)
                    ? downloads.riskList(asker, page.header(), place)
                    : downloads.partOfRiskList(asker, page.header(), filter, OptionalLong.of(page.matching()), place);
        }

        @Bean
        FileMaker auditFiles(AuditDownloads downloads) {
            return new DownloadMaker(
                    AUDIT,
                    (asker, order) -> Optional.of(downloads.workbook(asker, query(order), order.place())),
                    (actor, order) -> downloads.recordTaken(actor));
        }

        @Bean
        FileMaker inventoryFiles(InventoryDownloads downloads) {
            return new DownloadMaker(
                    INVENTORY,
                    (asker, order) -> Optional.of(downloads.inventory(asker, order.place())),
                    (actor, order) -> {});
        }

        @Bean
        FileMaker quarterFiles(TimeDownloads downloads) {
            return new DownloadMaker(
                    QUARTER,
                    (asker, order) -> Quarter.parse(order.text("later"))
                            .flatMap(later -> Quarter.parse(order.text("earlier"))
                                    .map(earlier -> downloads.quarter(asker, later, earlier, order.place()))),
                    (actor, order) -> {});
        }
    }
}
