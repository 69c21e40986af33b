package dev.rowan.contract;

import static dev.rowan.contract.Baskets.Lines.LINE;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders of the shop seen by records that hold lists and other records themselves, and copy their lists. */
final class Baskets extends Table<Baskets.Basket> {
    static final Baskets BASKET = new Baskets(TableName.of("orders"));

    final NumberColumn<Basket, Long> ID = bigint("id").identity().primaryKey();
    final NumberColumn<Basket, Long> USER_ID = bigint("user_id").notNull();

    final ToMany<Basket, Line, Lines> LINES = hasMany("lines", () -> LINE, line -> line.ORDER_ID);
    final ToOne<Basket, Buyer, Buyers> BUYER = belongsTo("buyer", USER_ID, () -> Buyers.BUYER);

    private Baskets(TableName name) {
        super(name, Basket.class, Baskets::new);
    }

    record Basket(long id, long userId, List<Line> lines, Buyer buyer) {
        Basket {
            lines = List.copyOf(lines);
        }
    }

    record Line(long id, long orderId) {}

    record Buyer(
            long id, @Nullable Long referrerId, @Nullable Referrer referrer) {}

    record Referrer(long id) {}

    static final class Lines extends Table<Line> {
        static final Lines LINE = new Lines(TableName.of("line_items"));

        final NumberColumn<Line, Long> ID = bigint("id").identity().primaryKey();
        final NumberColumn<Line, Long> ORDER_ID = bigint("order_id").notNull();

        private Lines(TableName name) {
            super(name, Line.class, Lines::new);
        }
    }

    static final class Buyers extends Table<Buyer> {
        static final Buyers BUYER = new Buyers(TableName.of("users"));

        final NumberColumn<Buyer, Long> ID = bigint("id").identity().primaryKey();
        final NumberColumn<Buyer, @Nullable Long> REFERRER_ID = bigint("referrer_id");

        final ToOne<Buyer, Referrer, Referrers> REFERRER = belongsTo("referrer", REFERRER_ID, () -> Referrers.REFERRER);

        private Buyers(TableName name) {
            super(name, Buyer.class, Buyers::new);
        }
    }

    static final class Referrers extends Table<Referrer> {
        static final Referrers REFERRER = new Referrers(TableName.of("users"));

        final NumberColumn<Referrer, Long> ID = bigint("id").identity().primaryKey();

        private Referrers(TableName name) {
            super(name, Referrer.class, Referrers::new);
        }
    }
}
