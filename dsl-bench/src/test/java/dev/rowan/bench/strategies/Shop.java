package dev.rowan.bench.strategies;

import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Purchases, and all that belongs to them. */
final class Shop {
    private Shop() {}

    record Customer(long id, String name, String city) {}

    record Line(long id, long purchaseId, String product, int quantity, BigDecimal price) {}

    record Remark(long id, long purchaseId, String text) {}

    record Tag(long id, String name) {}

    record TagLink(long purchaseId, long tagId) {}

    record Purchase(
            long id,
            long customerId,
            LocalDate placedOn,
            BigDecimal total,
            One<Customer> customer,
            Many<Line> lines,
            Many<Remark> remarks,
            Many<Tag> tags) {

        Purchase(long id, long customerId, LocalDate placedOn, BigDecimal total) {
            this(id, customerId, placedOn, total, One.unloaded(), Many.unloaded(), Many.unloaded(), Many.unloaded());
        }
    }

    static final class Customers extends Table<Customer> {
        static final Customers CUSTOMER = new Customers(TableName.of("customers"));

        final NumberColumn<Customer, Long> ID = bigint("id").primaryKey();
        final TextColumn<Customer, String> NAME = varchar("name", 100).notNull();
        final TextColumn<Customer, String> CITY = varchar("city", 100).notNull();

        private Customers(TableName name) {
            super(name, Customer.class, Customers::new);
        }
    }

    static final class Lines extends Table<Line> {
        static final Lines LINE = new Lines(TableName.of("lines"));

        final NumberColumn<Line, Long> ID = bigint("id").primaryKey();
        final NumberColumn<Line, Long> PURCHASE_ID = bigint("purchase_id").notNull();
        final TextColumn<Line, String> PRODUCT = varchar("product", 100).notNull();
        final NumberColumn<Line, Integer> QUANTITY = integer("quantity").notNull();
        final NumberColumn<Line, BigDecimal> PRICE = decimal("price", 12, 2).notNull();

        private Lines(TableName name) {
            super(name, Line.class, Lines::new);
        }
    }

    static final class Remarks extends Table<Remark> {
        static final Remarks REMARK = new Remarks(TableName.of("remarks"));

        final NumberColumn<Remark, Long> ID = bigint("id").primaryKey();
        final NumberColumn<Remark, Long> PURCHASE_ID = bigint("purchase_id").notNull();
        final TextColumn<Remark, String> TEXT = varchar("text", 200).notNull();

        private Remarks(TableName name) {
            super(name, Remark.class, Remarks::new);
        }
    }

    static final class Tags extends Table<Tag> {
        static final Tags TAG = new Tags(TableName.of("tags"));

        final NumberColumn<Tag, Long> ID = bigint("id").primaryKey();
        final TextColumn<Tag, String> NAME = varchar("name", 100).notNull();

        private Tags(TableName name) {
            super(name, Tag.class, Tags::new);
        }
    }

    static final class TagLinks extends Table<TagLink> {
        static final TagLinks TAG_LINK = new TagLinks(TableName.of("tag_links"));

        final NumberColumn<TagLink, Long> PURCHASE_ID = bigint("purchase_id").primaryKey();
        final NumberColumn<TagLink, Long> TAG_ID = bigint("tag_id").primaryKey();

        final ToOne<TagLink, Purchase, Purchases> PURCHASE =
                belongsTo("purchase", PURCHASE_ID, () -> Purchases.PURCHASE);
        final ToOne<TagLink, Tag, Tags> TAG = belongsTo("tag", TAG_ID, () -> Tags.TAG);

        private TagLinks(TableName name) {
            super(name, TagLink.class, TagLinks::new);
        }
    }

    static final class Purchases extends Table<Purchase> {
        static final Purchases PURCHASE = new Purchases(TableName.of("purchases"));

        final NumberColumn<Purchase, Long> ID = bigint("id").primaryKey();
        final NumberColumn<Purchase, Long> CUSTOMER_ID = bigint("customer_id").notNull();
        final TemporalColumn<Purchase, LocalDate> PLACED_ON = date("placed_on").notNull();
        final NumberColumn<Purchase, BigDecimal> TOTAL = decimal("total", 12, 2).notNull();

        final ToOne<Purchase, Customer, Customers> CUSTOMER =
                belongsTo("customer", CUSTOMER_ID, () -> Customers.CUSTOMER);
        final ToMany<Purchase, Line, Lines> LINES = hasMany("lines", () -> Lines.LINE, l -> l.PURCHASE_ID);
        final ToMany<Purchase, Remark, Remarks> REMARKS = hasMany("remarks", () -> Remarks.REMARK, r -> r.PURCHASE_ID);
        final ToMany<Purchase, Tag, Tags> TAGS =
                manyToMany("tags", () -> TagLinks.TAG_LINK, l -> l.PURCHASE, l -> l.TAG);

        private Purchases(TableName name) {
            super(name, Purchase.class, Purchases::new);
        }
    }
}
