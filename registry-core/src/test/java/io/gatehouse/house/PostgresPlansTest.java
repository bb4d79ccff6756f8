package io.gatehouse.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@DatabaseTest
class PostgresPlansTest {
    private final DataSource database;

    PostgresPlansTest(DataSource database) {
        this.database = database;
    }

    @Test
    @EnabledIfSystemProperty(named = "gatehouse.test.database", matches = "postgresql")
    void everyConnectionPlansForDisksThatDoNotTurnUnlessSomebodyChose() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(cost(statement)).isEqualTo("1.1");

            statement.execute("set random_page_cost = 2");
            statement.execute(PostgresPlans.COSTS);
            assertThat(cost(statement)).isEqualTo("2");

            statement.execute("set random_page_cost = 1.1");
        }
    }

    private static String cost(Statement statement) throws SQLException {
        try (ResultSet cost = statement.executeQuery("select current_setting('random_page_cost')")) {
            assertThat(cost.next()).isTrue();
            return cost.getString(1);
        }
    }

    @Test
    void otherDatabasesAndOtherBeginningsStayAsTheyAre() {
        try (HikariDataSource embedded = new HikariDataSource();
                HikariDataSource chosen = new HikariDataSource()) {
            embedded.setJdbcUrl("jdbc:h2:mem:plans");
            chosen.setJdbcUrl("jdbc:postgresql://db/gatehouse");
            chosen.setConnectionInitSql("set role gatehouse");

            PostgresPlans.tell(embedded);
            PostgresPlans.tell(chosen);

            assertThat(embedded.getConnectionInitSql()).isNull();
            assertThat(chosen.getConnectionInitSql()).isEqualTo("set role gatehouse");
        }
    }
}
