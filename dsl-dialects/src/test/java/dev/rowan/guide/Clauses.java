package dev.rowan.guide;

import static dev.rowan.expression.Functions.allOf;
import static dev.rowan.expression.Functions.coalesce;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.expression.Functions.ifPresent;
import static dev.rowan.expression.Functions.lower;
import static dev.rowan.expression.Functions.max;
import static dev.rowan.expression.Functions.rank;
import static dev.rowan.expression.Functions.sum;
import static dev.rowan.expression.Functions.when;
import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.cte;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.derived;
import static dev.rowan.query.Sql.exists;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.LineItems.LINE_ITEM;
import static dev.rowan.shop.OrderStatus.PENDING;
import static dev.rowan.shop.OrderStatus.SHIPPED;
import static dev.rowan.shop.Orders.ORDER;
import static dev.rowan.shop.Products.PRODUCT;
import static dev.rowan.shop.Users.USER;

import dev.rowan.expression.Window;
import dev.rowan.query.Lock;
import dev.rowan.query.SqlStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code docs/queries.md} shows, method by method: the comment becomes the heading, the body the Java of it. */
final class Clauses {
    private Clauses() {}

    /** Rows of a table, as its record */
    static SqlStatement rows() {
        return select().from(USER);
    }

    /** Columns, as a row of them */
    static SqlStatement columns() {
        return select(USER.NAME, USER.EMAIL).from(USER);
    }

    /** Conditions */
    static SqlStatement conditions() {
        return select().from(ORDER)
                .where(o -> o.USER_ID.eq(42).and(o.STATUS.ne(SHIPPED)).and(o.NOTE.isNotNull()));
    }

    /** Either, neither, in, between */
    static SqlStatement alternatives() {
        return select().from(ORDER)
                .where(o -> o.STATUS
                        .in(PENDING, SHIPPED)
                        .or(o.TOTAL_IN_CENTS.between(100, 500).not()));
    }

    /** Texts: what the user types is no pattern */
    static SqlStatement texts() {
        return select().from(USER).where(u -> lower(u.NAME).contains("50%").or(u.EMAIL.endsWith("@example.org")));
    }

    /** Conditions that may be left out */
    static SqlStatement optional() {
        @Nullable String name = "Ann";
        @Nullable Boolean active = null;
        return select().from(USER)
                .where(allOf(List.of(ifPresent(name, USER.NAME::eq), ifPresent(active, USER.ACTIVE::eq))));
    }

    /** Order, limit, offset */
    static SqlStatement order() {
        return select().from(ORDER)
                .orderBy(o -> o.NOTE.desc().nullsLast())
                .orderBy(o -> o.ID.asc())
                .limit(10)
                .offset(20);
    }

    /** Several sort keys at once */
    static SqlStatement sortKeys() {
        return select(USER.NAME).from(USER).orderBy(USER.ACTIVE.desc(), USER.NAME.asc());
    }

    /** Different rows only */
    static SqlStatement distinct() {
        return select(ORDER.USER_ID, ORDER.STATUS).from(ORDER).distinct();
    }

    /** Joins */
    static SqlStatement joins() {
        return select(USER.NAME, ORDER.TOTAL_IN_CENTS)
                .from(USER)
                .leftJoin(ORDER)
                .on(ORDER.USER_ID.eq(USER.ID));
    }

    /** A table twice */
    static SqlStatement aliases() {
        var referrer = alias(USER, "referrer");
        return select(USER.NAME, referrer.NAME).from(USER).join(referrer).on(USER.REFERRER_ID.eq(referrer.ID));
    }

    /** Along an association, without a join of one's own */
    static SqlStatement paths() {
        return select(ORDER.ID, ORDER.CUSTOMER.path().NAME)
                .from(ORDER)
                .where(ORDER.LINE_ITEMS.any(i -> i.QUANTITY.gt(9)));
    }

