package dev.rowan.oracle;

import static dev.rowan.contract.RandomCases.oneOf;

import dev.rowan.blog.Tags;
import dev.rowan.expression.Comparison.Operator;
import dev.rowan.expression.SortKey.Nulls;
import dev.rowan.oracle.Claim.Origin;
import dev.rowan.oracle.Claim.Place;
import dev.rowan.oracle.Claim.Quantifier;
import dev.rowan.oracle.Query.Inclusion;
import dev.rowan.oracle.Query.Sorting;
import dev.rowan.schema.Association;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes queries by chance, which ask for values that are there more often than not. */
final class RandomQueries {
    private static final List<Operator> OPERATORS = List.of(
            Operator.EQUAL,
            Operator.NOT_EQUAL,
            Operator.LESS,
            Operator.LESS_OR_EQUAL,
            Operator.GREATER,
            Operator.GREATER_OR_EQUAL);
    private static final int DEEPEST = 3;

    private final Random random;
    private final DataSet data;
    private int inclusions;

    private RandomQueries(Random random, DataSet data) {
        this.random = random;
        this.data = data;
    }

    static Query of(Random random, DataSet data, List<Table<?>> tables) {
        return new RandomQueries(random, data).query(oneOf(random, tables));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Query query(Table<?> table) {
        return new Query(
                table,
                chance(20),
                chance(45) ? claim(List.of(table), 2, 2) : null,
                order(table),
                chance(25) ? random.nextInt(12) : -1,
                chance(20) ? random.nextInt(8) : -1,
                inclusions(table, 1, null));
    }

    /** @param taken what may not be included, for it is repeated there anyway */
    private List<Inclusion> inclusions(Table<?> table, int depth, @Nullable Association<?, ?, ?> taken) {
        List<Association<?, ?, ?>> all = new ArrayList<>(table.associations());
        all.remove(Tags.TAG.LINK); // a tag may have several
        all.remove(taken);
        List<Inclusion> made = new ArrayList<>();
        for (int i = random.nextInt(depth == 1 ? 4 : 3); i > 0 && !all.isEmpty() && depth <= DEEPEST; i--) {
            made.add(inclusion(all.remove(random.nextInt(all.size())), depth));
        }
        return made;
    }

    private Inclusion inclusion(Association<?, ?, ?> association, int depth) {
        Table<?> target = association.target();
        boolean many = association instanceof ToMany<?, ?, ?>;
        boolean repeated = target == association.owner() && chance(70);
        int levels = repeated ? random.nextInt(4) : 1;
        return new Inclusion(
                inclusions++,
                association,
                chance(30) ? claim(List.of(target), 1, 2) : null,
                many ? order(target) : List.of(),
                many && chance(30) ? 1 + random.nextInt(4) : 0,
                chance(12),
                levels,
                inclusions(target, depth + 1, levels == 1 ? null : association));
    }

    private List<Sorting> order(Table<?> table) {
        List<Sorting> keys = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Origin origin = origin(List.of(table));
            List<ToMany<?, ?, ?>> counted = manyOf(end(origin, List.of(table)));
            keys.add(new Sorting(
                    new Place(origin, oneOf(random, end(origin, List.of(table)).columns())),
                    counted.isEmpty() || chance(85) ? null : oneOf(random, counted),
                    random.nextBoolean(),
                    chance(60) ? Nulls.UNSPECIFIED : oneOf(random, List.of(Nulls.FIRST, Nulls.LAST))));
        }
        return keys;
    }

    /**
     * A claim about rows in sight.
     *
     * @param depth how deep it may be nested
     * @param relations how many relations may be within each other
     */
    private Claim claim(List<Table<?>> tables, int depth, int relations) {
        if (depth > 0 && chance(40)) {
            return switch (random.nextInt(5)) {
                case 0, 1 -> new Claim.Both(claim(tables, depth - 1, relations), claim(tables, depth - 1, relations));
                case 2, 3 -> new Claim.Either(claim(tables, depth - 1, relations), claim(tables, depth - 1, relations));
                default -> new Claim.Opposite(claim(tables, depth - 1, relations));
            };
        }
        return relations > 0 && chance(45) ? ofRelated(tables, depth, relations - 1) : simple(tables);
    }

