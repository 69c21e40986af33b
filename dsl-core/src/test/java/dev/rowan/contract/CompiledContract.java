package dev.rowan.contract;

import static dev.rowan.query.Sql.compile;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.expression.Condition;
import dev.rowan.expression.ExpressionVisitor;
import dev.rowan.expression.Precedence;
import dev.rowan.expression.Source;
import dev.rowan.query.Compiled1;
import dev.rowan.query.Compiled2;
import dev.rowan.query.Compiled3;
import dev.rowan.query.Input;
import dev.rowan.row.Many;
import dev.rowan.schema.IncludeStrategy;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import dev.rowan.type.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries that are compiled once, and run with other values. */
public abstract class CompiledContract extends EmptyDatabase {
    /** For subclasses. */
    protected CompiledContract() {}

    record Shop(long id, String name, BigDecimal rent, Many<Visit> visits) {}

    record Visit(long id, long shopId, int minutes) {}

    static final class Shops extends Table<Shop> {
        static final Shops SHOP = new Shops(TableName.of("shops"));

        final NumberColumn<Shop, Long> ID = bigint("id").notNull().primaryKey();
        final TextColumn<Shop, String> NAME = varchar("name", 40).notNull();
        final NumberColumn<Shop, BigDecimal> RENT = decimal("rent", 10, 2).notNull();
        final ToMany<Shop, Visit, Visits> VISITS = hasMany("visits", () -> Visits.VISIT, v -> v.SHOP_ID);

        private Shops(TableName name) {
            super(name, Shop.class, Shops::new);
        }
    }

    static final class Visits extends Table<Visit> {
        static final Visits VISIT = new Visits(TableName.of("visits"));

        final NumberColumn<Visit, Long> ID = bigint("id").notNull().primaryKey();
        final NumberColumn<Visit, Long> SHOP_ID = bigint("shop_id").notNull().references(() -> Shops.SHOP.ID);
        final NumberColumn<Visit, Integer> MINUTES = integer("minutes").notNull();
        final ToOne<Visit, Shop, Shops> SHOP = belongsTo("shop", SHOP_ID, () -> Shops.SHOP);

        private Visits(TableName name) {
            super(name, Visit.class, Visits::new);
        }
    }

    private static final Compiled1<Long, Shop> BY_ID =
            compile(SqlType.BIGINT, id -> select().from(Shops.SHOP).where(Shops.SHOP.ID.eq(id)));
    private static final Compiled2<String, BigDecimal, String> NAMED = compile(
            SqlType.varchar(40),
            SqlType.decimal(10, 2),
            (name, rent) -> select(Shops.SHOP.NAME)
                    .from(Shops.SHOP)
                    .where(s -> s.NAME.ne(name).and(s.RENT.lt(rent)))
                    .orderBy(s -> s.ID.asc()));
    private static final Compiled1<Collection<? extends Long>, Long> AMONG = compile(
            Input.list(SqlType.BIGINT),
            ids -> select(Shops.SHOP.ID)
                    .from(Shops.SHOP)
                    .where(s -> s.ID.in(ids))
                    .orderBy(s -> s.ID.asc()));
    private static final Compiled3<Long, Integer, Collection<? extends Long>, Shop> LONG_VISITS = compile(
            Input.value(SqlType.BIGINT),
            Input.value(SqlType.INTEGER),
            Input.list(SqlType.BIGINT),
            (least, minutes, without) -> select().from(Shops.SHOP)
                    .where(s -> s.ID.ge(least))
                    .include(s -> s.VISITS
                            .where(v -> v.MINUTES.gt(minutes).and(v.ID.notIn(without)))
                            .orderBy(v -> v.ID.asc()))
                    .orderBy(s -> s.ID.asc()));