    /** Groups */
    static SqlStatement groups() {
        var orders = count().as("orders");
        return select(ORDER.USER_ID, orders, sum(ORDER.TOTAL_IN_CENTS))
                .from(ORDER)
                .groupBy(ORDER.USER_ID)
                .having(count().gt(3))
                .orderBy(orders.desc());
    }

    /** Subqueries */
    static SqlStatement subqueries() {
        return select().from(USER)
                .where(u -> exists(select(ORDER.ID).from(ORDER).where(ORDER.USER_ID.eq(u.ID)))
                        .and(u.ID.in(select(ORDER.USER_ID).from(ORDER).where(ORDER.STATUS.eq(PENDING)))));
    }

    /** A query as a table */
    static SqlStatement tables() {
        var total = sum(ORDER.TOTAL_IN_CENTS).as("total");
        var spent = derived(select(ORDER.USER_ID, total).from(ORDER).groupBy(ORDER.USER_ID), "spent");
        return select(USER.NAME, spent.get(total))
                .from(USER)
                .join(spent)
                .on(spent.get(ORDER.USER_ID).eq(USER.ID));
    }

    /** A common table expression */
    static SqlStatement commonTables() {
        var large = cte(select(ORDER.ID, ORDER.USER_ID).from(ORDER).where(ORDER.TOTAL_IN_CENTS.gt(10_000)), "large");
        return select(large.get(ORDER.ID))
                .from(large)
                .orderBy(large.get(ORDER.ID).asc());
    }

    /** Set operations */
    static SqlStatement sets() {
        return select(ORDER.USER_ID)
                .from(ORDER)
                .union(select(USER.ID).from(USER).where(USER.ACTIVE.eq(true)));
    }

    /** Windows */
    static SqlStatement windows() {
        return select(ORDER.ID, rank().over(Window.partitionBy(ORDER.USER_ID).orderBy(ORDER.TOTAL_IN_CENTS.desc())))
                .from(ORDER);
    }

    /** Cases */
    static SqlStatement cases() {
        return select(when(PRODUCT.STOCK.eq(0), "sold out")
                        .when(PRODUCT.STOCK.lt(5), "few")
                        .otherwise("many"))
                .from(PRODUCT);
    }

    /** Locks */
    static SqlStatement locks() {
        return select().from(PRODUCT).where(p -> p.ID.eq(7)).forUpdate(Lock::skipLocked);
    }

    /** An insert */
    static SqlStatement insert() {
        return insertInto(PRODUCT)
                .set(PRODUCT.NAME, "Tea")
                .set(PRODUCT.PRICE_IN_CENTS, 450)
                .returning(PRODUCT.ID);
    }

    /** An insert of rows that may be there */
    static SqlStatement upsert() {
        return insertInto(USER)
                .set(USER.NAME, "Ann")
                .set(USER.EMAIL, "ann@example.org")
                .onConflict(USER.BY_EMAIL)
                .doUpdate(u -> u.NAME);
    }

    /** An update */
    static SqlStatement updates() {
        return update(PRODUCT)
                .set(PRODUCT.STOCK, PRODUCT.STOCK.minus(1))
                .where(p -> p.ID.eq(7).and(p.STOCK.ge(1)));
    }

    /** A delete */
    static SqlStatement deletes() {
        return deleteFrom(ORDER).where(o -> o.STATUS.eq(PENDING).and(o.TOTAL_IN_CENTS.eq(0)));
    }

    /** What is computed */
    static SqlStatement computed() {
        return select(
                        LINE_ITEM.ORDER_ID,
                        coalesce(ORDER.NOTE, ""),
                        max(LINE_ITEM.QUANTITY.times(PRODUCT.PRICE_IN_CENTS)))
                .from(LINE_ITEM)
                .join(PRODUCT)
                .on(LINE_ITEM.PRODUCT_ID.eq(PRODUCT.ID))
                .join(ORDER)
                .on(LINE_ITEM.ORDER_ID.eq(ORDER.ID))
                .groupBy(LINE_ITEM.ORDER_ID, ORDER.NOTE);
    }
}
