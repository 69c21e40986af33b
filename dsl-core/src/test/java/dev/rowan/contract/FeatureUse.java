package dev.rowan.contract;

import static dev.rowan.contract.Documents.DOCUMENT;
import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.contract.Samples.SAMPLE;
import static dev.rowan.expression.Frame.currentRow;
import static dev.rowan.expression.Frame.preceding;
import static dev.rowan.expression.Frame.unboundedFollowing;
import static dev.rowan.expression.Frame.unboundedPreceding;
import static dev.rowan.expression.Functions.any;
import static dev.rowan.expression.Functions.arrayAgg;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.countDistinct;
import static dev.rowan.expression.Functions.lastValue;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.min;
import static dev.rowan.expression.Functions.notNull;
import static dev.rowan.expression.Functions.scalar;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.expression.Functions.upper;
import static dev.rowan.expression.Functions.when;
import static dev.rowan.expression.GroupingSets.cube;
import static dev.rowan.expression.GroupingSets.groupingSets;
import static dev.rowan.expression.GroupingSets.rollup;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.lateral;
import static dev.rowan.query.Sql.recursiveDistinct;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;

import dev.rowan.contract.Notes.Note;
import dev.rowan.error.QueryException;
import dev.rowan.execute.Database;
import dev.rowan.execute.SqlExecutor;
import dev.rowan.expression.Frame;
import dev.rowan.expression.GroupingSets;
import dev.rowan.expression.NumberExpression;
import dev.rowan.expression.Window;
import dev.rowan.query.CommonTable.Materialization;
import dev.rowan.query.Lock;
import dev.rowan.query.Select;
import dev.rowan.query.Sql;
import dev.rowan.query.SqlQuery;
import dev.rowan.render.Feature;
import dev.rowan.row.Row2;
import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a feature does with three notes of ranks 1, 2 and NULL, one product, and one user of two orders.
 *
 * @param action uses it
 * @param result what must come of it
 */
record FeatureUse(Function<Database, Object> action, Object result) {
    private static final BigDecimal LARGE = new BigDecimal("12345678901234567890.123456789012345678");
    private static final Json DIGITS = Json.of("[12345678901234567890.123456789012345678]");
    private static final BigDecimal SMALL = new BigDecimal("0.000000000000000001");
    private static final LocalTime NIGHT = LocalTime.of(2, 30, 0, 1_000);
    private static final Notes OTHER = alias(NOTE, "other");
    private static final Select<Integer, Notes> RANKS =
            select(notNull(NOTE.RANK)).from(NOTE).where(NOTE.RANK.isNotNull());
    private static final NumberExpression<@Nullable Integer> AT_LEAST_TWO =
            when(NOTE.RANK.ge(2), NOTE.RANK).otherwise(0).as("rank_or_0");
    private static final Select<Long, Notes> IDS = select(NOTE.ID).from(NOTE).orderBy(NOTE.ID.asc());

    static void insertRows(SqlExecutor db) {
        db.execute(insertInto(NOTE)
                .row(new Note(1, null, 1))
                .row(new Note(2, null, 2))
                .row(new Note(3, null, null)));
        db.execute(insertInto(PRODUCT).row(ShopData.TEA).set(PRODUCT.ID, 1_000_000));
        db.execute(insertInto(USER).row(ShopData.ANN).set(USER.ID, 42));
        db.execute(insertInto(ORDER).row(ShopData.GIFT).set(ORDER.ID, 7));
        db.execute(insertInto(ORDER).row(ShopData.EMPTY).set(ORDER.ID, 8));
        db.execute(insertInto(SAMPLE).set(SAMPLE.ID, 0).set(SAMPLE.TIME, NIGHT));
    }

    private static Object keysThatAreMade(Database db) {
        db.execute(insertInto(PRODUCT).row(ShopData.CUP));
        return db.fetchOne(select(count()).from(PRODUCT).where(PRODUCT.ID.ge(0)));
    }

