package io.gatehouse.house;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which of its two databases the house stands on, for statements that only one of them takes. */
@Component
public class HouseDatabase {
    private final boolean postgres;

    HouseDatabase(JdbcTemplate jdbc) {
        ConnectionCallback<String> product =
                connection -> connection.getMetaData().getDatabaseProductName();
        postgres = "PostgreSQL".equals(jdbc.execute(product));
    }

    /**
     * Whether one statement can write to several tables. PostgreSQL's can, and it is asked over a network: what is one statement there, and
     * a transaction by itself, is waited for once and not four times.
     */
    public boolean writesToSeveralTablesAtOnce() {
        return postgres;
    }
}
