package io.gatehouse.portal.api;

import io.gatehouse.promotion.PromotionRow;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of promotion requests: open ones first, the longest waiting first; then decided ones, the newest first.
 *
 * @param next_page_token absent on the last page
 */
record PromotionPageBody(
        List<Row> promotion_requests, @Nullable String next_page_token) {
    /** @param status what it needs and from whom */
    record Row(
            String number,
            String model,
            int version,
            String alias,
            String use,
            String state,
            boolean open,
            String requested_by,
            Instant requested_at,
            @Nullable Instant decided_at,
            int passed,
            int failed,
            int inconclusive,
            String status,
            String link) {

        static Row of(PromotionRow row, URI link) {
            return new Row(
                    "PR-" + row.number(),
                    row.model(),
                    row.version(),
                    row.alias(),
                    row.use().name(),
                    row.state().name(),
                    row.state().open(),
                    row.requestedBy(),
                    row.requestedAt(),
                    row.decidedAt(),
                    row.passed(),
                    row.failed(),
                    row.inconclusive(),
                    row.statusLine().english(),
                    link.toString());
        }
    }
}
