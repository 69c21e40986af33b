package dev.rowan.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Type safety is the product: wrong programs do not compile, and their neighbours do. */
class MustNotCompileTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            text for a number column           | ORDER.USER_ID.eq("42");                                        | no suitable method found for eq(java.lang.String)
            number for a text column           | USER.NAME.eq(42);                                              | no suitable method found for eq(int)
            column of another type             | USER.NAME.eq(USER.ID);                                         | no suitable method found for eq
            wrong enum                         | ORDER.STATUS.eq(Thread.State.NEW);                             | no suitable method found for eq
            like on a number                   | ORDER.USER_ID.like("4%");                                      | cannot find symbol
            plus on a text                     | USER.NAME.plus(1);                                             | cannot find symbol
            less-than on an enum               | ORDER.STATUS.lt(OrderStatus.PAID);                             | cannot find symbol
            text in a list of numbers          | ORDER.USER_ID.in("a", "b");                                    | java.lang.String cannot be converted to java.lang.Number
            literal null in eq                 | ORDER.USER_ID.eq(null);                                        | reference to eq is ambiguous
            literal null in eq of a text       | USER.NAME.eq(null);                                            | reference to eq is ambiguous
            where given a value                | select().from(ORDER).where(42);                                | no suitable method found for where(int)
            where given a text                 | select().from(ORDER).where("id = 1");                          | no suitable method found for where(java.lang.String)
            where given a number column        | select().from(ORDER).where(ORDER.ID);                          | no suitable method found for where
            coalesce of another type           | coalesce(USER.NAME, 1);                                        | no suitable method found for coalesce
            coalesce with another's expression | coalesce(ORDER.ID, USER.NAME);                                 | no suitable method found for coalesce
            where before from                  | select(ORDER.ID).where(ORDER.ID.eq(1));                        | cannot find symbol
            fetch of a table before from       | db.fetch(select());                                            | method fetch in class dev.rowan.execute.SqlExecutor cannot be applied
            returning of another table's       | deleteFrom(ORDER).everyRow().returning(USER.ID);               | no suitable method found for returning
            returning of one of another's      | insertInto(ORDER).returning(ORDER.ID, USER.ID);                | no suitable method found for returning
            returning before where             | deleteFrom(ORDER).returning(ORDER.ID);                         | cannot find symbol
            returning given to execute         | db.execute(insertInto(ORDER).returning(ORDER.ID));             | incompatible types
            insert of a wrong type             | insertInto(USER).columns(USER.NAME).select(select(ORDER.ID).from(ORDER)); | incompatible types
            insert of swapped types            | insertInto(USER).columns(USER.NAME, USER.ID).select(select(USER.ID, USER.NAME).from(USER)); | incompatible types
            insert of too few columns          | insertInto(USER).columns(USER.NAME, USER.EMAIL).select(select(USER.NAME).from(USER)); | incompatible types
            insert into another's columns      | insertInto(USER).columns(ORDER.ID);                            | no suitable method found for columns
            insert of columns without rows     | db.execute(insertInto(USER).columns(USER.NAME));               | incompatible types
            set of another table's column      | update(ORDER).set(USER.NAME, "Ann");                           | no suitable method found for set
            insert of another table's column   | insertInto(ORDER).set(USER.NAME, "Ann");                       | no suitable method found for set
            insert of another table's record   | insertInto(ORDER).row(new Product(1, "Tea", 1, 1));            | dev.rowan.shop.Product cannot be converted to dev.rowan.shop.Order
            set of a wrong value               | update(USER).set(USER.NAME, 42);                               | no suitable method found for set
            include of another table's         | select().from(USER).include(ORDER.LINE_ITEMS);                 | no suitable method found for include
            nested include of another table's  | select().from(USER).include(u -> u.ORDERS.include(LINE_ITEM.PRODUCT)); | no suitable method found for include
            refined include of another table's | select().from(USER).include(ORDER.LINE_ITEMS.limit(3));        | no suitable method found for include
            condition of another table's rows  | ORDER.LINE_ITEMS.any(i -> i.STATUS.eq(OrderStatus.PAID));      | cannot find symbol
            path to a column of another type   | ORDER.CUSTOMER.path(u -> u.EMAIL).eq(42);                      | no suitable method found for eq(int)
            path along an association to many  | ORDER.LINE_ITEMS.path(i -> i.QUANTITY);                        | cannot find symbol
            load of another table's            | db.load(List.<User>of(), ORDER.LINE_ITEMS);                    | no suitable method found for load
            include on a select of columns     | select(ORDER.ID).from(ORDER).include(ORDER.LINE_ITEMS);        | no suitable method found for include
            update without where               | db.execute(update(USER).set(USER.NAME, "Ann"));                | dev.rowan.query.UpdateSet<dev.rowan.shop.User,dev.rowan.shop.Users> conforms to dev.rowan.query.SqlCommand
            delete without where               | db.execute(deleteFrom(USER));                                  | dev.rowan.query.DeleteFrom<R,S> conforms to dev.rowan.query.SqlCommand
            select given to execute            | db.execute(select().from(USER));                               | dev.rowan.query.Select<R,S> conforms to dev.rowan.query.SqlCommand
            update given to fetch              | db.fetch(update(USER).set(USER.NAME, "Ann").everyRow());       | method fetch in class dev.rowan.execute.SqlExecutor cannot be applied
            constructor with too few columns   | select(USER.NAME).as(NameAndId::new);                          | no suitable method found for as
            constructor with too many columns  | select(USER.NAME, USER.ID, USER.EMAIL).as(NameAndId::new);     | no suitable method found for as
            constructor with swapped types     | select(USER.ID, USER.NAME).as(NameAndId::new);                 | no suitable method found for as
            subquery of the wrong type         | ORDER.USER_ID.in(select(USER.NAME).from(USER));                | no suitable method found for in
            subquery of two columns            | ORDER.USER_ID.in(select(USER.ID, USER.NAME).from(USER));       | no suitable method found for in
            key of the wrong type              | db.find(USER.KEY, "42");                                       | no suitable method found for find
            sum of a text                      | sum(USER.NAME);                                                | cannot be converted to dev.rowan.expression.NumberExpression
            text in a case of numbers          | when(USER.ACTIVE, 1).otherwise("a");                           | no suitable method found for otherwise
            window function without a window   | select(rank()).from(USER);                                     | no suitable method found for select
            filter of a function               | length(USER.NAME).filter(USER.ACTIVE);                         | cannot find symbol
            union of other rows                | select(USER.ID).from(USER).union(select(USER.NAME).from(USER)); | incompatible types
            row value of another width         | row(USER.ID, USER.NAME).eq(row(USER.ID, USER.NAME, USER.EMAIL)); | no suitable method found for eq
            any of another type                | USER.NAME.eq(any(select(USER.ID).from(USER)));                 | no suitable method found for eq
            text compared with a number        | USER.ID.gt(USER.NAME);                                         | no suitable method found for gt
            text moved as a date               | USER.NAME.plus(1, TimePart.DAY);                               | cannot find symbol
            skip locked without a lock         | select().from(ORDER).skipLocked();                             | cannot find symbol
            contains of another element        | arrayAgg(USER.NAME).contains(42);                              | cannot be converted to java.lang.String
            array of other elements            | USER.ID.eqAny(arrayAgg(USER.NAME));                            | incompatible types
            text operator on an array          | arrayAgg(USER.NAME).like("a%");                                | cannot find symbol
            text operator on an element        | arrayAgg(USER.NAME).at(1).like("a%");                          | cannot find symbol
            array joined to another            | arrayAgg(USER.NAME).concat(arrayAgg(USER.ID));                 | no suitable method found for concat
            nested constructor of other types  | USER.ORDERS.rows(o -> select(o.ID, o.NOTE).as(NameAndId::new));  | no suitable method found for as
            nested rows of another type        | select(USER.NAME, USER.ORDERS.rows(o -> select(o.ID))).as(NameAndId::new); | no suitable method found for as
            nested rows as another list        | List<String> notes = db.fetchOne(select(USER.ORDERS.rows(o -> select(o.ID))).from(USER)); | incompatible types
            nested select with a table         | USER.ORDERS.rows(o -> select(ORDER.ID).from(ORDER));             | incompatible types
            nested column of another table     | USER.ORDERS.rows(o -> select(o.QUANTITY));                       | cannot find symbol
            row of an association to many      | USER.ORDERS.row(o -> select(o.ID));                              | cannot find symbol
            rows as another record             | List<User> users = db.fetch(select().from(ORDER));             | incompatible types
            excluded of another table's column | insertInto(USER).row(ann).onConflict(ORDER_KEY).doNothing(); | cannot be converted to dev.rowan.schema.UniqueKey<dev.rowan.shop.User>
            update to another table's column   | insertInto(USER).row(ann).onConflict(USER_KEY).doUpdate(ORDER.NOTE); | no suitable method found for doUpdate
            set to excluded of another type    | insertInto(USER).row(ann).onConflict(USER_KEY).doUpdate(USER.NAME).set(USER.NAME, excluded(USER.ID)); | no suitable method found for set
            upsert's keys of another table     | db.upsert(insertInto(USER).row(ann).onConflict(USER_KEY).doNothing(), ORDER.KEY); | cannot be applied
            conflict without what to do        | db.execute(insertInto(USER).row(ann).onConflict(USER_KEY));    | incompatible types
            many rows of another table         | db.insertAll(USER, List.of(new Product(1, "Tea", 1, 1)));      | no suitable method found for insertAll
            graph of another's association     | db.insertGraph(List.<User>of(), ORDER.LINE_ITEMS);             | cannot be applied
            rule of a text on a number         | new Odd() { { integer("a").check(Rule.length(1, 2)); } };      | incompatible types
            rule of a number on a text         | new Odd() { { varchar("a", 9).check(Rule.min(1)); } };         | incompatible types
            trimmed number                     | new Odd() { { integer("a").trimmed(); } };                     | cannot find symbol
            version that is a text             | new Odd() { { varchar("a", 9).version(); } };                  | cannot find symbol
            time of creation that is a number  | new Odd() { { bigint("a").createdAt(); } };                    | cannot find symbol
            soft delete by a number            | new Odd() { { softDelete(bigint("a")); } };                    | incompatible types
            soft delete by another's column    | new Odd() { { softDelete(OTHER_TIME); } };                     | incompatible types
            partition by a setting of a text   | new Odd() { { partition(bigint("a").notNull(), Setting.of("t", SqlType.TEXT)); } }; | cannot be applied
            key that is generated as a text    | new Odd() { { bigint("a").generated(() -> "x"); } };           | incompatible types
            compiled query's value of another type | compile(SqlType.BIGINT, id -> select().from(USER).where(USER.ID.eq(id))).with("1"); | cannot be converted
            compiled list of another type      | compile(Input.list(SqlType.TEXT), ids -> select().from(USER).where(USER.ID.in(ids))); | no suitable method
            setting's value of another type    | db.with(Setting.of("tenant", SqlType.BIGINT), "1");            | has incompatible bounds
            listener of another table          | db.withListener(USER, new TableListener<Order>() {});          | has incompatible equality constraints
            """)
    void wrongProgram(String what, String statement, String error) {
        assertThat(Compilation.errors(statement)).as(what).contains(error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ORDER.USER_ID.eq(42);",
                "ORDER.USER_ID.eq(42L);",
                "ORDER.USER_ID.eq(Long.valueOf(42));",
                "ORDER.USER_ID.eq(Integer.valueOf(42));",
                "ORDER.USER_ID.eq(USER.ID);",
                "ORDER.USER_ID.eq(USER.REFERRER_ID);",
                "ORDER.TOTAL_IN_CENTS.eq(42);",
                "ORDER.TOTAL_IN_CENTS.in(1, 2);",
                "ORDER.USER_ID.in(1, 2L);",
                "ORDER.USER_ID.in(List.of(1L));",
                "ORDER.USER_ID.between(1, 2);",
                "ORDER.STATUS.in(OrderStatus.PAID, OrderStatus.SHIPPED);",
                "ORDER.USER_ID.in(select(USER.ID).from(USER));",
                "select().from(USER).where(USER.ACTIVE);",
                "select().from(USER).where(u -> u.ACTIVE.and(u.NAME.like(\"A%\")));",
                "List<Order> orders = db.fetch(select().from(ORDER).where(o -> o.USER_ID.eq(42)).include(ORDER.LINE_ITEMS));",
                "List<Order> orders = db.fetch(select().from(ORDER).include(o -> o.LINE_ITEMS.include(i -> i.PRODUCT)));",
                "List<Long> ids = db.fetch(select(ORDER.ID).from(ORDER));",
                "List<List<NameAndId>> all = db.fetch(select(USER.ORDERS.where(o -> o.ID.gt(1)).limit(3).rows(o -> select(o.NOTE, o.ID).as(NameAndId::new))).from(USER));",
                "NameAndId user = db.fetchOne(select(ORDER.CUSTOMER.row(u -> select(u.NAME, u.ID).as(NameAndId::new))).from(ORDER));",
                "Row2<String, List<Order>> row = db.fetchOne(select(USER.NAME, USER.ORDERS.rows()).from(USER));",
                "String name = db.fetchOne(select(USER.NAME, USER.ID).from(USER)).value1();",
                "List<NameAndId> all = db.fetch(select(USER.NAME, USER.ID).as(NameAndId::new).from(USER));",
                "List<NameAndId> all = db.fetch(select(USER.ID, USER.NAME).as(NameAndId.class).from(USER));",
                "List<NameAndId> all = db.fetch(select(List.of(USER.ID, USER.NAME)).as(NameAndId.class).from(USER));",
                "db.execute(update(PRODUCT).set(PRODUCT.STOCK, PRODUCT.STOCK.minus(1)).where(PRODUCT.ID.eq(7)));",
                "db.execute(update(USER).set(USER.NAME, \"Ann\").everyRow());",
                "db.execute(deleteFrom(USER).where(u -> u.ID.eq(42)));",
                "db.execute(insertInto(PRODUCT).row(new Product(1, \"Tea\", 1, 1)));",
                "Optional<User> user = db.find(USER.KEY, 42);",
                "long touched = db.transaction(tx -> tx.execute(deleteFrom(USER).everyRow()));",
                "Users boss = alias(USER, \"boss\"); select(boss.NAME).from(boss);",
                "long id = db.fetchOne(insertInto(PRODUCT).row(new Product(1, \"Tea\", 1, 1)).returning(PRODUCT.ID));",
                "List<Order> deleted = db.fetch(deleteFrom(ORDER).everyRow().returning());",
                "Row2<Long, String> row = db.fetchOne(update(USER).set(USER.NAME, \"Ann\").everyRow().returning(USER.ID, USER.NAME));",
                "List<NameAndId> all = db.fetch(deleteFrom(USER).everyRow().returning(select(USER.NAME, USER.ID).as(NameAndId::new)));",
                "db.execute(insertInto(USER).columns(USER.NAME, USER.EMAIL).select(select(PRODUCT.NAME, upper(PRODUCT.NAME)).from(PRODUCT)));",
                "db.execute(insertInto(USER).columns(List.of(USER.NAME)).select(select(PRODUCT.NAME).from(PRODUCT)));",
                "int one = db.fetchOne(select(value(1))); db.fetch(select(currentTimestamp(), value(1)).union(select(currentTimestamp(), value(2))));",
                "ORDER.USER_ID.eq(ORDER.TOTAL_IN_CENTS);",
                "ORDER.TOTAL_IN_CENTS.lt(ORDER.USER_ID.plus(1));",
                "USER.REFERRER_ID.eq(USER.ID);",
                "USER.REFERRER_ID.in(select(USER.ID).from(USER));",
                "String size = db.fetchOne(select(when(USER.ACTIVE, \"a\").otherwise(USER.NAME)).from(USER));",
                "Long place = db.fetchOne(select(rank().over(Window.by(USER.ID.asc()))).from(USER));",
                "var total = count().as(\"total\"); var d = derived(select(USER.NAME, total).from(USER).groupBy(USER.NAME), \"d\"); Row2<String, Long> row = db.fetchOne(select(d.get(USER.NAME), d.get(total)).from(d).where(d.get(total).gt(1)));",
                "select(USER.ID).from(USER).union(select(ORDER.USER_ID).from(ORDER)).orderBy(USER.ID.asc());",
                "select(USER.ID).from(USER).where(row(USER.ID, USER.NAME).in(select(USER.ID, USER.EMAIL).from(USER)));",
                "select(USER.NAME, count()).from(USER).groupBy(USER.NAME).having(count().gt(1)).orderBy(count().desc());",
                "db.execute(insertInto(USER).row(ann).onConflict(USER_KEY).doUpdate(USER.NAME).set(USER.NAME, excluded(USER.NAME)));",
                "db.upsert(insertInto(USER).row(ann).onConflict(USER_KEY).doNothing(), USER.KEY);",
                "new Odd() { { integer(\"a\").check(Rule.min(1)); varchar(\"b\", 9).trimmed().check(Rule.length(1, 2)); bigint(\"v\").notNull().version(); } };",
                "new Odd() { { softDelete(instant(\"d\")); partition(bigint(\"a\").notNull(), Setting.of(\"t\", SqlType.BIGINT)); instant(\"c\").notNull().createdAt(); } };",
                "List<User> users = db.fetch(compile(SqlType.BIGINT, id -> select().from(USER).where(USER.ID.eq(id))).with(1L));",
                "List<User> users = db.fetch(compile(Input.list(SqlType.BIGINT), Input.value(SqlType.TEXT), (ids, name) -> select().from(USER).where(USER.ID.in(ids)).where(USER.NAME.ne(name))).with(List.of(1L), \"x\"));",
                "db.with(Setting.of(\"tenant\", SqlType.BIGINT), 1L).withListener(USER, new TableListener<User>() {});",
            })
    void rightProgram(String statement) {
        assertThat(Compilation.errors(statement)).isEmpty();
    }
}
