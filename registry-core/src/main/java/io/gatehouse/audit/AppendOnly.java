package io.gatehouse.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** On H2, refuses to change or delete a row, whoever asks the database. PostgreSQL has a function for it. */
public final class AppendOnly implements Trigger {
    /** {@code restrict_violation} of SQL:2023, as on PostgreSQL. */
    static final String REFUSED = "23001";

    private String table = "";

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
        table = tableName;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException(
                "%s is append-only: %s is refused".formatted(table, after == null ? "DELETE" : "UPDATE"), REFUSED);
    }
}
