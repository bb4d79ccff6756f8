package io.gatehouse.kills;

import io.gatehouse.artifacts.BlobStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Puts what a {@link Sabotage} wants into the place of database or files; until it begins, the house is as it should be. */
final class WorseHouse implements BeanPostProcessor {
    private static final Duration LATE = Duration.ofMillis(200);

    private final Sabotage sabotage;
    private final ScheduledExecutorService late = Executors.newScheduledThreadPool(
            4, Thread.ofPlatform().daemon().name("late-", 1).factory());
    private volatile boolean begun;

    WorseHouse(Sabotage sabotage) {
        this.sabotage = sabotage;
    }

    void begin() {
        begun = true;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case BlobStore store when sabotage == Sabotage.FILES_IN_PLACE -> new FilesInPlace(store);
            case DataSource source
            when sabotage != Sabotage.FILES_IN_PLACE ->
                new DelegatingDataSource(source) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        return begun ? worse(super.getConnection()) : super.getConnection();
                    }
                };
            default -> bean;
        };
    }

    private Connection worse(Connection real) {
        InvocationHandler calls = sabotage == Sabotage.NO_TRANSACTIONS
                ? (proxy, method, arguments) -> statementByStatement(real, method, arguments)
                : new Late(real);
        return (Connection)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, calls);
    }

    private static @Nullable Object statementByStatement(
            Connection real, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "setAutoCommit", "commit", "rollback" -> null;
            default -> call(real, method, arguments);
        };
    }

    /** Says that it has committed, and does so some time after it was given back. */
    private final class Late implements InvocationHandler {
        private static final Set<String> WOULD_COMMIT_OR_MIND =
                Set.of("setAutoCommit", "setReadOnly", "setTransactionIsolation", "rollback", "commit");

        private final Connection real;
        private boolean said;

        private Late(Connection real) {
            this.real = real;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            String name = method.getName();
            said = said || name.equals("commit");
            if (said && name.equals("close")) {
                late.schedule(this::deed, LATE.toMillis(), TimeUnit.MILLISECONDS);
                return null;
            }
            return said && WOULD_COMMIT_OR_MIND.contains(name) ? null : call(real, method, arguments);
        }

        private @Nullable Void deed() throws SQLException {
            real.commit();
            real.setAutoCommit(true);
            real.close();
            return null;
        }
    }

    private static @Nullable Object call(Connection real, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }
}
