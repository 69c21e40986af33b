package dev.rowan.expression;

import dev.rowan.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * An expression whose value is text. Text compares case-sensitively in columns that Rowan's own DDL made; elsewhere the
 * column's collation rules.
 *
 * @param <T> {@code String}; nullable if it can be NULL
 */
public interface TextExpression<T extends @Nullable String>
        extends ComparableExpression<T>, OrderOperators<@Nullable String> {

    @Override
    default TextExpression<T> as(String name) {
        return new Typed.OfText<>(new Named(this, Identifier.of(name)), type());
    }

    /** {@code USER.NAME.like("A%")} is {@code name like ?}; {@code %} and {@code _} are wildcards, and nothing escapes them. */
    default Like like(String pattern) {
        return Like.of(this, pattern, false, false);
    }

    /** {@code USER.NAME.like("50\\%%", '\\')} finds what starts with {@code 50%}: a wildcard after the escape is none. */
    default Like like(String pattern, char escape) {
        return Like.of(this, pattern, escape);
    }

    /** {@code USER.NAME.like(RULE.PATTERN)} is {@code name like pattern}; what a backslash in it means, the database says. */
    default Like like(TextExpression<?> pattern) {
        return new Like(this, pattern, false, false, false);
    }

    /** {@code USER.NAME.notLike("A%")} is {@code name not like ?}. */
    default Like notLike(String pattern) {
        return Like.of(this, pattern, true, false);
    }

    /** {@code USER.NAME.ilike("a%")} is {@code name ilike ?}: upper and lower case are the same. */
    default Like ilike(String pattern) {
        return Like.of(this, pattern, false, true);
    }

    /** {@code USER.NAME.notIlike("a%")} is {@code name not ilike ?}. */
    default Like notIlike(String pattern) {
        return Like.of(this, pattern, true, true);
    }

    /** {@code USER.NAME.startsWith("50%")} is {@code name like ? escape '!'}, the wildcards in the text escaped. */
    default Like startsWith(String text) {
        return Like.literal(this, "", text, "%");
    }

    /** {@code USER.NAME.endsWith("50%")} is {@code name like ? escape '!'}, the wildcards in the text escaped. */
    default Like endsWith(String text) {
        return Like.literal(this, "%", text, "");
    }

    /** {@code USER.NAME.contains("50%")} is {@code name like ? escape '!'}, the wildcards in the text escaped. */
    default Like contains(String text) {
        return Like.literal(this, "%", text, "%");
    }

    /**
     * {@code USER.NAME.matches("^A.*z$")} is {@code regexp_like(name, ?, 'c')}: whether a part of the text matches a regular
     * expression, case-sensitively. What the databases have in common is what POSIX calls extended.
     */
    default Condition matches(String regex) {
        Call call = Call.of("regexp_like", this, BoundValue.of(SqlType.TEXT, regex));
        return new Typed.OfBoolean<>(call, SqlType.BOOLEAN);
    }
}