    private static Object leaveToTheDatabase(Database db) {
        db.execute(insertInto(USER).set(USER.ID, 50).set(USER.NAME, "Dot").set(USER.EMAIL, "d@e.f"));
        return db.fetch(select(USER.ACTIVE).from(USER).where(USER.ID.eq(50)));
    }

    private static FeatureUse rows(SqlQuery<?> query, @Nullable Object... rows) {
        return new FeatureUse(db -> db.fetch(query), Arrays.asList(rows));
    }

    private static FeatureUse rowsInAnyOrder(SqlQuery<?> query, @Nullable Object... rows) {
        return new FeatureUse(db -> new HashSet<Object>(db.fetch(query)), new HashSet<>(Arrays.asList(rows)));
    }

    static FeatureUse of(Feature feature) {
        return switch (feature) {
            case FULL_JOIN ->
                rowsInAnyOrder(
                        select(NOTE.ID, OTHER.ID)
                                .from(NOTE)
                                .fullJoin(OTHER)
                                .on(NOTE.ID.plus(1).eq(OTHER.ID)),
                        row(1L, 2L),
                        row(2L, 3L),
                        row(3L, null),
                        row(null, 1L));
            case SERIALIZABLE, READ_ONLY_TRANSACTION, READ_OF_THE_PAST, DEFERRED_CONSTRAINTS ->
                TransactionUse.of(feature);
            case NULLS_ORDER ->
                rows(
                        select(NOTE.ID)
                                .from(NOTE)
                                .orderBy(
                                        NOTE.RANK.desc().nullsFirst(),
                                        NOTE.ID.asc().nullsLast()),
                        3L,
                        2L,
                        1L);
            case OFFSET_WITHOUT_LIMIT -> rows(IDS.offset(1), 2L, 3L);
            case LIMIT_IN_SUBQUERY ->
                rows(
                        select(NOTE.RANK)
                                .from(NOTE)
                                .where(NOTE.ID.in(select(OTHER.ID)
                                        .from(OTHER)
                                        .orderBy(OTHER.ID.asc())
                                        .limit(1))),
                        1);
            case READ_OF_WRITTEN_TABLE -> new FeatureUse(FeatureUse::deleteHighest, List.of(1L, 3L));
            case SIMULTANEOUS_ASSIGNMENT ->
                new FeatureUse(
                        FeatureUse::exchange, List.of(new Row2<>(ShopData.TEA.stock(), ShopData.TEA.priceInCents())));
            case EXACT_DECIMALS -> new FeatureUse(FeatureUse::addDecimals, List.of(LARGE.add(SMALL)));
            case ARRAY -> new FeatureUse(FeatureUse::collectTimes, List.of(List.of(NIGHT)));
            case CASE_BEYOND_ASCII -> new FeatureUse(FeatureUse::convertCase, List.of("É"));
            case NESTED_ROWS ->
                rows(
                        select(USER.ORDERS.orderBy(o -> o.ID.desc()).rows(o -> select(o.ID)))
                                .from(USER),
                        List.of(8L, 7L));
            case ROW_VALUES -> rows(IDS.where(Sql.row(NOTE.RANK, NOTE.ID).gt(new Row2<>(1, 1L))), 2L);
            case UPDATE ->
                new FeatureUse(db -> db.execute(update(NOTE).set(NOTE.RANK, 9).where(NOTE.ID.eq(1))), 1L);
            case DELETE -> new FeatureUse(db -> db.execute(deleteFrom(NOTE).where(NOTE.ID.eq(1))), 1L);
            case GENERATED_KEY -> new FeatureUse(FeatureUse::keysThatAreMade, 2L);
            case WRITE_IN_TRANSACTION ->
                new FeatureUse(
                        db -> db.transaction(tx -> tx.execute(insertInto(NOTE).row(new Note(4, null, null)))), 1L);
            case COLUMN_DEFAULT -> new FeatureUse(FeatureUse::leaveToTheDatabase, List.of(true));
            case NESTED_TRANSACTION -> new FeatureUse(FeatureUse::insertWithin, List.of(1L, 2L, 3L, 4L));
            case EXACT_JSON_NUMBERS -> new FeatureUse(FeatureUse::storeJson, List.of(DIGITS));
            case DIVISION_BY_ZERO_ERROR -> new FeatureUse(FeatureUse::divideByZero, "an error");
            case DISTINCT_COMPARISON -> rows(IDS.where(NOTE.RANK.isDistinctFrom(1)), 2L, 3L);
            case ILIKE -> rows(select(PRODUCT.NAME).from(PRODUCT).where(PRODUCT.NAME.ilike("tEa")), "Tea");
            case QUANTIFIED_COMPARISON ->
                rows(IDS.where(NOTE.ID.eq(any(select(OTHER.ID).from(OTHER).where(OTHER.RANK.eq(2))))), 2L);
            case FOR_UPDATE -> rows(IDS.forUpdate(), 1L, 2L, 3L);
            case FOR_SHARE -> rows(IDS.forShare(), 1L, 2L, 3L);
            case LOCK_OF_TABLES -> rows(IDS.forUpdate(lock -> lock.of(NOTE)), 1L, 2L, 3L);
            case NO_WAIT -> rows(IDS.forUpdate(Lock::noWait), 1L, 2L, 3L);
            case SKIP_LOCKED -> rows(IDS.forUpdate(Lock::skipLocked), 1L, 2L, 3L);
            default -> ofWrites(feature);
        };
    }

