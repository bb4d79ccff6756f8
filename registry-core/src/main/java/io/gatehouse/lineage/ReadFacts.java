package io.gatehouse.lineage;

import io.gatehouse.lineage.Facts.DatasetFact;
import io.gatehouse.lineage.Facts.EvidenceFact;
import io.gatehouse.lineage.Facts.RequestFact;
import io.gatehouse.lineage.Facts.RiskListFact;
import io.gatehouse.lineage.Facts.RunFact;
import io.gatehouse.lineage.Facts.TenureFact;
import io.gatehouse.lineage.Facts.VersionFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts of lineage out of rows of the database. */
final class ReadFacts {
    private ReadFacts() {}

    static RunFact run(ResultSet row, int index) throws SQLException {
        return new RunFact(
                row.getString("id"),
                row.getString("name"),
                Instant.ofEpochMilli(row.getLong("start_ms")),
                row.getString("data_hash"),
                row.getString("data_version"));
    }

    static DatasetFact dataset(ResultSet row, int index) throws SQLException {
        return new DatasetFact(row.getString("run_id"), row.getString("name"), row.getString("digest"));
    }

    static VersionFact version(ResultSet row, int index) throws SQLException {
        return new VersionFact(
                model(row),
                row.getString("model"),
                row.getInt("version"),
                row.getString("run_id"),
                moment(row, "created_at"));
    }

    static EvidenceFact evidence(ResultSet row, int index) throws SQLException {
        return new EvidenceFact(
                model(row),
                row.getInt("version"),
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("evidence_sha256"),
                moment(row, "created_at"));
    }

    static RequestFact request(ResultSet row, int index) throws SQLException {
        return new RequestFact(
                model(row),
                row.getInt("version"),
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("state"),
                moment(row, "requested_at"),
                row.getObject("evaluation_id", UUID.class));
    }

    static TenureFact tenure(ResultSet row, int index) throws SQLException {
        @Nullable OffsetDateTime to = row.getObject("to_at", OffsetDateTime.class);
        return new TenureFact(
                model(row),
                row.getInt("version"),
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                moment(row, "from_at"),
                to == null ? null : to.toInstant());
    }

    static RiskListFact riskList(ResultSet row, int index) throws SQLException {
        return new RiskListFact(
                model(row),
                row.getInt("version"),
                row.getLong("number"),
                row.getObject("as_of", LocalDate.class),
                row.getString("population"),
                row.getString("file_sha256"),
                row.getLong("scored"),
                row.getLong("listed"),
                moment(row, "posted_at"));
    }

    private static UUID model(ResultSet row) throws SQLException {
        return row.getObject("model_id", UUID.class);
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