    private Claim simple(List<Table<?>> tables) {
        Place place = place(tables);
        return switch (random.nextInt(8)) {
            case 0 -> new Claim.IsNull(place, random.nextBoolean());
            case 1 ->
                new Claim.IsIn(
                        place,
                        random.ints(random.nextInt(4), 0, 1)
                                .mapToObj(i -> constant(place))
                                .toList(),
                        random.nextBoolean());
            case 2 -> {
                Place other = place(tables);
                boolean same = other.column().type().javaType()
                        == place.column().type().javaType();
                yield same
                        ? new Claim.ComparesPlaces(place, oneOf(random, OPERATORS), other)
                        : new Claim.IsNull(place, random.nextBoolean());
            }
            default -> new Claim.Compares(place, oneOf(random, OPERATORS), constant(place));
        };
    }

    private Claim ofRelated(List<Table<?>> tables, int depth, int relations) {
        Origin origin = random.nextInt(4) == 0
                ? new Origin(tables.size() - 1, path(tables.get(tables.size() - 1)))
                : new Origin(tables.size() - 1, List.of());
        Table<?> owner = end(origin, tables);
        Association<?, ?, ?> association = oneOf(random, owner.associations());
        List<Table<?>> within = new ArrayList<>(tables);
        within.add(association.target());
        Claim condition = chance(75) ? claim(within, Math.max(0, depth - 1), relations) : null;
        if (association instanceof ToMany<?, ?, ?> many) {
            return ofMany(origin, many, condition);
        }
        return new Claim.Relates(
                origin, association, oneOf(random, List.of(Quantifier.ANY, Quantifier.NONE)), condition);
    }

    private Claim ofMany(Origin origin, ToMany<?, ?, ?> many, @Nullable Claim condition) {
        List<Column<?, ?>> numbers = new ArrayList<>(many.target().columns());
        numbers.removeIf(column -> column.type().javaType() != Integer.class);
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Claim.Counts(origin, many, condition, oneOf(random, OPERATORS), random.nextInt(4));
            case 2 ->
                new Claim.Sums(origin, many, oneOf(random, numbers), oneOf(random, OPERATORS), random.nextInt(40) - 3);
            case 3, 4, 5 ->
                new Claim.Relates(origin, many, condition == null ? Quantifier.ANY : Quantifier.ALL, condition);
            case 6, 7 -> new Claim.Relates(origin, many, Quantifier.NONE, condition);
            default -> new Claim.Relates(origin, many, Quantifier.ANY, condition);
        };
    }

    private Place place(List<Table<?>> tables) {
        Origin origin = origin(tables);
        Table<?> table = end(origin, tables);
        boolean key = !origin.path().isEmpty() && chance(30); // which the owner may hold
        return new Place(origin, oneOf(random, key ? table.primaryKeyColumns() : table.columns()));
    }

    private Origin origin(List<Table<?>> tables) {
        int level = chance(75) ? tables.size() - 1 : random.nextInt(tables.size());
        return new Origin(level, chance(35) ? path(tables.get(level)) : List.of());
    }

    /** A path of one or two steps, if there is any. */
    private List<ToOne<?, ?, ?>> path(Table<?> from) {
        List<ToOne<?, ?, ?>> path = new ArrayList<>();
        Table<?> table = from;
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            List<ToOne<?, ?, ?>> steps = new ArrayList<>();
            for (Association<?, ?, ?> association : table.associations()) {
                if (association instanceof ToOne<?, ?, ?> one && one.leadsToUnique()) {
                    steps.add(one);
                }
            }
            if (!steps.isEmpty()) {
                ToOne<?, ?, ?> step = oneOf(random, steps);
                path.add(step);
                table = step.target();
            }
        }
        return path;
    }

    private static Table<?> end(Origin origin, List<Table<?>> tables) {
        int steps = origin.path().size();
        return steps == 0
                ? tables.get(origin.level())
                : origin.path().get(steps - 1).target();
    }

    private static List<ToMany<?, ?, ?>> manyOf(Table<?> table) {
        List<ToMany<?, ?, ?>> all = new ArrayList<>();
        for (Association<?, ?, ?> association : table.associations()) {
            if (association instanceof ToMany<?, ?, ?> many) {
                all.add(many);
            }
        }
        return all;
    }

    /** Something to compare a value with, most often one that is there. */
    private Object constant(Place place) {
        Column<?, ?> column = place.column();
        List<StoredRow> rows = data.rows(column.table());
        Object stored =
                rows.isEmpty() || chance(30) ? null : oneOf(random, rows).value(column);
        Object constant = stored == null ? RandomRows.value(column, random) : stored;
        return constant instanceof BigDecimal decimal && chance(30) ? decimal.stripTrailingZeros() : constant;
    }
}
