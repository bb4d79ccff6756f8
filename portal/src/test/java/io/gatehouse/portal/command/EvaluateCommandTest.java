package io.gatehouse.portal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.Case;
import io.gatehouse.checks.CaseFile;
import io.gatehouse.checks.Judged;
import io.gatehouse.checks.TestSetUse;
import io.gatehouse.ids.Digests;
import io.gatehouse.policy.ShippedPolicies;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void describe() throws IOException {
        Files.writeString(folder.resolve("evidence.json"), """
                {"id": "id", "label": "y", "score": "p", "split": "split", "segments": ["plan_type", "age_band", "region"]}""");
    }

    @Test
    void aModelThatPassesLeavesWithZeroAndSaysWhy() throws IOException {
        assertThat(evaluate(table(0.5, 0).toString())).isZero();
        assertThat(out.toString())
                .contains("PASS", "Verdict: PASS", "of 100 that it flags", "Ruling:")
                .contains("No run is at hand");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aModelThatMissesTheYoungLeavesWithOneAndNamesThem() throws IOException {
        assertThat(evaluate(table(0.5, 3).toString())).isEqualTo(1);
        assertThat(out.toString()).contains("Verdict: FAIL", "18-24");
    }

    @Test
    void aRulingIsTheSameToTheByteOnAnyNumberOfCores() throws IOException {
        Path table = table(0.5, 0);
        Path one = folder.resolve("one.json");
        Path many = folder.resolve("many.json");

        evaluate(table.toString(), "--format", "json", "--threads", "1", "--output", one.toString());
        evaluate(table.toString(), "--format", "json", "--threads", "5", "--output", many.toString());

        assertThat(Files.readString(one)).startsWith("{\"alias\":\"champion\"").endsWith("}");
        assertThat(many).hasSameBinaryContentAs(one);
    }

    @Test
    void aCaseFromThePortalIsJudgedAgainAsItWas() throws IOException {
        Path table = table(0.5, 0);
        Path file = Files.writeString(folder.resolve("case.json"), CaseFile.write(assisted(null)));

        evaluate(table.toString(), "--case", file.toString(), "--format", "json");

        String ruling = out.toString().strip();
        assertThat(ruling)
                .contains(
                        "\"model\":\"churn\"",
                        "The run logged test_auc = 0.5000",
                        "judged 7 times before, for 4 versions");
        assertThat(Digests.sha256(ruling)).hasSize(64);
    }

    private static Case assisted(@Nullable String descriptionSha256) {
        return new Case(
                "churn",
                4,
                "champion",
                null,
                ShippedPolicies.read("assisted"),
                ShippedPolicies.assumptions(),
                new Judged.TrainingRecord(
                        Map.of("seed", "42"),
                        Map.of("test_auc", 0.5),
                        Map.of("data_hash", "9ab1"),
                        Map.of(),
                        List.of(),
                        3),
                List.of(),
                new TestSetUse(7, 4, 3),
                descriptionSha256);
    }

    @Test
    void aCaseIsNotJudgedAgainWithAnotherDescription() throws IOException {
        Path table = table(0.5, 0);
        String judgedWith = Files.readString(folder.resolve("evidence.json"));
        Path file =
                Files.writeString(folder.resolve("case.json"), CaseFile.write(assisted(Digests.sha256(judgedWith))));

        assertThat(evaluate(table.toString(), "--case", file.toString())).isLessThan(3);
        Files.writeString(folder.resolve("evidence.json"), judgedWith.replace("\"age_band\", ", ""));
        assertThat(evaluate(table.toString(), "--case", file.toString())).isEqualTo(3);
        Files.delete(folder.resolve("evidence.json"));
        assertThat(evaluate(table.toString(), "--case", file.toString())).isEqualTo(3);

        assertThat(err.toString())
                .contains(
                        "The case was judged with the evidence.json with SHA-256 " + Digests.sha256(judgedWith),
                        "and this is a table without evidence.json",
                        "from one evidence pack");
    }

    @Test
    void whatCannotBeUsedIsSaidWithTheWayOut() throws IOException {
        Path table = table(0.5, 0);

        assertThat(evaluate(folder.resolve("none.parquet").toString())).isEqualTo(3);
        assertThat(evaluate(table.toString(), "--policy", "strict")).isEqualTo(64);
        assertThat(evaluate(table.toString(), "--save-rate", "1.5")).isEqualTo(64);
        assertThat(evaluate(table.toString(), "--polcy", "x")).isEqualTo(64);
        assertThat(evaluate(Files.writeString(folder.resolve("broken.parquet"), "PAR1 no more")
                        .toString()))
                .isEqualTo(3);
        assertThat(err.toString())
                .contains(
                        "There is no readable file",
                        "Name one of human-reviewed, assisted, automated",
                        "save_rate must lie in 0..1",
                        "--polcy",
                        "broken.parquet");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void onlyItsOwnWordsAreCommands() {
        assertThat(CommandLineDoor.isMeant(new String[] {"evaluate", "x.csv"})).isTrue();
        assertThat(CommandLineDoor.isMeant(new String[] {"--server.port=8080"})).isFalse();
        assertThat(CommandLineDoor.isMeant(new String[] {})).isFalse();
    }

    /** Every mistake names it as the way on. */
    @Test
    void helpIsThereForEveryCommand() {
        for (String[] line : new String[][] {{"--help"}, {"-h"}, {"audit", "--help"}, {"evaluate", "--help"}}) {
            out.getBuffer().setLength(0);
            assertThat(CommandLineDoor.run(new PrintWriter(out, true), new PrintWriter(err, true), line))
                    .isZero();
            assertThat(out.toString()).contains("Usage: gatehouse");
        }
        assertThat(err.toString()).isEmpty();
    }

    private int evaluate(String... arguments) {
        String[] line = new String[arguments.length + 1];
        line[0] = "evaluate";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return CommandLineDoor.run(new PrintWriter(out, true), new PrintWriter(err, true), line);
    }

    private Path table(double noise, double blindToTheYoung) throws IOException {
        Random random = new Random(7);
        StringBuilder csv = new StringBuilder("id,split,y,p,plan_type,age_band,region\n");
        for (int i = 0; i < 8_000; i++) {
            double logit = -0.9 + 2.2 * random.nextGaussian();
            int label = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
            String age = List.of("18-24", "25-44", "45+").get(random.nextInt(3));
            double scored = logit + noise * random.nextGaussian() - (age.equals("18-24") ? blindToTheYoung : 0);
            csv.append(String.format(
                    Locale.ROOT,
                    "c%d,%s,%d,%.9f,%s,%s,%s%n",
                    i,
                    i % 4 == 0 ? "val" : "test",
                    label,
                    1 / (1 + Math.exp(-scored)),
                    random.nextBoolean() ? "basic" : "premium",
                    age,
                    random.nextBoolean() ? "north" : "south"));
        }
        return Files.writeString(folder.resolve("predictions.csv"), csv, StandardCharsets.UTF_8);
    }
}
