package dev.rowan.render;

import dev.rowan.expression.BoundValue;
import org.jspecify.annotations.Nullable;

/** Collects an expression or a query of a definition, where values are literals, and columns stand by their own names. */
final class DefinitionWriter extends SqlWriter {
    private final DdlWords literals;

    /**
     * Creates a writer.
     *
     * @param literals how values are spelled
     */
    DefinitionWriter(Dialect dialect, DdlWords literals) {
        super(dialect, null);
        this.literals = literals;
    }

    @Override
    SqlWriter fresh() {
        return new DefinitionWriter(dialect(), literals);
    }

    @Override
    boolean isDefinition() {
        return true;
    }

    @Override
    public SqlWriter bind(BoundValue<?> value) {
        return append(literal(value));
    }

    @Override
    public SqlWriter append(String sql, BoundValue<?> value) {
        int placeholder = sql.indexOf('?');
        return append(sql.substring(0, placeholder) + literal(value) + sql.substring(placeholder + 1));
    }

    private <T extends @Nullable Object> String literal(BoundValue<T> value) {
        T inJava = value.value();
        return inJava == null
                ? "null"
                : literals.literal(value.type(), value.type().toColumn(inJava));
    }
}
