package dev.rowan.row;

import java.lang.invoke.MethodHandle;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads a row through one composed handle of type {@code (ResultSet)Object}. */
final class HandleReader<R extends @Nullable Object> implements RowReader<R> {
    private final MethodHandle handle;

    HandleReader(MethodHandle handle) {
        this.handle = handle;
    }

    @Override
    @SuppressWarnings("unchecked") // the handle was composed for R
    public R read(ResultSet row) throws SQLException {
        try {
            return (R) (Object) handle.invokeExact(row);
        } catch (RuntimeException | Error | SQLException e) {
            throw e;
        } catch (Throwable e) {
            throw Thrown.byConstructor(e);
        }
    }
}
