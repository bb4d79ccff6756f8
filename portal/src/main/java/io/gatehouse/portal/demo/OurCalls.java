package io.gatehouse.portal.demo;

import io.gatehouse.people.Actor;
import io.gatehouse.policy.Use;
import io.gatehouse.portal.api.BatchMetadata;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.promotion.Promotions;
import io.gatehouse.risklist.RiskLists;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Makes recorded calls of Gatehouse's own API again: requests, votes and scored batches. */
@Component
class OurCalls {
    private static final Pattern VOTE = Pattern.compile("promotion-requests/PR-(\\d+)/votes");
    private static final String BLOB = "blob:";

    private final Promotions promotions;
    private final PromotionDossiers dossiers;
    private final RiskLists lists;

    OurCalls(Promotions promotions, PromotionDossiers dossiers, RiskLists lists) {
        this.promotions = promotions;
        this.dossiers = dossiers;
        this.lists = lists;
    }

    /**
     * @param path below {@code /api/gatehouse/v1/}
     * @param day of the story on which the call is made; a scored population was taken on it
     */
    void make(
            Actor actor,
            String path,
            ObjectNode body,
            Map<String, String> parts,
            LocalDate day,
            Function<String, InputStream> blobs) {
        Matcher vote = VOTE.matcher(path);
        if (vote.matches()) {
            vote(actor, Long.parseLong(vote.group(1)), body);
        } else if (path.equals("promotion-requests")) {
            Promotions.Asked asked = promotions.ask(
                    actor,
                    body.get("model").stringValue(),
                    Integer.parseInt(body.get("version").asString()),
                    body.get("alias").stringValue(),
                    Use.valueOf(body.get("use").stringValue()),
                    body.has("note") ? body.get("note").stringValue() : "");
            if (asked instanceof Promotions.Asked.Refused refused) {
                throw new IllegalStateException("A recorded request is refused: " + refused.sentence());
            }
        } else if (path.equals("scored-batches")) {
            post(actor, parts, day, blobs);
        } else {
            throw new IllegalArgumentException("The recording makes a call that is not replayed: " + path);
        }
    }

    private void vote(Actor actor, long number, ObjectNode body) {
        PromotionDossier dossier = dossiers.dossier(actor, number).orElseThrow();
        String digest = dossier.digest();
        String reason = body.has("reason") ? body.get("reason").stringValue() : "";
        Promotions.Outcome outcome = promotions.vote(
                actor, number, PromotionDossier.Choice.valueOf(body.get("vote").stringValue()), reason, digest);
        if (outcome instanceof Promotions.Outcome.Refused refused) {
            throw new IllegalStateException("A recorded vote on PR-" + number + " is refused: " + refused.sentence());
        }
    }

    private void post(Actor actor, Map<String, String> parts, LocalDate day, Function<String, InputStream> blobs) {
        RiskLists.BatchDescription recorded = BatchMetadata.parse(Objects.requireNonNull(parts.get("metadata")))
                .describe();
        RiskLists.BatchDescription moved = new RiskLists.BatchDescription(
                recorded.model(),
                recorded.version(),
                day,
                recorded.threshold(),
                recorded.population(),
                recorded.id(),
                recorded.score(),
                recorded.value(),
                recorded.segments());
        String sha256 = Objects.requireNonNull(parts.get("file")).substring(BLOB.length());
        try (InputStream bytes = blobs.apply(sha256)) {
            Path file = Files.createTempFile("scored-batch", ".table");
            try {
                Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
                if (lists.post(actor, moved, file) instanceof RiskLists.Posted.Refused refused) {
                    throw new IllegalStateException("A recorded batch is refused: " + refused.sentence());
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot replay a scored batch", failure);
        }
    }
}
