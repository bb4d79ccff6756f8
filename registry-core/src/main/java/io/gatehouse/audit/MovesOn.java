package io.gatehouse.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** On H2, lets the head of the chain move on by one event at a time and in no other way. Columns: id, seq, hash. */
public final class MovesOn implements Trigger {
    private static final int SEQ = 1;

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before == null || after == null) {
            throw new SQLException("audit_head is append-only: DELETE is refused", AppendOnly.REFUSED);
        }
        boolean next = ((Number) after[SEQ]).longValue() == ((Number) before[SEQ]).longValue() + 1;
        if (!next || !before[0].equals(after[0])) {
            throw new SQLException("audit_head moves on by one event at a time", AppendOnly.REFUSED);
        }
    }
}
