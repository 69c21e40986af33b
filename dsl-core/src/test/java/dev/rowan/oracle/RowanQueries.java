package dev.rowan.oracle;

import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Comparison;
import dev.rowan.expression.Condition;
import dev.rowan.expression.Expression;
import dev.rowan.expression.NumberExpression;
import dev.rowan.expression.SortKey;
import dev.rowan.oracle.Claim.Origin;
import dev.rowan.oracle.Claim.Place;
import dev.rowan.oracle.Query.Inclusion;
import dev.rowan.oracle.Query.Sorting;
import dev.rowan.query.Select;
import dev.rowan.query.Sql;
import dev.rowan.schema.Association;
import dev.rowan.schema.Column;
import dev.rowan.schema.Include;
import dev.rowan.schema.IncludeStrategy;
import dev.rowan.schema.Table;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import dev.rowan.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Says a query in Rowan's words. */
final class RowanQueries {
    private final Function<Inclusion, IncludeStrategy> strategies;

    private RowanQueries(Function<Inclusion, IncludeStrategy> strategies) {
        this.strategies = strategies;
    }

    /** The select of a query, without the primary key in its order. */
    static Select<Object, Table<Object>> select(Query query, Function<Inclusion, IncludeStrategy> strategies) {
        Table<Object> table = typed(query.aliased() ? Sql.alias(query.table(), "root") : query.table());
        RowanQueries words = new RowanQueries(strategies);
        Select<Object, Table<Object>> select = Sql.select().from(table);
        Claim condition = query.condition();
        if (condition != null) {
            select = select.where(of -> condition(condition, List.of(of)));
        }
        for (Sorting key : query.order()) {
            select = select.orderBy(of -> sortKey(key, of));
        }
        for (Inclusion one : query.inclusions()) {
            select = select.include(of -> words.include(one, of));
        }
        select = query.limit() < 0 ? select : select.limit(query.limit());
        return query.offset() < 0 ? select : select.offset(query.offset());
    }

    /** The same, sorted by the primary key at last. */
    static Select<Object, Table<Object>> inOrder(Query query, Function<Inclusion, IncludeStrategy> strategies) {
        Select<Object, Table<Object>> select = select(query, strategies);
        List<SortKey> keys = select.table().primaryKeyColumns().stream()
                .map(column -> query.isDescending() ? column.desc() : column.asc())
                .toList();
        return select.orderBy(keys);
    }

    private Include<Object, Object, Table<Object>> include(Inclusion one, Table<?> owner) {
        Include<Object, Object, Table<Object>> include = association(owner, one.association());
        Claim condition = one.condition();
        if (condition != null) {
            include = include.where(of -> condition(condition, List.of(of)));
        }
        for (Sorting key : one.order()) {
            include = include.orderBy(of -> sortKey(key, of));
        }
        include = one.limit() == 0 ? include : include.limit(one.limit());
        for (Inclusion nested : one.nested()) {
            include = include.include(of -> include(nested, of));
        }
        include = one.required() ? include.required() : include;
        include = include.strategy(strategies.apply(one));
        return one.levels() == 0 ? include.recursive() : one.levels() == 1 ? include : include.recursive(one.levels());
    }

    private static SortKey sortKey(Sorting key, Table<?> table) {
        Origin origin = key.place().origin();
        Expression<?> sorted = key.counted() == null
                ? value(key.place(), List.of(table))
                : many(table(origin, List.of(table)), key.counted()).count();
        SortKey made = key.descending() ? sorted.desc() : sorted.asc();
        return switch (key.nulls()) {
            case FIRST -> made.nullsFirst();
            case LAST -> made.nullsLast();
            case UNSPECIFIED -> made;
        };
    }

