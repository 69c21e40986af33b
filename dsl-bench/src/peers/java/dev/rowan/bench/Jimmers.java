package dev.rowan.bench;

import dev.rowan.bench.R3Search.Filters;
import dev.rowan.bench.entities.JimmerItem;
import dev.rowan.bench.entities.JimmerItemFetcher;
import dev.rowan.bench.entities.JimmerOrder;
import dev.rowan.bench.entities.JimmerOrderFetcher;
import dev.rowan.bench.entities.JimmerOrderTable;
import dev.rowan.bench.entities.JimmerParcel;
import dev.rowan.bench.entities.JimmerParcelTable;
import dev.rowan.bench.entities.JimmerStock;
import dev.rowan.bench.entities.JimmerStockDraft;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.babyfish.jimmer.meta.ImmutableProp;
import org.babyfish.jimmer.sql.JSqlClient;
import org.babyfish.jimmer.sql.ast.mutation.SaveMode;
import org.babyfish.jimmer.sql.dialect.H2Dialect;
import org.babyfish.jimmer.sql.runtime.ConnectionManager;
import org.babyfish.jimmer.sql.runtime.ExecutionPurpose;
import org.babyfish.jimmer.sql.runtime.Executor;
import org.babyfish.jimmer.sql.runtime.JSqlClientImplementor;
import org.jspecify.annotations.Nullable;

/** Jimmer: rows into immutable entities, their associations by fetchers. */
final class Jimmers {
    private static final JimmerParcelTable PARCEL = JimmerParcelTable.$;
    private static final JimmerOrderTable ORDER = JimmerOrderTable.$;
    private static final JimmerOrderFetcher WITH_ITEMS = JimmerOrderFetcher.$
            .allScalarFields()
            .items(JimmerItemFetcher.$.allScalarFields().order(false));

    private final JSqlClient client;
    private final Rendering rendering = new Rendering();
    private final JSqlClient renderer;

    Jimmers(DataSource source) {
        client = client(source).build();
        renderer = client(source).setExecutor(rendering).build();
    }

    private static JSqlClient.Builder client(DataSource source) {
        return JSqlClient.newBuilder()
                .setConnectionManager(new Connections(source))
                .setDialect(new H2Dialect())
                .setMutationTransactionRequired(false);
    }

    private record Connections(DataSource source) implements ConnectionManager {
        @Override
        public <R> R execute(@Nullable Connection own, Function<Connection, R> work) {
            if (own != null) {
                return work.apply(own);
            }
            try (Connection connection = source.getConnection()) {
                return work.apply(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Keeps the text and executes nothing: Jimmer tells its text only to what executes it. */
    private static final class Rendering implements Executor {
        private TextAndBinds rendered = new TextAndBinds("", new Object[0]);

        @Override
        @SuppressWarnings("unchecked") // a select has a list
        public <R> R execute(Args<R> args) {
            rendered = new TextAndBinds(args.sql, args.variables.toArray());
            return (R) List.of();
        }

        @Override
        public BatchContext executeBatch(
                Connection connection,
                String sql,
                @Nullable ImmutableProp generatedId,
                ExecutionPurpose purpose,
                JSqlClientImplementor client) {
            throw new UnsupportedOperationException("expected a select, got " + sql);
        }
    }

    TextAndBinds page(long owner, LocalDate since, int limit) {
        renderer.createQuery(PARCEL)
                .where(PARCEL.ownerId().eq(owner))
                .where(PARCEL.sentOn().ge(since))
                .orderBy(PARCEL.id().desc())
                .select(PARCEL.id(), PARCEL.label(), PARCEL.pieces(), PARCEL.weight(), PARCEL.sentOn(), PARCEL.note())
                .limit(limit)
                .execute();
        return rendering.rendered;
    }

    TextAndBinds search(Filters filters) {
        renderer.createQuery(PARCEL)
                .where(PARCEL.label().eqIf(filters.label()))
                .where(PARCEL.pieces().geIf(filters.pieces()))
                .where(PARCEL.fragile().eqIf(filters.fragile()))
                .where(PARCEL.weight().leIf(filters.weight()))
                .where(PARCEL.price().leIf(filters.price()))
                .where(PARCEL.sentOn().geIf(filters.sentOn()))
                .where(PARCEL.priority().eqIf(filters.priority()))
                .where(PARCEL.ownerId().inIf(filters.owners()))
                .select(PARCEL.id(), PARCEL.label())
                .execute();
        return rendering.rendered;
    }

    List<JimmerParcel> all() {
        return client.createQuery(PARCEL).select(PARCEL).execute();
    }

    JimmerParcel byKey(long id) {
        return client.createQuery(PARCEL)
                .where(PARCEL.id().eq(id))
                .select(PARCEL)
                .fetchOne();
    }

    List<JimmerOrder> orders() {
        return client.createQuery(ORDER)
                .orderBy(ORDER.id().asc())
                .select(ORDER.fetch(WITH_ITEMS))
                .execute();
    }

    long insertStocks(List<JimmerStock> stocks) {
        return client.saveEntitiesCommand(stocks)
                .setMode(SaveMode.INSERT_ONLY)
                .execute()
                .getTotalAffectedRowCount();
    }

    static Parcel parcel(JimmerParcel entity) {
        return new Parcel(
                entity.id(),
                entity.label(),
                entity.pieces(),
                entity.fragile(),
                entity.weight(),
                entity.price(),
                entity.sentOn(),
                entity.note(),
                entity.priority(),
                entity.ownerId());
    }

    static Order order(JimmerOrder entity) {
        return new Order(
                entity.id(),
                entity.customer(),
                entity.placedOn(),
                entity.total(),
                entity.items().stream().map(item -> item(item, entity)).toList());
    }

    private static Item item(JimmerItem entity, JimmerOrder order) {
        return new Item(entity.id(), order.id(), entity.product(), entity.quantity(), entity.price());
    }

    static JimmerStock entity(Stock stock) {
        return JimmerStockDraft.$.produce(draft -> draft.setId(stock.id())
                .setProduct(stock.product())
                .setPieces(stock.pieces())
                .setPrice(stock.price())
                .setCountedOn(stock.countedOn())
                .setShelf(stock.shelf()));
    }
}
