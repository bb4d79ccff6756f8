package io.gatehouse.evaluation;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.checks.Case;
import io.gatehouse.checks.CaseFile;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.TestSetUse;
import io.gatehouse.evidence.Evidence;
import io.gatehouse.policy.Use;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps evaluations: whole as JSON for reading, and their checks as rows for counting. Nothing here updates. */
@Component
class EvaluationStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_SENTENCE = 4000;

    /** Rows of test_set_lock. */
    private static final int LOCKS = 8;

    private final JdbcClient jdbc;
    private final JdbcTemplate inserts;

    EvaluationStore(JdbcClient jdbc, JdbcTemplate inserts) {
        this.jdbc = jdbc;
        this.inserts = inserts;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('evaluation_number')").query(Long.class).single();
    }

    /** Waits until nobody else stores an evaluation on this test set; for the rest of the transaction. */
    void lock(String testSet) {
        jdbc.sql("select shard from test_set_lock where shard = ? for update")
                .param(Math.floorMod(testSet.hashCode(), LOCKS))
                .query(Integer.class)
                .single();
    }

    /** How often a test set was judged so far, over all models. */
    TestSetUse uses(String testSet, UUID modelId, int version) {
        return jdbc.sql("""
                select coalesce(sum(looks), 0), count(*), count(case when not (model_id = ? and version = ?) then 1 end)
                from (select model_id, version, count(*) as looks from evaluation where test_set = ? group by model_id, version) judged""")
                .params(modelId, version, testSet)
                .query((row, index) -> new TestSetUse(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /**
     * What is kept beside an evaluation.
     *
     * @param of the case that was judged
     * @param testSet that it was judged on; absent if the evidence names no ids
     * @param digest part by part
     * @param evidence that answered
     */
    record Filed(Case of, @Nullable String testSet, Digest digest, Evidence.Found evidence) {}

    void add(Evaluation evaluation, UUID modelId, UUID requestedBy, Filed filed) {
        inserts.update(
                """
                insert into evaluation (id, number, model_id, version, policy_name, policy_version, use_for, assumptions,
                    evidence_sha256, compared_with, digest, document, created_at, requested_by, judged_case, test_set,
                    digest_parts, evidence_directory, evidence_name, description_sha256,
                    card_sha256, brief)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                evaluation.id(),
                evaluation.number(),
                modelId,
                evaluation.version(),
                evaluation.policy().name(),
                evaluation.policy().version(),
                evaluation.policy().use().name(),
                evaluation.assumptionsVersion(),
                evaluation.evidence().sha256(),
                evaluation.comparedWith(),
                evaluation.digest(),
                JSON.writeValueAsString(evaluation),
                evaluation.at().atOffset(ZoneOffset.UTC),
                requestedBy,
                CaseFile.write(filed.of),
                filed.testSet,
                filed.digest.text(),
                filed.evidence.table().path().parent().value(),
                filed.evidence.table().path().name(),
                filed.evidence.descriptionFile().map(Artifact::sha256).orElse(null),
                filed.digest.card(),
                JSON.writeValueAsString(evaluation.inBrief()));
        evaluation.checks().forEach(check -> add(evaluation.id(), check));
    }

    private void add(UUID evaluation, CheckResult check) {
        Figure headline = check.headline();
        String sentence = check.sentence().english();
        inserts.update(
                """
                insert into check_result (evaluation_id, check_name, verdict, reason_code, estimate, ci_low, ci_high, n, threshold,
                    sentence) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                evaluation,
                check.check().name(),
                check.verdict().name(),
                check.reasonCode(),
                headline == null ? null : headline.estimate(),
                headline == null ? null : headline.low(),
                headline == null ? null : headline.high(),
                headline == null ? null : headline.n(),
                headline == null ? null : headline.threshold(),
                sentence.length() <= LONGEST_SENTENCE ? sentence : sentence.substring(0, LONGEST_SENTENCE));
    }

    Optional<Evaluation> find(UUID id) {
        return jdbc.sql("select document from evaluation where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .map(EvaluationStore::read);
    }

    boolean hasCase(UUID id) {
        return jdbc.sql("select count(*) from evaluation where id = ? and judged_case is not null")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<String> judgedCase(UUID id) {
        return jdbc.sql("select judged_case from evaluation where id = ? and judged_case is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** What an evaluation rests on, as it was kept. */
    Grounds grounds(Evaluation evaluation) {
        String parts = jdbc.sql("select digest_parts from evaluation where id = ? and digest_parts is not null")
                .param(evaluation.id())
                .query(String.class)
                .optional()
                .orElse(null);
        return Grounds.of(evaluation, parts);
    }

    Optional<Evaluation> byDigest(UUID modelId, int version, String digest) {
        return jdbc.sql("""
                select document from evaluation where model_id = ? and version = ? and digest = ?
                order by number desc limit 1""")
                .params(modelId, version, digest)
                .query(String.class)
                .optional()
                .map(EvaluationStore::read);
    }

    Optional<Evaluation> latest(UUID modelId, int version) {
        return jdbc.sql(
                        "select document from evaluation where model_id = ? and version = ? order by number desc limit 1")
                .params(modelId, version)
                .query(String.class)
                .optional()
                .map(EvaluationStore::read);
    }

    Optional<Evaluation> latest(UUID modelId, int version, Use use) {
        return jdbc.sql("""
                select document from evaluation where model_id = ? and version = ? and use_for = ?
                order by number desc limit 1""")
                .params(modelId, version, use.name())
                .query(String.class)
                .optional()
                .map(EvaluationStore::read);
    }

    java.util.List<Evaluation> all(UUID modelId, int version) {
        return jdbc.sql("select document from evaluation where model_id = ? and version = ? order by number desc")
                .params(modelId, version)
                .query((row, index) -> read(row.getString(1)))
                .list();
    }

    static Evaluation read(String document) {
        return JSON.readValue(document, Evaluation.class);
    }
}
