package dev.rowan.execute;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connection that is lent to somebody else's code, and is of no use to it when the loan has ended. */
final class JdbcLoan implements InvocationHandler, AutoCloseable {
    private static final Set<String> ENDS = Set.of("commit", "rollback", "setAutoCommit", "abort");

    private final Connection connection;
    private final boolean transactional;
    private volatile boolean ended;

    JdbcLoan(Connection connection, boolean transactional) {
        this.connection = connection;
        this.transactional = transactional;
    }

    Connection lent() {
        return (Connection)
                Proxy.newProxyInstance(JdbcLoan.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (name.equals("close")) {
            return null; // it goes back when the work returns
        } else if (ended && name.equals("isClosed")) {
            return true;
        } else if (ended && method.getDeclaringClass() != Object.class) {
            throw new SQLException(
                    "expected a connection that is lent, got one after the work that it was lent to; use it only"
                            + " within withJdbc(…)");
        } else if (transactional && ENDS.contains(name) && !isToSavepoint(arguments)) {
            throw new SQLException("expected the function of the transaction to end it, got " + name
                    + "() on its connection; return from the function to commit, throw to roll back");
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static boolean isToSavepoint(@Nullable Object @Nullable [] arguments) {
        return arguments != null && arguments.length == 1 && arguments[0] instanceof Savepoint;
    }

    @Override
    public void close() {
        ended = true;
    }
}