    private static FeatureUse ofWrites(Feature feature) {
        return switch (feature) {
            case READ_OF_WRITTEN_TABLE_IN_SET -> new FeatureUse(FeatureUse::addUp, Arrays.asList(1, 3, 3));
            case READ_OF_WRITTEN_TABLE_IN_VALUES -> new FeatureUse(FeatureUse::insertCounts, List.of(3, 3));
            case COMMON_TABLE_IN_WRITE -> new FeatureUse(FeatureUse::deleteThroughACommonTable, List.of(1L, 3L));
            case COMMON_TABLE_IN_VALUES ->
                new FeatureUse(FeatureUse::insertThroughACommonTable, List.of(1L, 2L, 3L, 4L));
            case WRITE_IN_COMMON_TABLE -> {
                var deleted = cte(deleteFrom(NOTE).where(NOTE.RANK.gt(1)).returning(NOTE.ID, NOTE.RANK), "deleted");
                yield rows(select().from(deleted), row(2L, 2));
            }
            case CONFLICT_CLAUSE,
                    CONFLICT_OF_ONE_KEY,
                    UPDATE_ON_ANY_CONFLICT,
                    CONDITIONAL_UPSERT,
                    RETURNING_OF_UPSERT -> UpsertUses.of(feature);
            case RETURNING_OF_INSERT ->
                rows(insertInto(NOTE).row(new Note(4, null, 4)).returning(NOTE.ID), 4L);
            case RETURNING_OF_UPDATE ->
                rows(
                        update(NOTE)
                                .set(NOTE.RANK, NOTE.RANK.plus(7))
                                .where(NOTE.ID.eq(2))
                                .returning(),
                        new Note(2, null, 9));
            case RETURNING_OF_DELETE ->
                rows(deleteFrom(NOTE).where(NOTE.ID.eq(2)).returning(NOTE.RANK), 2);
            default -> ofGroups(feature);
        };
    }

