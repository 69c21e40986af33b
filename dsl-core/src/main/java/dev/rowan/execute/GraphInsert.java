package dev.rowan.execute;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.query.Insert;
import dev.rowan.query.Violations;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.row.RecordParts;
import dev.rowan.schema.Association;
import dev.rowan.schema.Column;
import dev.rowan.schema.Discriminator;
import dev.rowan.schema.Include;
import dev.rowan.schema.Table;
import dev.rowan.schema.ToOne;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inserts records and what their associations hold, one table after another, so that the key of what is referred to is known when it is
 * needed. Immutable.
 */
final class GraphInsert<R> {
    private final Table<R> table;
    private final RecordParts<R> parts;
    private final List<Edge<R, ?>> edges = new ArrayList<>();

    private GraphInsert(Table<R> table) {
        this.table = table;
        this.parts = RecordParts.of(table.rowType());
    }

    /** Plans an insert, and refuses what it cannot do. */
    static <R> GraphInsert<R> of(Table<R> table, List<? extends Include<R, ?, ?>> includes) {
        GraphInsert<R> graph = new GraphInsert<>(table);
        for (Include<R, ?, ?> include : includes) {
            Association<R, ?, ?> association = include.association();
            if (association.owner() != table) {
                throw new IllegalArgumentException(
                        "expected associations of " + table + " to insert beside its records, got " + association);
            }
            if (graph.edges.stream().anyMatch(edge -> edge.association == association)) {
                throw new IllegalArgumentException(
                        "expected " + association + " once, got it twice; nest by include(…)");
            }
            graph.edges.add(graph.edge(include));
        }
        return graph;
    }

    private <C> Edge<R, C> edge(Include<R, C, ?> include) {
        Association<R, C, ?> association = include.association();
        if (include.isFiltered()
                || include.isRequired()
                || include.isRecursive()
                || include.maxRows() > 0
                || !include.sortKeys().isEmpty()) {
            throw new InvalidQueryException(
                    "expected all that " + association
                            + " holds to be inserted, got an include that says which rows are loaded; name the association alone");
        }
        if (association.route().link() != null) {
            throw new InvalidQueryException("expected associations whose key one of the two tables holds, got "
                    + association + ", which goes through "
                    + association.route().link()
                    + "; insert both sides, and then the rows of the table in between");
        }
        return new Edge<>(association, parts, GraphInsert.of(association.target(), include.nested()));
    }

    /** Refuses records of which an association that is named was not loaded. */
    void requireLoaded(List<? extends R> records) {
        for (Edge<R, ?> edge : edges) {
            edge.requireLoaded(records);
        }
    }

    /**
     * Adds what is wrong with the records and what they hold, in the order in which they are inserted.
     *
     * @param handed columns that will get the keys of what is inserted before, and are checked then
     */
    void check(StatementRunner runner, List<? extends R> records, Set<Column<R, ?>> handed, Violations violations) {
        Set<Column<R, ?>> later = new HashSet<>(handed);
        for (Edge<R, ?> edge : edges) {
            if (edge.isReferred) {
                edge.checkBelow(runner, records, violations);
                later.addAll(edge.ownKeyColumns());
            }
        }
        BulkRows.check(runner, table, records, later, violations);
        for (Edge<R, ?> edge : edges) {
            if (!edge.isReferred) {
                edge.checkBelow(runner, records, violations);
            }
        }
    }

    /** Inserts on a connection; collects what was written. */
    record Run(StatementRunner runner, Connection connection, List<Insert<?, ?>> written) {}

    /** Inserts, and answers the records as they were inserted, in their order. */
    List<R> insert(Run run, List<? extends R> records) {
        List<@Nullable Object[]> rows = new ArrayList<>(records.size());
        records.forEach(record -> rows.add(parts.of(record)));
        if (rows.isEmpty()) {
            return new ArrayList<>();
        }
        for (Edge<R, ?> edge : edges) {
            if (edge.isReferred) {
                edge.insertReferred(run, rows);
            }
        }
        insertRows(run, rows);
        for (Edge<R, ?> edge : edges) {
            if (!edge.isReferred) {
                edge.insertReferring(run, rows);
            }
        }
        return made(rows);
    }

