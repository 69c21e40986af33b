package dev.rowan.expression;

import dev.rowan.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * An expression whose value is text. Text compares case-sensitively in columns that Rowan's own DDL made; elsewhere the
 * column's collation rules.
 *
 * @param <T> {@code String}; nullable if it can be NULL
 */
public interface TextExpression<T extends @Nullable String> extends ComparableExpression<T> {

    /** {@code USER.NAME.like("A%")} is {@code name like ?}; {@code %} and {@code _} are wildcards. */
    default Condition like(String pattern) {
        return new Like(this, BoundValue.of(SqlType.TEXT, pattern), false, Like.NO_ESCAPE);
    }

    /** {@code USER.NAME.notLike("A%")} is {@code name not like ?}. */
    default Condition notLike(String pattern) {
        return new Like(this, BoundValue.of(SqlType.TEXT, pattern), true, Like.NO_ESCAPE);
    }

    /** {@code USER.NAME.startsWith("50%")} is {@code name like ? escape '!'}, the wildcards in the text escaped. */
    default Condition startsWith(String text) {
        return Like.escaped(this, "", text, "%");
    }

    /** {@code USER.NAME.endsWith("50%")} is {@code name like ? escape '!'}, the wildcards in the text escaped. */
    default Condition endsWith(String text) {
        return Like.escaped(this, "%", text, "");
    }

    /** {@code USER.NAME.contains("50%")} is {@code name like ? escape '!'}, the wildcards in the text escaped. */
    default Condition contains(String text) {
        return Like.escaped(this, "%", text, "%");
    }
}
