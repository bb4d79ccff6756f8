import io.gatehouse.Gatehouse;
import io.gatehouse.portal.start.DataFolder;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Gatehouse with one call more, which empties it: {@code POST /api/2.0/mlflow/empty}. For suites that expect an empty server for every
 * test. It is run from this source beside the packaged program and is no part of it; it knows the embedded database alone.
 */
final class EmptyableServer {
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Gatehouse.class);
        application.addInitializers(
                new DataFolder(), context -> ((GenericApplicationContext) context).registerBean(Emptying.class));
        application.run(arguments);
    }

    @Controller
    public static final class Emptying {
        /** What the house itself lives on: its schema, its people and rules, its record, and the rows that locks are taken on. */
        private static final Set<String> KEPT = Set.of(
                "flyway_schema_history", "person", "person_role", "access_token", "policy_version", "value_assumptions", "job");

        private final JdbcTemplate jdbc;

        public Emptying(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @PostMapping("/api/2.0/mlflow/empty")
        public ResponseEntity<String> empty() {
            List<String> tables = jdbc
                    .queryForList(
                            "select table_name from information_schema.tables where upper(table_schema) = 'PUBLIC' and table_type = 'BASE TABLE'",
                            String.class)
                    .stream()
                    .filter(table -> !KEPT.contains(table.toLowerCase(java.util.Locale.ROOT)))
                    .filter(table -> !table.toLowerCase(java.util.Locale.ROOT).startsWith("audit_"))
                    .filter(table -> !table.toLowerCase(java.util.Locale.ROOT).endsWith("_lock"))
                    .toList();
            jdbc.execute("set referential_integrity false");
            try {
                tables.forEach(table -> jdbc.execute("truncate table \"" + table + "\""));
                jdbc.update("""
                        insert into experiment (id, name, artifact_location, lifecycle, created_at, updated_at, created_by)
                        values (0, 'Default', 'mlflow-artifacts:/0', 'active', current_timestamp, current_timestamp,
                                '00000000-0000-0000-0000-000000000001')""");
            } finally {
                jdbc.execute("set referential_integrity true");
            }
            jdbc.execute("alter sequence experiment_number restart with 1");
            return ResponseEntity.ok("{}");
        }
    }
}
