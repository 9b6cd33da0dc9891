package org.obhut.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Transactions for tests without a container: within {@link #run} entity manager and data source stand for one connection,
 * as they do in the container.
 */
public final class LocalTransactions implements AutoCloseable {

    private static final Set<String> NOT_THEIRS = Set.of("close", "commit", "rollback", "setAutoCommit");

    private final DataSource real;
    private final DataSource database;
    private final EntityManagerFactory factory;
    private final ThreadLocal<Connection> connection = new ThreadLocal<>();
    private final ThreadLocal<EntityManager> entities = new ThreadLocal<>();

    public LocalTransactions(DataSource real) {
        this.real = real;
        this.database =
                proxy(DataSource.class, (method, call) -> method.equals("getConnection") ? current() : call.on(real));
        this.factory = Persistence.createEntityManagerFactory(
                "obhut",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        database,
                        "jakarta.persistence.nonJtaDataSource",
                        database,
                        "eclipselink.logging.level",
                        "OFF"));
    }

    /** The data source whose connection is that of the running transaction, a fresh one outside. */
    public DataSource database() {
        return database;
    }

    /** Stands for the entity manager of the running transaction. */
    public EntityManager entities() {
        return proxy(EntityManager.class, (method, call) -> call.on(entities.get()));
    }

    public <T> T run(Supplier<T> work) {
        try (Connection opened = real.getConnection()) {
            opened.setAutoCommit(false);
            connection.set(opened);
            EntityManager manager = factory.createEntityManager();
            entities.set(manager);
            boolean done = false;
            try {
                manager.getTransaction().begin();
                T result = work.get();
                manager.getTransaction().commit();
                opened.commit();
                done = true;
                return result;
            } finally {
                connection.remove();
                entities.remove();
                if (!done) {
                    opened.rollback();
                }
                manager.close();
            }
        } catch (SQLException e) {
            throw new DatabaseRefused(e);
        }
    }

    /** In the running transaction, or where there is none in one of its own. */
    public <T> T join(Supplier<T> work) {
        return connection.get() == null ? run(work) : work.get();
    }

    @Override
    public void close() {
        factory.close();
    }

    private Connection current() throws SQLException {
        Connection bound = connection.get();
        if (bound == null) {
            return real.getConnection();
        }
        return proxy(Connection.class, (method, call) -> NOT_THEIRS.contains(method) ? null : call.on(bound));
    }

    private interface Call {
        Object on(Object target) throws Exception;
    }

    private interface Answer {
        Object to(String method, Call call) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return answer.to(method.getName(), target -> method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
