package dev.rowan.oracle;

import dev.rowan.contract.Kleene;
import dev.rowan.oracle.Claim.Origin;
import dev.rowan.oracle.Claim.Place;
import dev.rowan.oracle.Query.Inclusion;
import dev.rowan.oracle.Query.Sorting;
import dev.rowan.render.Dialect;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.schema.Association;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import dev.rowan.schema.ToOne;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a query finds, by Java alone. */
final class Model {
    private final DataSet data;
    private final Values values;

    Model(DataSet data, Dialect dialect, Comparator<String> texts) {
        this.data = data;
        this.values = new Values(dialect, texts);
    }

    /** The records of a query. */
    List<Object> records(Query query) {
        Comparator<StoredRow> order =
                order(query.order()).thenComparing(byPrimaryKey(query.table(), query.isDescending()));
        return data.rows(query.table()).stream()
                .filter(row -> isTrue(query.condition(), List.of(row)) && hasRequired(row, query.inclusions()))
                .sorted(order)
                .skip(Math.max(0, query.offset()))
                .limit(query.limit() < 0 ? Long.MAX_VALUE : query.limit())
                .map(row -> record(row, query.inclusions()))
                .toList();
    }

    private boolean hasRequired(StoredRow row, List<Inclusion> inclusions) {
        return inclusions.stream()
                .allMatch(one -> !one.required() || !matching(row, one).isEmpty());
    }

    private List<StoredRow> matching(StoredRow parent, Inclusion inclusion) {
        return data.related(inclusion.association(), parent).stream()
                .filter(row -> isTrue(inclusion.condition(), List.of(row)) && hasRequired(row, inclusion.nested()))
                .toList();
    }

    private Object record(StoredRow row, List<Inclusion> inclusions) {
        Map<String, Object> related = new HashMap<>();
        for (Inclusion one : inclusions) {
            related.put(one.association().name(), related(row, one));
        }
        return Records.of(row, related);
    }

    private Object related(StoredRow parent, Inclusion inclusion) {
        List<Inclusion> within = inclusion.within();
        List<Object> records = matching(parent, inclusion).stream()
                .sorted(order(inclusion.order())
                        .thenComparing(byPrimaryKey(inclusion.association().target(), false)))
                .limit(inclusion.limit() == 0 ? Long.MAX_VALUE : inclusion.limit())
                .map(row -> record(row, within))
                .toList();
        if (inclusion.association() instanceof ToOne<?, ?, ?>) {
            return records.isEmpty() ? One.none() : One.of(records.get(0));
        }
        return Many.of(records);
    }

    private Comparator<StoredRow> order(List<Sorting> keys) {
        Comparator<StoredRow> all = Comparator.comparing(row -> 0);
        for (Sorting key : keys) {
            Comparator<@Nullable Object> order = values.order(key.descending(), key.nulls());
            all = all.thenComparing(row -> sorted(key, row), order);
        }
        return all;
    }

    private @Nullable Object sorted(Sorting key, StoredRow row) {
        return key.counted() == null
                ? value(key.place(), List.of(row))
                : Long.valueOf(related(key.place().origin(), key.counted(), List.of(row))
                        .size());
    }

    private Comparator<StoredRow> byPrimaryKey(Table<?> table, boolean descending) {
        Comparator<StoredRow> all = Comparator.comparing(row -> 0);
        for (Column<?, ?> column : table.primaryKeyColumns()) {
            all = all.thenComparing(row -> (Integer) row.value(column));
        }
        return descending ? all.reversed() : all;
    }

    private boolean isTrue(@Nullable Claim claim, List<@Nullable StoredRow> rows) {
        return claim == null || Boolean.TRUE.equals(truth(claim, rows));
    }

    /** Whether a claim is true of the rows in sight, the outermost first; null if that is unknown. */
    private @Nullable Boolean truth(Claim claim, List<@Nullable StoredRow> rows) {
        if (claim instanceof Claim.Compares one) {
            return values.compare(value(one.place(), rows), one.operator(), one.value());
        } else if (claim instanceof Claim.ComparesPlaces one) {
            return values.compare(value(one.left(), rows), one.operator(), value(one.right(), rows));
        } else if (claim instanceof Claim.IsNull one) {
            return (value(one.place(), rows) == null) != one.negated();
        } else if (claim instanceof Claim.IsIn one) {
            Boolean in = values.isIn(value(one.place(), rows), one.values());
            return one.negated() ? Kleene.not(in) : in;
        } else if (claim instanceof Claim.Both one) {
            return Kleene.and(truth(one.left(), rows), truth(one.right(), rows));
        } else if (claim instanceof Claim.Either one) {
            return Kleene.or(truth(one.left(), rows), truth(one.right(), rows));
        } else if (claim instanceof Claim.Opposite one) {
            return Kleene.not(truth(one.claim(), rows));
        }
        return ofRelated(claim, rows);
    }

    private @Nullable Boolean ofRelated(Claim claim, List<@Nullable StoredRow> rows) {
        if (claim instanceof Claim.Relates one) {
            List<StoredRow> all = related(one.origin(), one.association(), rows);
            long found = count(all, one.condition(), rows);
            return switch (one.quantifier()) {
                case ANY -> found > 0;
                case NONE -> found == 0;
                case ALL -> found == all.size();
            };
        } else if (claim instanceof Claim.Counts one) {
            long found = count(related(one.origin(), one.association(), rows), one.condition(), rows);
            return values.compare(found, one.operator(), one.number());
        } else if (claim instanceof Claim.Sums one) {
            return values.compare(
                    sum(related(one.origin(), one.association(), rows), one.summed()), one.operator(), one.number());
        }
        throw new IllegalStateException(claim.toString());
    }

    private long count(List<StoredRow> related, @Nullable Claim condition, List<@Nullable StoredRow> rows) {
        long count = 0;
        for (StoredRow row : related) {
            List<@Nullable StoredRow> inSight = new ArrayList<>(rows);
            inSight.add(row);
            count += isTrue(condition, inSight) ? 1 : 0;
        }
        return count;
    }

    private static @Nullable Long sum(List<StoredRow> related, Column<?, ?> summed) {
        @Nullable Long sum = null;
        for (StoredRow row : related) {
            Integer number = (Integer) row.value(summed);
            sum = number == null ? sum : Long.valueOf((sum == null ? 0 : sum) + number);
        }
        return sum;
    }

    private List<StoredRow> related(Origin origin, Association<?, ?, ?> association, List<@Nullable StoredRow> rows) {
        StoredRow row = row(origin, rows);
        return row == null ? List.of() : data.related(association, row);
    }

    private @Nullable Object value(Place place, List<@Nullable StoredRow> rows) {
        StoredRow row = row(place.origin(), rows);
        return row == null ? null : row.value(place.column());
    }

    private @Nullable StoredRow row(Origin origin, List<@Nullable StoredRow> rows) {
        StoredRow row = rows.get(origin.level());
        for (ToOne<?, ?, ?> step : origin.path()) {
            List<StoredRow> next = row == null ? List.of() : data.related(step, row);
            row = next.isEmpty() ? null : next.get(0);
        }
        return row;
    }
}
