package dev.rowan.include;

import dev.rowan.query.Select;
import dev.rowan.query.Sql;
import dev.rowan.render.Dialect;
import dev.rowan.row.RecordCopies;
import dev.rowan.row.RecordValues;
import dev.rowan.schema.Association;
import dev.rowan.schema.Column;
import dev.rowan.schema.Discriminator;
import dev.rowan.schema.Include;
import dev.rowan.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an association leads to, for records that have been fetched already. Immutable and thread-safe.
 *
 * @param <R> the record that has the association
 */
public final class LaterLoad<R> {
    private final RecordValues<R> values;
    private final RecordCopies<R> copies;
    private final int keyWidth;
    private final @Nullable Discriminator discriminator;
    private final KeyedBranch<?> branch;

    private LaterLoad(
            RecordValues<R> values,
            RecordCopies<R> copies,
            int keyWidth,
            @Nullable Discriminator discriminator,
            KeyedBranch<?> branch) {
        this.values = values;
        this.copies = copies;
        this.keyWidth = keyWidth;
        this.discriminator = discriminator;
        this.branch = branch;
    }

    /**
     * Plans the loading.
     *
     * @throws IllegalArgumentException if records would be left out
     * @throws dev.rowan.error.InvalidQueryException if the record lacks the key or a component for the association
     */
    public static <R> LaterLoad<R> of(Include<R, ?, ?> include, Dialect dialect) {
        if (include.isRequired()) {
            throw new IllegalArgumentException("expected an include that leaves no record out, got " + include
                    + "; the records are there already, so leave required() out");
        }
        Association<R, ?, ?> association = include.association();
        Table<R> owner = association.owner();
        List<Column<?, ?>> columns = new ArrayList<>(association.ownerKey());
        Discriminator discriminator = association.discriminator();
        if (discriminator != null) {
            columns.add(discriminator.column());
        }
        Select<R, ?> select = Sql.select().from(owner).include(include);
        return new LaterLoad<>(
                RecordValues.of(
                        owner.rowType(), columns.stream().map(Column::label).toList()),
                RecordCopies.of(
                        owner.rowType(), select.shape(), owner.associations().indexOf(association)),
                association.ownerKey().size(),
                discriminator,
                KeyedBranch.of(include, 0, KeySlots.of(List.of()), dialect));
    }

    /** Copies of the records, in their order, with what was loaded; by one statement for all of them. */
    public List<R> load(List<R> records, Fetcher fetcher) {
        @Nullable Object[] keys = new Object[records.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(values.values(records.get(i)));
        }
        Branch.Related related = branch.find(keys, fetcher);
        List<R> loaded = new ArrayList<>(records.size());
        for (int i = 0; i < keys.length; i++) {
            loaded.add(copies.with(records.get(i), related.of(i)));
        }
        return loaded;
    }

    private @Nullable Object key(@Nullable Object[] read) {
        if (discriminator != null && !Objects.equals(discriminator.value().value(), read[keyWidth])) {
            return null;
        }
        if (keyWidth == 1) {
            return read[0];
        }
        List<@Nullable Object> key = Arrays.asList(Arrays.copyOf(read, keyWidth));
        return key.contains(null) ? null : key;
    }
}
