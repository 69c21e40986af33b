package dev.rowan.render;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Expression;
import dev.rowan.query.Conflict;
import dev.rowan.query.Insert;
import dev.rowan.query.KeyValues;
import dev.rowan.schema.Column;
import dev.rowan.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must be true of an insert that says what it does on conflict, whatever the database would make of it. */
final class Conflicts {
    private Conflicts() {}

    static void check(Insert<?, ?> insert, Conflict<?> conflict, Dialect dialect) {
        dialect.require(Feature.CONFLICT_CLAUSE);
        UniqueKey<?> key = conflict.key();
        if (conflict.updates() && conflict.assignments().isEmpty()) {
            throw new InvalidQueryException("expected doUpdate(…) of an insert into " + insert.table()
                    + " to name a column, or set(…) after it, got neither; use doNothing() to leave rows as they are");
        }
        if (conflict.condition() != null) {
            dialect.require(Feature.CONDITIONAL_UPSERT);
        }
        if (key == null) {
            if (conflict.updates()) {
                dialect.require(Feature.UPDATE_ON_ANY_CONFLICT);
            }
            return;
        }
        List<? extends Column<?, ?>> columns = insert.columns();
        for (Column<?, ?> column : key.columns()) {
            if (!columns.contains(column)) {
                throw new InvalidQueryException("expected an insert that sets all columns of " + key
                        + ", whose conflicts it handles, got one without " + column + "; it sets " + columns);
            }
        }
        requireOnlyKey(insert, key, dialect);
        if (conflict.updates() && insert.rowCount() > 1) {
            requireDifferentKeys(insert, key);
        }
    }

    private static void requireOnlyKey(Insert<?, ?> insert, UniqueKey<?> key, Dialect dialect) {
        if (dialect.support(Feature.CONFLICT_OF_ONE_KEY) != Support.REFUSED) {
            return;
        }
        List<List<? extends Column<?, ?>>> others = new ArrayList<>();
        insert.table().uniqueKeys().forEach(other -> others.add(other.columns()));
        others.add(insert.table().primaryKeyColumns());
        for (List<? extends Column<?, ?>> other : others) {
            boolean generated = other.stream()
                    .anyMatch(column -> column.isIdentity() && !insert.columns().contains(column));
            if (!other.isEmpty() && !generated && !new HashSet<>(other).equals(new HashSet<>(key.columns()))) {
                throw new UnsupportedFeatureException(
                        Feature.CONFLICT_OF_ONE_KEY.words() + " (" + key + " beside " + other + ")",
                        dialect.toString(),
                        Feature.CONFLICT_OF_ONE_KEY.alternative());
            }
        }
    }

    /** One database updates the row again, another fails. */
    private static void requireDifferentKeys(Insert<?, ?> insert, UniqueKey<?> key) {
        List<List<Expression<?>>> rows = insert.values();
        int[] places = key.columns().stream()
                .mapToInt(column -> insert.columns().indexOf(column))
                .toArray();
        Map<KeyValues, Integer> known = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            List<@Nullable Object> values = new ArrayList<>(places.length);
            for (int place : places) {
                Expression<?> value = rows.get(i).get(place);
                values.add(
                        value instanceof BoundValue<?> bound
                                ? bound.value()
                                : new Object()); // a new one is equal to none
            }
            KeyValues here = KeyValues.of(values);
            Integer before = here.hasNull() ? null : known.put(here, i);
            if (before != null) {
                throw new InvalidQueryException(
                        "expected rows of different keys " + key + " to insert or update, got rows " + before + " and "
                                + i + " with the same; use db.upsert(…), which lets the later one see the earlier");
            }
        }
    }
}
