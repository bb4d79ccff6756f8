package io.gatehouse.portal.evidence;

import static io.gatehouse.portal.evidence.Tables.describe;
import static io.gatehouse.portal.evidence.Tables.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.portal.evidence.Tables.Row;
import io.gatehouse.portal.evidence.Wire.Registered;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionBench.Candidate;
import io.gatehouse.promotion.TestPredictions;
import io.gatehouse.work.JobsBench;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class BadEvidenceTest {
    private static final String CSV = "predictions.csv";
    private static final String PARQUET = "predictions.parquet";
    private static final String ABOUT = "evidence.json";

    private final Wire dana;
    private final PromotionBench bench;
    private final WireClients clients;
    private final TestPeople people;
    private final JdbcClient jdbc;

    BadEvidenceTest(
            WireClients clients, TestPeople people, JobsBench jobs, Ids ids, JdbcClient jdbc, PromotionBench bench) {
        this.bench = bench;
        this.dana = new Wire(clients.dana(), jobs, ids);
        this.clients = clients;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** @param files below {@code evaluation/} @param words that the one sentence about them must have */
    record Bad(Supplier<Map<String, byte[]>> files, List<String> words) {}

    static Stream<Named<Bad>> tables() {
        return Stream.of(
                table(
                        "not a Parquet",
                        PARQUET,
                        () -> new byte[] {1, 2, 3, 0, 4, 5, 6, 7},
                        "neither Parquet nor CSV",
                        "Send"),
                table("Parquet cut off", PARQUET, BadEvidenceTest::cutOff, "ends without its closing mark", "again"),
                table("Parquet with a hole", PARQUET, BadEvidenceTest::holed, "Parquet file cannot be read", "again"),
                table("no bytes", CSV, () -> new byte[0], "empty (0 bytes)", "again"),
                csv("semicolons", () -> Tables.good().replace(',', ';'), "semicolons", "commas"),
                rows("decimal commas", i -> Row.of(i).score("\"0,7\""), "score", "0,7 for one"),
                table(
                        "UTF-16",
                        CSV,
                        () -> Tables.good().getBytes(StandardCharsets.UTF_16),
                        "neither Parquet nor CSV",
                        "UTF-8"),
                table("Latin-1", CSV, () -> latin1(i -> Row.of(i).plan("modéré")), "UTF-8"),
                rows(
                        "scores above one",
                        i -> Row.of(i).score("37.5"),
                        "not a number in 0..1",
                        "37.5 for one",
                        "probability"),
                rows("scores below zero", i -> Row.of(i).score("-0.25"), "not a number in 0..1", "-0.25 for one"),
                rows("scores NaN", i -> Row.of(i).score("NaN"), "not a number in 0..1", "NaN for one"),
                rows("labels missing", i -> Row.of(i).label(""), "no label in the column label", "known"),
                rows("three labels", i -> Row.of(i).label("" + i % 3), "0, 1, 2", "exactly two values"),
                rows("one class", i -> Row.of(i).label("1"), "carry the label 1", "both labels"),
                csv("a header alone", () -> Tables.HEADER + "\n", "No row is in the test split", "no rows at all"),
                csv(
                        "columns twice",
                        () -> Tables.good().replace("region", "score"),
                        "more than one column named score"),
                csv(
                        "many groups",
                        () -> Tables.csv(100_500, i -> Row.of(i).plan("p" + i)),
                        "plan_type has ",
                        "Band its values"),
                rows(
                        "ids twice",
                        i -> Row.of(i).id("c" + (i / 3 * 3 + Math.min(i % 3, 1))),
                        "more than once",
                        "Keep one row"),
                rows("ids in both splits", i -> Row.of(i).id("c" + i / 2), "in more than one split", "Split by id"));
    }

    static Stream<Named<Bad>> descriptions() {
        return Stream.of(
                bad("no description", () -> Map.of(CSV, utf8(Tables.good())), "no column y_true", ABOUT),
                about("no JSON", () -> "id: id\nlabel: label", "evidence.json is not valid JSON", "JSON library"),
                about("JSON without end", () -> "[".repeat(100_000), "evidence.json is not valid JSON"),
                about("a list", () -> "[]", "evidence.json is not valid JSON"),
                about(
                        "no segments",
                        () -> Tables.json("{'label':'label','score':'score','positive_label':1}"),
                        "names no segment columns",
                        "field segments"),
                about("absent columns", () -> describe(",'score':'p_churn'"), "no column p_churn", "Add the column"),
                about(
                        "an absent baseline",
                        () -> describe(",'baseline':{'version':'1','score':'old'}"),
                        "no column old"),
                about("immature labels", () -> describe(IMMATURE), "labels were not complete", "Wait until"),
                about("50 MB", () -> describe(",'note':'" + "x".repeat(50 << 20) + "'"), "too large", "evidence.json"),
                about(
                        "a hostile name",
                        () -> describe(",'score':'s\\\"; DROP TABLE evidence; --'"),
                        "no column s\"; DROP TABLE"));
    }

    private static final String IMMATURE =
            ",'snapshot_at':'2026-03-01','label_window_days':60,'labels_complete_at':'2026-03-31'";

    @ParameterizedTest
    @MethodSource({"tables", "descriptions"})
    void isToldInOneSentenceAndTheRequestGoesBackToWhoMadeIt(Bad bad) {
        Map<String, byte[]> files = bad.files().get();
        Registered version = dana.registered(dana.model(), files);
        String request = dana.asks(version);

        Answer judged = dana.judged(request);

        assertThat(judged.at("/state")).as(judged.text()).isEqualTo("CHANGES_REQUESTED");
        assertThat(judged.at("/evaluation_problem"))
                .contains(bad.words())
                .startsWith("The evidence at ")
                .endsWith(".")
                .hasSizeLessThan(1200)
                .doesNotContain("Exception", "DuckDB");
        assertThat(dana.evaluations(version).json().at("/evaluations")).isEmpty();
        files.forEach((name, bytes) -> {
            if (!name.equals(ABOUT)) {
                assertThat(kept(bytes)).isZero();
            }
        });

        dana.put(version.files() + "/evaluation/" + ABOUT, utf8(Tables.DESCRIPTION));
        boolean parquet = files.containsKey(PARQUET);
        dana.put(
                version.files() + "/evaluation/" + (parquet ? PARQUET : CSV),
                parquet ? Tables.parquet() : utf8(Tables.good()));
        assertThat(dana.evaluateAgain(request).at("/state")).isEqualTo("AWAITING_REVIEW");
    }

    @Test
    void aBaselineOfAnotherVersionLeavesAQuestionOpenThatNobodyCanApprovePast() {
        Candidate champion = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        bench.approve(people.priya(), bench.asked(people.dana(), champion));
        String table = Tables.good().replace("region", "region,old").replaceAll("(north|south)", "$1,0.5");
        String description = describe(",'baseline':{'version':'77','score':'old'}");
        Registered second = dana.registered(champion.model(), Map.of(CSV, utf8(table), ABOUT, utf8(description)));
        String request = dana.asks(second);

        Answer judged = dana.judged(request);

        assertThat(judged.at("/state")).as(judged.text()).isEqualTo("AWAITING_REVIEW");
        assertThat(judged.text()).contains("compares with version 77", "Run the script again");
        Answer vote = clients.as(people.priya())
                .post("/api/gatehouse/v1/promotion-requests/" + request + "/votes", "{'vote':'APPROVE'}");
        assertThat(vote.status()).as(vote.text()).isEqualTo(409);
        assertThat(vote.at("/code")).isEqualTo("CHECKS_NOT_PASSED");
    }

    @Test
    void aColumnMayHaveQuotesAndCommasInItsName() {
        String table = Tables.good().replace("plan_type", "\"plan \"\"type\"\", 'new'\"");
        String description = Tables.DESCRIPTION.replace("plan_type", "plan \\\"type\\\", 'new'");
        Registered version = dana.registered(dana.model(), Map.of(CSV, utf8(table), ABOUT, utf8(description)));

        Answer judged = dana.judged(dana.asks(version));

        assertThat(judged.at("/state")).as(judged.text()).isEqualTo("AWAITING_REVIEW");
        assertThat(dana.evaluations(version).json().at("/evaluations")).hasSize(1);
        assertThat(kept(utf8(table))).isEqualTo(2);
    }

    private long kept(byte[] bytes) {
        return jdbc.sql("select count(*) from artifact where directory like ?")
                .param(".gatehouse/evidence/" + sha256(bytes) + "%")
                .query(Long.class)
                .single();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static byte[] cutOff() {
        byte[] whole = Tables.parquet();
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] holed() {
        byte[] bytes = Tables.parquet();
        Arrays.fill(bytes, 8, bytes.length - 8, (byte) 0);
        return bytes;
    }

    private static byte[] latin1(IntFunction<Row> row) {
        return Tables.csv(row).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Named<Bad> rows(String name, IntFunction<Row> row, String... words) {
        return csv(name, () -> Tables.csv(row), words);
    }

    private static Named<Bad> csv(String name, Supplier<String> csv, String... words) {
        return table(name, CSV, () -> utf8(csv.get()), words);
    }

    private static Named<Bad> table(String name, String file, Supplier<byte[]> bytes, String... words) {
        return bad(name, () -> Map.of(file, bytes.get(), ABOUT, utf8(Tables.DESCRIPTION)), words);
    }

    private static Named<Bad> about(String name, Supplier<String> description, String... words) {
        return bad(name, () -> Map.of(CSV, utf8(Tables.good()), ABOUT, utf8(description.get())), words);
    }

    private static Named<Bad> bad(String name, Supplier<Map<String, byte[]>> files, String... words) {
        return named(name, new Bad(files, List.of(words)));
    }
}
