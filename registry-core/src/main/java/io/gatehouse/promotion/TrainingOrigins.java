package io.gatehouse.promotion;

import io.gatehouse.promotion.PromotionDossier.Origin;
import io.gatehouse.registry.ModelVersion;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who trained a version and what its run claims, by the run's own record and never by a tag. */
@Component
class TrainingOrigins {
    private final JdbcClient jdbc;

    TrainingOrigins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The run behind a version, and the fingerprints that it logged. */
    Origin of(UUID modelId, int version) {
        return jdbc.sql("""
                select v.run_id, r.name,
                       (select t.tag_value from run_tag t where t.run_id = r.id and t.tag_key = 'data_hash') as data_hash,
                       (select t.tag_value from run_tag t where t.run_id = r.id and t.tag_key = 'data_version') as data_version,
                       (select max(t.tag_value) from run_tag t
                         where t.run_id = r.id and t.tag_key in ('git_commit', 'mlflow.source.git.commit')) as git_commit
                from model_version v left join run r on r.id = v.run_id where v.model_id = ? and v.version = ?""")
                .params(modelId, version)
                .query((row, index) -> new Origin(
                        row.getString("run_id"),
                        row.getString("name"),
                        row.getString("data_hash"),
                        row.getString("data_version"),
                        row.getString("git_commit")))
                .optional()
                .orElse(new Origin(null, null, null, null, null));
    }

    /** Who created the run of the version; who registered it where it names no run. */
    UUID trainer(ModelVersion version) {
        return Optional.ofNullable(version.runId())
                .flatMap(run -> jdbc.sql("select created_by from run where id = ?")
                        .param(run)
                        .query(UUID.class)
                        .optional())
                .orElse(version.createdBy());
    }

    /** The test AUC that the run logged. */
    Optional<Double> loggedTestAuc(ModelVersion version) {
        return Optional.ofNullable(version.runId())
                .flatMap(run -> jdbc.sql(
                                "select metric_value from run_metric_latest where run_id = ? and metric_key = 'test_auc' and not is_nan")
                        .param(run)
                        .query(Double.class)
                        .optional());
    }
}
