package io.gatehouse.portal.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Listens to what one thread asks of the database. */
@TestComponent
public class Statements implements BeanPostProcessor {
    private final ThreadLocal<List<String>> heard = new ThreadLocal<>();

    /** The statements that this thread prepares meanwhile, in their order. */
    public List<String> during(Runnable work) {
        List<String> statements = new ArrayList<>();
        heard.set(statements);
        try {
            work.run();
        } finally {
            heard.remove();
        }
        return statements;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Listening(source) : bean;
    }

    private final class Listening extends DelegatingDataSource {
        Listening(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        List<String> statements = heard.get();
                        if (statements != null && method.getName().equals("prepareStatement")) {
                            statements.add((String) arguments[0]);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    });
        }
    }
}
