package dev.rowan.expression;

import dev.rowan.type.SqlType;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A value that is not part of a query but of who runs it, such as the tenant of a request: {@code db.with(TENANT, 7L)} is a
 * database in which it is 7. The text of a statement does not depend on it. A statement that reads a setting without a value is
 * refused before anything is sent. Immutable, compared by identity: declare it once, in a constant.
 *
 * <pre>{@code
 * static final Setting<Long> TENANT = Setting.of("tenant", SqlType.BIGINT);
 * db.with(TENANT, 7L).fetch(select().from(ORDER).where(ORDER.TENANT_ID.eq(TENANT)))   // where tenant_id = ?
 * }</pre>
 *
 * @param <T> the Java type of the value
 */
public final class Setting<T> implements Expression<T> {
    private static final Set<SqlType.Kind> KINDS = EnumSet.complementOf(
            EnumSet.of(SqlType.Kind.JSON, SqlType.Kind.ARRAY)); // whose place in a text depends on the value

    private final String name;
    private final SqlType<T> type;
    private final BoundValue<T> placeholder;

    private Setting(String name, SqlType<T> type) {
        this.name = name;
        this.type = type;
        this.placeholder = new BoundValue<>(type, null);
    }

    /**
     * Declares a setting.
     *
     * @param name what errors call it
     * @throws IllegalArgumentException if it is JSON or an array
     */
    public static <T> Setting<T> of(String name, SqlType<T> type) {
        if (!KINDS.contains(type.kind())) {
            throw new IllegalArgumentException(
                    "expected a setting of a plain type, such as a whole number or a text, got " + type);
        }
        return new Setting<>(name, type);
    }

    @Override
    public SqlType<T> type() {
        return type;
    }

    /** What stands for the value among the binds of a statement; known by its identity. Only for the render room. */
    public BoundValue<T> placeholder() {
        return placeholder;
    }

    @Override
    public boolean isNullable(Predicate<? super Source> outerJoined) {
        return false;
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visitSetting(this);
    }

    @Override
    public Precedence precedence() {
        return Precedence.PRIMARY;
    }

    /** The name, as an error shows it. */
    @Override
    public String toString() {
        return name;
    }
}