    private List<R> made(List<@Nullable Object[]> rows) {
        List<R> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(parts.made(row)));
        return all;
    }

    private void insertRows(Run run, List<@Nullable Object[]> rows) {
        List<Column<R, ?>> key = table.primaryKeyColumns();
        if (key.size() == 1 && !key.get(0).isHidden()) {
            insertRows(run, rows, key.get(0));
        } else {
            write(run, rows, null);
        }
    }

    private <K> void insertRows(Run run, List<@Nullable Object[]> rows, Column<R, K> key) {
        InsertedKeys<R, K> keys = new InsertedKeys<>(run.runner, run.connection, key);
        write(run, rows, keys);
        int place = parts.indexOf(key.label());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i)[place] = keys.collected().get(i);
        }
    }

    private void write(Run run, List<@Nullable Object[]> rows, @Nullable InsertedKeys<R, ?> keys) {
        BulkInsert<R> bulk = new BulkInsert<>(run.runner, run.connection, table, Bulk.DEFAULT, keys);
        bulk.run(BulkRows.of(run.runner, table, made(rows), Bulk.DEFAULT));
        run.written.addAll(bulk.written());
    }

    /** What an association holds. */
    private static final class Edge<R, C> {
        private final Association<R, C, ?> association;
        private final RecordParts<R> parts;
        private final GraphInsert<C> below;
        private final boolean isReferred;
        private final int component;
        private final int[] ownerKey;
        private final int[] otherKey;

        Edge(Association<R, C, ?> association, RecordParts<R> parts, GraphInsert<C> below) {
            this.association = association;
            this.parts = parts;
            this.below = below;
            this.isReferred = association instanceof ToOne<?, ?, ?> one && one.holdsKey();
            this.component = parts.indexOf(association.name());
            this.ownerKey = places(parts, association.ownerKey());
            this.otherKey = places(below.parts, association.route().key());
        }

        private static int[] places(RecordParts<?> parts, List<? extends Column<?, ?>> columns) {
            return columns.stream()
                    .mapToInt(column -> parts.indexOf(column.label()))
                    .toArray();
        }

        void requireLoaded(List<? extends R> records) {
            List<C> all = new ArrayList<>();
            for (int i = 0; i < records.size(); i++) {
                Object held = parts.of(records.get(i))[component];
                if ((held instanceof Many<?> many && !many.isLoaded())
                        || (held instanceof One<?> one && !one.isLoaded())) {
                    throw new InvalidQueryException("expected " + association
                            + " of every record, which is to be inserted, got a record without it at index " + i
                            + "; say Many.of(…) or One.of(…), if of nothing, or leave the association out");
                }
                all.addAll(records(held));
            }
            below.requireLoaded(all);
        }

        /** The columns of the owner that get the key of what it refers to. */
        Set<Column<R, ?>> ownKeyColumns() {
            return columns(association.owner(), association.ownerKey(), association.discriminator());
        }

        void checkBelow(StatementRunner runner, List<? extends R> records, Violations violations) {
            Set<C> once = Collections.newSetFromMap(new IdentityHashMap<>());
            List<C> all = new ArrayList<>();
            for (R record : records) {
                for (C held : Edge.<C>records(parts.of(record)[component])) {
                    if (!isReferred || once.add(held)) {
                        all.add(held);
                    }
                }
            }
            Table<C> target = association.target();
            Set<Column<C, ?>> handed = isReferred
                    ? Set.of()
                    : columns(target, association.route().key(), association.inverseDiscriminator(target));
            below.check(runner, all, handed, violations);
        }

        private static <V> Set<Column<V, ?>> columns(
                Table<V> table, List<? extends Column<?, ?>> key, @Nullable Discriminator discriminator) {
            return table.columns().stream()
                    .filter(column ->
                            key.contains(column) || (discriminator != null && discriminator.column() == column))
                    .collect(Collectors.toSet());
        }

        @SuppressWarnings("unchecked") // the component holds records of C
        private static <C> List<C> records(@Nullable Object held) {
            if (held instanceof List<?> many) {
                return (List<C>) many;
            }
            Object one = held instanceof One<?> holder ? holder.optional().orElse(null) : held;
            return one == null ? List.of() : List.of((C) one);
        }

        /** A record that several refer to is inserted once. */
        void insertReferred(Run run, List<@Nullable Object[]> rows) {
            IdentityHashMap<C, Integer> places = new IdentityHashMap<>();
            List<C> referred = new ArrayList<>();
            for (@Nullable Object[] row : rows) {
                for (C record : Edge.<C>records(row[component])) {
                    if (places.putIfAbsent(record, referred.size()) == null) {
                        referred.add(record);
                    }
                }
            }
            List<C> inserted = below.insert(run, referred);
            Discriminator discriminator = association.discriminator();
            for (@Nullable Object[] row : rows) {
                for (C record : Edge.<C>records(row[component])) {
                    C now = inserted.get(Objects.requireNonNull(places.get(record)));
                    hand(below.parts.of(now), otherKey, row, ownerKey);
                    mark(discriminator, parts, row);
                    row[component] = held(List.of(now));
                }
            }
        }

        void insertReferring(Run run, List<@Nullable Object[]> rows) {
            Discriminator discriminator = association.inverseDiscriminator(association.target());
            List<C> referring = new ArrayList<>();
            int[] ends = new int[rows.size()];
            for (int i = 0; i < ends.length; i++) {
                for (C record : Edge.<C>records(rows.get(i)[component])) {
                    @Nullable Object[] values = below.parts.of(record);
                    hand(rows.get(i), ownerKey, values, otherKey);
                    mark(discriminator, below.parts, values);
                    referring.add(below.parts.made(values));
                }
                ends[i] = referring.size();
            }
            List<C> inserted = below.insert(run, referring);
            for (int i = 0; i < ends.length; i++) {
                rows.get(i)[component] = held(inserted.subList(i == 0 ? 0 : ends[i - 1], ends[i]));
            }
        }

        private static void hand(@Nullable Object[] from, int[] key, @Nullable Object[] to, int[] foreignKey) {
            for (int i = 0; i < key.length; i++) {
                to[foreignKey[i]] = from[key[i]];
            }
        }

        private static void mark(@Nullable Discriminator discriminator, RecordParts<?> parts, @Nullable Object[] row) {
            if (discriminator != null) {
                row[parts.indexOf(discriminator.column().label())] =
                        discriminator.value().value();
            }
        }

        private @Nullable Object held(List<C> records) {
            Class<?> form = parts.type(component);
            if (association.isMany()) {
                return form == Many.class ? Many.of(records) : Collections.unmodifiableList(new ArrayList<>(records));
            }
            C only = records.isEmpty() ? null : records.get(0);
            return form != One.class ? only : only == null ? One.none() : One.of(only);
        }
    }
}
