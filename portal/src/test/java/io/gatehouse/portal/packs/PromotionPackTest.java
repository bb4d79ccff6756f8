package io.gatehouse.portal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.portal.downloads.Asker;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.TestPredictions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PortalTest
class PromotionPackTest {
    private static final String API = "/api/gatehouse/v1";

    private final PromotionPacks packs;
    private final PromotionBench bench;
    private final WireClients clients;
    private final TestPeople people;
    private final ModelCards cards;

    PromotionPackTest(
            PromotionPacks packs, PromotionBench bench, WireClients clients, TestPeople people, ModelCards cards) {
        this.cards = cards;
        this.packs = packs;
        this.bench = bench;
        this.clients = clients;
        this.people = people;
    }

    @Test
    void thePackOfAPromotionHoldsWhatAnAuditorNeedsAndEveryDigestIsRight()
            throws IOException, NoSuchAlgorithmException {
        long number = promoted();

        Map<String, byte[]> pack = pack(people.rita(), number);

        assertThat(pack.keySet())
                .containsExactly(
                        "README.txt",
                        "dossier.xlsx",
                        "request.json",
                        "model-card.md",
                        "model-card.json",
                        "case.json",
                        "predictions.csv",
                        "evidence.json",
                        "audit-excerpt.ndjson",
                        "SHA256SUMS");
        List<String> sums = text(pack, "SHA256SUMS").lines().toList();
        assertThat(sums).hasSize(pack.size() - 1);
        for (String sum : sums) {
            String name = sum.substring(66);
            assertThat(sum).isEqualTo(sha256(Objects.requireNonNull(pack.get(name))) + "  " + name);
        }
        JsonNode request = JsonMapper.builder().build().readTree(text(pack, "request.json"));
        assertThat(request.at("/state").asString()).isEqualTo("EXECUTED");
        assertThat(request.at("/votes/0/choice").asString()).isEqualTo("APPROVE");
        assertThat(text(pack, "README.txt"))
                .contains(
                        request.at("/evaluation/ruling_sha256").asString(),
                        request.at("/evaluation/digest").asString(),
                        sha256(Objects.requireNonNull(pack.get("predictions.csv"))));
    }

    @Test
    void theModelCardInThePackIsTheOneThatWasDecidedOn() throws IOException {
        String model = bench.model(people.dana());
        var candidate = bench.candidate(people.dana(), model, TestPredictions.good());
        cards.save(people.dana(), model, 1, 0, Map.of(CardField.LIMITATIONS, "Few under 25."));
        long number = bench.asked(people.dana(), candidate);
        bench.approve(people.priya(), number);
        cards.save(people.dana(), model, 1, 1, Map.of(CardField.LIMITATIONS, "None at all."));

        Map<String, byte[]> pack = pack(people.rita(), number);

        assertThat(text(pack, "model-card.md"))
                .startsWith("# Model card: " + model + " 1\n")
                .contains("> Few under 25.", "AUC on the test rows")
                .doesNotContain("None at all.");
        JsonNode card = JsonMapper.builder().build().readTree(text(pack, "model-card.json"));
        assertThat(card.at("/revision").intValue()).isEqualTo(1);
        assertThat(card.at("/revisions/0/fields/0").stringValue()).isEqualTo("limitations");
    }

    @Test
    void everyLineOfTheAuditExcerptStandsInTheExportOfTheWholeLog() throws IOException {
        long number = promoted();
        List<String> excerpt = text(pack(people.rita(), number), "audit-excerpt.ndjson")
                .lines()
                .toList();

        assertThat(excerpt)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(line -> assertThat(line).contains("promotion/PR-" + number));
        assertThat(clients.as(people.rita())
                        .get(API + "/audit-events/export")
                        .text()
                        .lines())
                .containsAll(excerpt);
    }

    @Test
    void whoMayNotReadTheAuditLogGetsThePackWithoutAndIsToldSo() throws IOException {
        Map<String, byte[]> pack = pack(people.priya(), promoted());

        assertThat(pack).doesNotContainKey("audit-excerpt.ndjson");
        assertThat(text(pack, "README.txt")).contains("may not read the audit log");
    }

    @Test
    void whatIsNotThereIsAnswered404() {
        assertThat(clients.as(people.rita())
                        .get(API + "/promotion-requests/PR-999999999/pack.zip")
                        .status())
                .isEqualTo(404);
        assertThat(clients.as(people.carl())
                        .get(API + "/promotion-requests/PR-" + promoted() + "/pack.zip")
                        .status())
                .isEqualTo(403);
    }

    private long promoted() {
        long number = bench.asked(
                people.dana(), bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good()));
        bench.approve(people.priya(), number);
        return number;
    }

    private Map<String, byte[]> pack(Actor actor, long number) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        packs.download(new Asker(actor, URI.create("http://localhost")), number)
                .orElseThrow()
                .content()
                .write(out);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> pack, String name) {
        return new String(Objects.requireNonNull(pack.get(name)), StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
