package dev.rowan.migrate;

import dev.rowan.definition.IndexDefinition;
import dev.rowan.expression.Condition;
import dev.rowan.expression.SortKey;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Support;
import dev.rowan.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index that a migration adds; each method says one thing about it and returns the same editor. Valid within the function that it was made in. */
public final class IndexEditor {
    private final DdlDialect ddl;
    private final String name;
    private final List<IndexDefinition.Key> keys = new ArrayList<>();
    private boolean unique;
    private boolean orFull;
    private @Nullable Condition condition;

    IndexEditor(DdlDialect ddl, String name, List<String> columns) {
        this.ddl = ddl;
        this.name = name;
        columns.forEach(column -> keys.add(IndexDefinition.Key.of(column)));
    }

    /** One more column, the largest value first. */
    public IndexEditor descending(String column) {
        keys.add(new IndexDefinition.Key(column, true, true));
        return this;
    }

    /** One more key, a column or an expression: {@code key(lower(USER.EMAIL).asc())}. */
    public IndexEditor key(SortKey key) {
        keys.add(
                key.expression() instanceof Column<?, ?> column
                        ? new IndexDefinition.Key(column.name().name(), true, key.descending())
                        : new IndexDefinition.Key(ddl.text(key.expression()), false, key.descending()));
        return this;
    }

    /** No two rows of the index share its keys. */
    public IndexEditor unique() {
        unique = true;
        return this;
    }

    /**
     * The index holds only the rows that fulfil a condition: {@code where(rawCondition("discount_code is not null"))}.
     *
     * @throws dev.rowan.error.UnsupportedFeatureException when the migration is run on a database that has no partial indexes, unless it says
     *     {@link #orFullIndex}
     */
    public IndexEditor where(Condition rows) {
        condition = rows;
        return this;
    }

    /** Where the database has no partial indexes, one of all rows will do. */
    public IndexEditor orFullIndex() {
        orFull = true;
        return this;
    }

    IndexDefinition index() {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("expected an index of at least one key, got " + name + " of none");
        }
        boolean full = condition == null || (orFull && ddl.support(DdlFeature.PARTIAL_INDEX) == Support.REFUSED);
        if (orFull && unique && condition != null) {
            throw new IllegalArgumentException("expected a unique index to say the same everywhere, got " + name
                    + " that is unique among some rows, or else among all; leave orFullIndex() out");
        }
        return new IndexDefinition(name, unique, keys, full || condition == null ? null : ddl.conditionText(condition));
    }
}
