package io.gatehouse.house;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * On PostgreSQL the tables may belong to one role, that migrates ({@code spring.flyway.user}), while the portal works as another
 * ({@code spring.datasource.username}). After each migration the latter is granted what it needs: all rows, but no change of the audit
 * log, neither to its rows nor to the triggers that guard them. With one role for both there is nothing to do.
 */
@Component
final class ApplicationRole implements Callback {
    private static final Logger LOG = LoggerFactory.getLogger(ApplicationRole.class);

    /** %1$s is the schema, %2$s the role; both are quoted. */
    private static final List<String> RIGHTS = List.of(
            "grant usage on schema %1$s to %2$s",
            "grant select, insert, update, delete on all tables in schema %1$s to %2$s",
            "grant usage, select on all sequences in schema %1$s to %2$s",
            "revoke insert, update, delete on %1$s.flyway_schema_history from %2$s",
            "revoke update, delete, truncate on %1$s.audit_event, %1$s.audit_checkpoint, %1$s.audit_key from %2$s",
            "revoke update, delete, truncate on %1$s.audit_object, %1$s.audit_mention from %2$s",
            "revoke delete, truncate on %1$s.audit_head from %2$s");

    private final String role;

    ApplicationRole(@Value("${spring.datasource.username:}") String role) {
        this.role = role;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            grant(context.getConnection());
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "The role " + role + " cannot be granted its rights: " + failure.getMessage(), failure);
        }
    }

    private void grant(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") || role.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            String schema;
            try (ResultSet here = statement.executeQuery("select current_user, quote_ident(current_schema())")) {
                here.next();
                if (here.getString(1).equals(role)) {
                    return;
                }
                schema = here.getString(2);
            }
            String quoted = "\"" + role.replace("\"", "\"\"") + "\"";
            for (String right : RIGHTS) {
                statement.execute(right.formatted(schema, quoted));
            }
        }
        LOG.info("The database role {} may append to the audit log and not change it", role);
    }

    @Override
    public String getCallbackName() {
        return "application-role";
    }
}