    @BeforeEach
    final void fill() {
        live().create(Shops.SHOP, Visits.VISIT);
        List<Shop> shops = new ArrayList<>();
        List<Visit> visits = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            shops.add(new Shop(i, "shop " + i, new BigDecimal(100 * i + ".50"), Many.unloaded()));
            visits.add(new Visit(2L * i, i, 10 * i));
            visits.add(new Visit(2L * i + 1, i, 100));
        }
        db().execute(insertInto(Shops.SHOP).rows(shops));
        db().execute(insertInto(Visits.VISIT).rows(visits));
    }

    @Test
    void valuesChangeAndTheTextStays() {
        for (long id = 1; id <= 9; id++) {
            assertThat(db().fetchOne(BY_ID.with(id)).name()).isEqualTo("shop " + id);
        }
        assertThat(db().fetchOptional(BY_ID.with(10L))).isEmpty();
        assertThat(db().render(BY_ID.with(1L)).text())
                .isSameAs(db().render(BY_ID.with(2L)).text());
        assertThat(db().render(BY_ID.with(7L)).binds().get(0).value()).isEqualTo(7L);
        List<Long> streamed = new ArrayList<>();
        db().stream(BY_ID.with(3L), shop -> streamed.add(shop.id()));
        assertThat(streamed).containsExactly(3L);
    }

    @Test
    void severalValuesComeInTheirOrder() {
        assertThat(db().fetch(NAMED.with("shop 1", new BigDecimal("300.51")))).containsExactly("shop 2", "shop 3");
        assertThat(db().fetch(NAMED.with("shop 3", new BigDecimal("300.51")))).containsExactly("shop 1", "shop 2");
    }

    @Test
    void listsOfAnyLengthArePaddedToPowersOfTwo() {
        for (int size = 0; size <= 9; size++) {
            List<Long> ids = LongStream.rangeClosed(1, size).boxed().toList();
            assertThat(db().fetch(AMONG.with(ids))).isEqualTo(ids);
        }
        String five = db().render(AMONG.with(List.of(1L, 2L, 3L, 4L, 5L))).text();
        assertThat(db().render(AMONG.with(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L)))
                        .text())
                .isSameAs(five);
    }

    @Test
    void longListsHaveFewPlacesMoreThanTheyNeed() {
        assertThat(places(1_024)).isEqualTo(1_024);
        assertThat(places(1_025)).isEqualTo(2_048);
        assertThat(places(2_049)).isEqualTo(3_072);
        List<Long> ids = LongStream.rangeClosed(9, 2_500).boxed().toList();
        assertThat(db().fetch(AMONG.with(ids))).containsExactly(9L);
    }

    private int places(int size) {
        List<Long> ids = LongStream.rangeClosed(1, size).boxed().toList();
        return db().render(AMONG.with(ids)).binds().size();
    }

    @Test
    void streamLoadsWhatItIncludesOfManyRows() {
        Compiled1<Long, Shop> since = compile(
                SqlType.BIGINT,
                least -> select().from(Shops.SHOP)
                        .where(s -> s.ID.ge(least))
                        .include(s -> s.VISITS.strategy(IncludeStrategy.KEYED))
                        .orderBy(s -> s.ID.asc()));
        List<Shop> shops = new ArrayList<>();
        for (int i = 10; i <= 1_200; i++) {
            shops.add(new Shop(i, "shop " + i, BigDecimal.ONE, Many.unloaded()));
        }
        db().insertAll(Shops.SHOP, shops);

        List<Integer> visits = new ArrayList<>();
        db().stream(since.with(9L), shop -> visits.add(shop.visits().size()));

        assertThat(visits).hasSize(1_192).startsWith(2, 0).endsWith(0);
    }

    @Test
    void includesSeeTheValuesToo() {
        List<Shop> shops = db().fetch(LONG_VISITS.with(8L, 85, List.of(17L)));
        assertThat(shops).extracting(Shop::id).containsExactly(8L, 9L);
        assertThat(shops.get(0).visits()).isEmpty();
        assertThat(shops.get(1).visits()).extracting(Visit::id).containsExactly(18L, 19L);

        assertThat(db().fetch(LONG_VISITS.with(9L, 99, List.of())).get(0).visits())
                .extracting(Visit::id)
                .containsExactly(19L);
    }

    @Test
    void aSecondRunVisitsNoNode() {
        AtomicInteger visits = new AtomicInteger();
        Compiled1<Long, Long> counted = compile(
                SqlType.BIGINT,
                id -> select(Shops.SHOP.ID).from(Shops.SHOP).where(counting(Shops.SHOP.ID.eq(id), visits)));
        assertThat(db().fetch(counted.with(1L))).containsExactly(1L);
        int once = visits.get();
        assertThat(once).isPositive();

        assertThat(db().fetch(counted.with(2L))).containsExactly(2L);
        assertThat(db().fetch(counted.with(3L))).containsExactly(3L);

        assertThat(visits).hasValue(once);
    }

    private static Condition counting(Condition condition, AtomicInteger visits) {
        return new Condition() {
            @Override
            public void accept(ExpressionVisitor visitor) {
                visits.incrementAndGet();
                condition.accept(visitor);
            }

            @Override
            public Precedence precedence() {
                return condition.precedence();
            }

            @Override
            public boolean isNullable(Predicate<? super Source> outerJoined) {
                return condition.isNullable(outerJoined);
            }
        };
    }

    @Test
    void nullsAndTypesWithoutAPlaceAreRefused() {
        assertThatThrownBy(() -> NAMED.with(null, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("null");
        assertThatThrownBy(() -> AMONG.with(Arrays.asList(1L, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("null");
        assertThatThrownBy(() -> AMONG.with(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a list of bigint, got null");
        assertThatThrownBy(() ->
                        compile(SqlType.JSON, json -> select(Shops.SHOP.ID).from(Shops.SHOP)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plain type");
    }

    @Test
    void boundQueriesAreEqualByTheirValues() {
        assertThat(BY_ID.with(1L)).isEqualTo(BY_ID.with(1L)).hasSameHashCodeAs(BY_ID.with(1L));
        assertThat(BY_ID.with(1L)).isNotEqualTo(BY_ID.with(2L));
    }
}