    /** @param tables those in sight, the outermost first */
    private static Condition condition(Claim claim, List<Table<?>> tables) {
        if (claim instanceof Claim.Compares one) {
            Expression<Object> left = value(one.place(), tables);
            return new Comparison(left, one.operator(), BoundValue.of(left.type(), one.value()));
        } else if (claim instanceof Claim.ComparesPlaces one) {
            return new Comparison(value(one.left(), tables), one.operator(), value(one.right(), tables));
        } else if (claim instanceof Claim.IsNull one) {
            Expression<Object> value = value(one.place(), tables);
            return one.negated() ? value.isNotNull() : value.isNull();
        } else if (claim instanceof Claim.IsIn one) {
            Expression<Object> value = value(one.place(), tables);
            return one.negated() ? value.notIn(one.values()) : value.in(one.values());
        } else if (claim instanceof Claim.Both one) {
            return condition(one.left(), tables).and(condition(one.right(), tables));
        } else if (claim instanceof Claim.Either one) {
            return condition(one.left(), tables).or(condition(one.right(), tables));
        } else if (claim instanceof Claim.Opposite one) {
            return condition(one.claim(), tables).not();
        }
        return ofRelated(claim, tables);
    }

    private static Condition ofRelated(Claim claim, List<Table<?>> tables) {
        if (claim instanceof Claim.Relates one) {
            var association = association(table(one.origin(), tables), one.association());
            Claim condition = one.condition();
            return switch (one.quantifier()) {
                case ANY -> condition == null ? association.any() : association.any(within(condition, tables));
                case NONE -> condition == null ? association.none() : association.none(within(condition, tables));
                case ALL -> many(table(one.origin(), tables), one.association()).all(within(condition, tables));
            };
        } else if (claim instanceof Claim.Counts one) {
            var association = many(table(one.origin(), tables), one.association());
            Claim condition = one.condition();
            NumberExpression<Long> count =
                    condition == null ? association.count() : association.count(within(condition, tables));
            return new Comparison(count, one.operator(), BoundValue.of(SqlType.BIGINT, one.number()));
        } else if (claim instanceof Claim.Sums one) {
            var association = many(table(one.origin(), tables), one.association());
            NumberExpression<?> sum = association.sum(of -> (NumberExpression<?>) column(of, one.summed()));
            return new Comparison(sum, one.operator(), BoundValue.ofNumber(sum.type(), one.number()));
        }
        throw new IllegalStateException(claim.toString());
    }

    private static Function<Table<Object>, Condition> within(Claim claim, List<Table<?>> tables) {
        return of -> {
            List<Table<?>> inSight = new ArrayList<>(tables);
            inSight.add(of);
            return condition(claim, inSight);
        };
    }

    private static Expression<Object> value(Place place, List<Table<?>> tables) {
        return column(table(place.origin(), tables), place.column());
    }

    private static Table<?> table(Origin origin, List<Table<?>> tables) {
        Table<?> table = tables.get(origin.level());
        for (ToOne<?, ?, ?> step : origin.path()) {
            table = ((ToOne<Object, Object, Table<Object>>) association(table, step)).path();
        }
        return table;
    }

    private static ToMany<Object, Object, Table<Object>> many(Table<?> table, Association<?, ?, ?> association) {
        return (ToMany<Object, Object, Table<Object>>) association(table, association);
    }

    /** The association of another alias of its owner. */
    @SuppressWarnings("unchecked") // whatever the records are
    private static Association<Object, Object, Table<Object>> association(
            Table<?> table, Association<?, ?, ?> association) {
        int index = association.owner().associations().indexOf(association);
        return (Association<Object, Object, Table<Object>>) table.associations().get(index);
    }

    /** The column of another alias of its table. */
    @SuppressWarnings("unchecked") // whatever the value is
    private static Expression<Object> column(Table<?> table, Column<?, ?> column) {
        return (Expression<Object>) table.columns().get(column.table().columns().indexOf(column));
    }

    /** The table of any record. */
    @SuppressWarnings("unchecked") // whatever the record is
    static Table<Object> typed(Table<?> table) {
        return (Table<Object>) table;
    }
}
