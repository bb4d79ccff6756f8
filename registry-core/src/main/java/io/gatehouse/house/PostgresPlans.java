package io.gatehouse.house;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells PostgreSQL what its disks are like. It assumes by default that a page at random costs four times one in a row, as on turning
 * disks, and so reads whole tables of runs for a page of them that its indexes would find at once. Its manual advises 1.1 for others.
 *
 * @see <a href="https://www.postgresql.org/docs/17/runtime-config-query.html">Planner cost constants</a>
 */
@Configuration(proxyBeanMethods = false)
class PostgresPlans {
    /** Where somebody chose another value for the server, the database or the role, that stays. */
    static final String COSTS =
            "select set_config('random_page_cost', '1.1', false) where current_setting('random_page_cost') = '4'";

    @Bean
    static BeanPostProcessor plansForDisksThatDoNotTurn() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    tell(pool);
                }
                return bean;
            }
        };
    }

    /** Before the first connection is made. A pool whose connections begin with something else keeps that. */
    static void tell(HikariDataSource pool) {
        if (pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith("jdbc:postgresql:")
                && pool.getConnectionInitSql() == null) {
            pool.setConnectionInitSql(COSTS);
        }
    }
}