    private static FeatureUse ofGroups(Feature feature) {
        var total = count().as("total");
        return switch (feature) {
            case ROLLUP ->
                rowsInAnyOrder(
                        select(AT_LEAST_TWO, count()).from(NOTE).groupBy(rollup(AT_LEAST_TWO)),
                        row(null, 3L),
                        row(0, 2L),
                        row(2, 1L));
            case MIXED_GROUPING ->
                rowsInAnyOrder(
                        select(NOTE.RANK, count()).from(NOTE).groupBy(NOTE.TEXT, rollup(NOTE.RANK)),
                        row(null, 3L),
                        row(null, 1L),
                        row(1, 1L),
                        row(2, 1L));
            case CUBE -> rowsInAnyOrder(groups(cube(NOTE.RANK)), row(null, 3L), row(null, 1L), row(1, 1L), row(2, 1L));
            case GROUPING_SETS ->
                rowsInAnyOrder(groups(groupingSets(List.of(NOTE.RANK))), row(null, 1L), row(1, 1L), row(2, 1L));
            case DEPENDENT_COLUMN ->
                rows(
                        select(NOTE.RANK, count()).from(NOTE).groupBy(NOTE.ID).orderBy(NOTE.ID.asc()),
                        row(1, 1L),
                        row(2, 1L),
                        row(null, 1L));
            case AGGREGATE_FILTER ->
                rows(select(count().filter(NOTE.RANK.gt(1))).from(NOTE), 1L);
            case DISTINCT_ON ->
                rows(select(NOTE.ID).from(NOTE).distinctOn(NOTE.TEXT).orderBy(NOTE.TEXT.asc(), NOTE.ID.desc()), 3L);
            case WITH_TIES ->
                rowsInAnyOrder(
                        select(NOTE.ID)
                                .from(NOTE)
                                .orderBy(NOTE.TEXT.asc())
                                .limit(1)
                                .withTies(),
                        1L,
                        2L,
                        3L);
            case LATERAL -> {
                var higher = lateral(select(total).from(OTHER).where(OTHER.ID.gt(NOTE.ID)), "higher");
                yield rows(
                        select(NOTE.ID, higher.get(total))
                                .from(NOTE)
                                .crossJoin(higher)
                                .orderBy(NOTE.ID.asc()),
                        row(1L, 2L),
                        row(2L, 1L),
                        row(3L, 0L));
            }
            case COMMON_TABLE -> {
                var ranked = cte(RANKS, "ranked");
                yield rowsInAnyOrder(select().from(ranked), 1, 2);
            }
            case RECURSIVE_UNION -> {
                var reached = recursiveDistinct(
                        select(NOTE.ID).from(NOTE).where(NOTE.ID.eq(1)),
                        "reached",
                        known -> select(NOTE.ID)
                                .from(NOTE)
                                .join(known)
                                .on(NOTE.ID.le(known.get(NOTE.ID).plus(1)).and(NOTE.ID.lt(3))));
                yield rowsInAnyOrder(select().from(reached), 1L, 2L);
            }
            case MATERIALIZATION -> {
                var ranked = cte(RANKS, "ranked", Materialization.ALWAYS);
                yield rowsInAnyOrder(select().from(ranked), 1, 2);
            }
            case INTERSECT_ALL -> rowsInAnyOrder(RANKS.unionAll(RANKS).intersectAll(RANKS), 1, 2);
            case EXCEPT_ALL ->
                new FeatureUse(
                        db -> db.fetch(RANKS.unionAll(RANKS).exceptAll(RANKS)).size(), 2);
            default -> ofWindows(feature);
        };
    }

    private static Select<Row2<@Nullable Integer, Long>, Notes> groups(GroupingSets sets) {
        return select(NOTE.RANK, count()).from(NOTE).groupBy(sets);
    }

    private static FeatureUse ofWindows(Feature feature) {
        Window byId = Window.by(NOTE.ID.asc());
        return switch (feature) {
            case GROUPS_FRAME ->
                rows(
                        select(min(NOTE.ID).over(byId.groups(preceding(1), currentRow())))
                                .from(NOTE)
                                .orderBy(NOTE.ID.asc()),
                        1L,
                        1L,
                        2L);
            case FRAME_EXCLUSION ->
                rows(
                        select(max(NOTE.ID)
                                        .over(byId.rows(unboundedPreceding(), unboundedFollowing())
                                                .exclude(Frame.Exclusion.CURRENT_ROW)))
                                .from(NOTE)
                                .orderBy(NOTE.ID.asc()),
                        3L,
                        3L,
                        2L);
            case DISTINCT_OVER_WINDOW ->
                rows(
                        select(countDistinct(NOTE.RANK).over())
                                .from(NOTE)
                                .orderBy(NOTE.ID.asc())
                                .limit(1),
                        2L);
            case IGNORE_NULLS ->
                rows(
                        select(lastValue(NOTE.RANK).ignoreNulls().over(byId))
                                .from(NOTE)
                                .orderBy(NOTE.ID.asc()),
                        1,
                        2,
                        2);
            default -> throw new AssertionError("expected a use of " + feature + ", which is new");
        };
    }

