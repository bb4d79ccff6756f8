package io.gatehouse.portal.api;

import io.gatehouse.people.Actor;
import io.gatehouse.portal.downloads.Asker;
import io.gatehouse.portal.packs.EvidencePacks;
import io.gatehouse.portal.packs.PromotionPacks;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For programs of auditors: everything about one promotion in one file, to be verified without the portal. */
@RestController
@RequestMapping("/api/gatehouse/v1/promotion-requests")
class PromotionPackController {
    private final PromotionPacks packs;

    PromotionPackController(PromotionPacks packs) {
        this.packs = packs;
    }

    @GetMapping(path = "/{id}/pack.zip", produces = EvidencePacks.TYPE)
    ResponseEntity<InputStreamResource> pack(Actor actor, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        return FileAnswers.of(
                packs.download(Asker.of(actor, request), RequestFields.number("PR", "promotion request", id))
                        .orElseThrow(() -> ApiRefusal.unknown("There is no promotion request " + id
                                + ", its checks have not run, or their evidence was not kept.")));
    }
}
