package io.gatehouse.portal.packs;

import io.gatehouse.people.Action;
import io.gatehouse.people.Permissions;
import io.gatehouse.portal.downloads.Asker;
import io.gatehouse.portal.downloads.DownloadMaker;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.preparedfiles.FileMaker;
import io.gatehouse.preparedfiles.FileOrder;
import io.gatehouse.sentences.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Evidence packs prepared in the background: they hold whole prediction tables. */
@Configuration(proxyBeanMethods = false)
public class PackFiles {
    private static final String KIND = "evidence-pack";

    /** The order of the pack of a request. */
    public static FileOrder order(Asker asker, long number) {
        List<Action> rights = new ArrayList<>(List.of(Action.READ_PROMOTION));
        if (Permissions.check(asker.actor(), Action.READ_AUDIT).granted()) {
            // Such packs hold what the audit log says of the request.
            rights.add(Action.READ_AUDIT);
        }
        return new FileOrder(
                KIND,
                Map.of("request", number),
                Sentences.say("prepared.title.pack", "number", number),
                Places.promotion(number),
                asker.portal(),
                rights,
                0);
    }

    @Bean
    FileMaker evidencePackFiles(PromotionPacks packs) {
        return new DownloadMaker(
                KIND,
                (asker, order) -> packs.download(asker, order.number("request")),
                (actor, order) -> packs.recordTaken(actor, order.number("request")));
    }
}