    private static Object deleteHighest(Database db) {
        db.execute(deleteFrom(NOTE).where(NOTE.RANK.in(select(max(NOTE.RANK)).from(NOTE))));
        return db.fetch(IDS);
    }

    private static Object exchange(Database db) {
        db.execute(update(PRODUCT)
                .set(PRODUCT.PRICE_IN_CENTS, PRODUCT.STOCK)
                .set(PRODUCT.STOCK, PRODUCT.PRICE_IN_CENTS)
                .everyRow());
        return db.fetch(select(PRODUCT.PRICE_IN_CENTS, PRODUCT.STOCK).from(PRODUCT));
    }

    private static Object addDecimals(Database db) {
        db.execute(insertInto(SAMPLE).set(SAMPLE.ID, 1).set(SAMPLE.DECIMAL, LARGE));
        db.execute(insertInto(SAMPLE).set(SAMPLE.ID, 2).set(SAMPLE.DECIMAL, SMALL));
        return db.fetch(select(notNull(sum(SAMPLE.DECIMAL))).from(SAMPLE));
    }

    private static Object collectTimes(Database db) {
        return db.fetch(select(arrayAgg(SAMPLE.TIME)).from(SAMPLE));
    }

    private static Object deleteThroughACommonTable(Database db) {
        var rank = PRODUCT.STOCK.minus(8).as("rank");
        var stocked = cte(select(rank).from(PRODUCT), "stocked");
        db.execute(deleteFrom(NOTE).where(NOTE.RANK.in(select(stocked.get(rank)).from(stocked))));
        return db.fetch(IDS);
    }

    private static Object insertThroughACommonTable(Database db) {
        var highest = max(NOTE.ID).plus(1).as("highest");
        var ids = cte(select(highest).from(NOTE), "ids");
        db.execute(insertInto(NOTE)
                .set(NOTE.ID, notNull(scalar(select(ids.get(highest)).from(ids))))
                .set(NOTE.RANK, 4));
        return db.fetch(IDS);
    }

    private static Object insertCounts(Database db) {
        db.execute(insertInto(NOTE)
                .row(new Note(4, null, null))
                .row(new Note(5, null, null))
                .set(NOTE.RANK, scalar(select(count().cast(SqlType.INTEGER)).from(OTHER))));
        return db.fetch(select(notNull(NOTE.RANK)).from(NOTE).where(NOTE.ID.gt(3)));
    }

    private static Object addUp(Database db) {
        db.execute(update(NOTE)
                .set(
                        NOTE.RANK,
                        scalar(select(sum(OTHER.RANK).cast(SqlType.INTEGER))
                                .from(OTHER)
                                .where(OTHER.ID.le(NOTE.ID))))
                .everyRow());
        return db.fetch(select(NOTE.RANK).from(NOTE).orderBy(NOTE.ID.asc()));
    }

    private static Object insertWithin(Database db) {
        return db.transaction(tx -> {
            tx.transaction(nested -> nested.execute(insertInto(NOTE).row(new Note(4, null, null))));
            return tx.fetch(IDS);
        });
    }

    private static Object divideByZero(Database db) {
        try {
            return db.fetch(select(PRODUCT.STOCK.dividedBy(0)).from(PRODUCT));
        } catch (QueryException expected) {
            return "an error";
        }
    }

    private static Object storeJson(Database db) {
        db.execute(insertInto(DOCUMENT).row(new Documents.Document(1, DIGITS)));
        return db.fetch(select(DOCUMENT.DATA).from(DOCUMENT));
    }

    private static Object convertCase(Database db) {
        db.execute(update(PRODUCT).set(PRODUCT.NAME, "é").everyRow());
        return db.fetch(select(upper(PRODUCT.NAME)).from(PRODUCT));
    }

    private static Row2<@Nullable Object, @Nullable Object> row(@Nullable Object one, @Nullable Object other) {
        return new Row2<>(one, other);
    }
}
