package dev.rowan.contract;

import dev.rowan.schema.BooleanColumn;
import dev.rowan.schema.EnumColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.shop.OrderStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A table whose columns the database can fill in by itself. */
final class Defaults extends Table<Defaults.Row> {
    static final Defaults DEFAULTS = new Defaults(TableName.of("defaults"));

    final NumberColumn<Row, Long> ID = bigint("id").identity().primaryKey();
    final NumberColumn<Row, Integer> COUNT = integer("count").notNull().defaultValue(-7);
    final NumberColumn<Row, BigDecimal> PRICE =
            decimal("price", 10, 2).notNull().defaultValue(new BigDecimal("9.90"));
    final TextColumn<Row, String> TEXT = varchar("text", 50).notNull().defaultValue("it's \"ä\" `x` -- ?");
    final BooleanColumn<Row, Boolean> ACTIVE = bool("active").notNull().defaultValue(true);
    final EnumColumn<Row, OrderStatus> STATUS =
            enumeration("status", OrderStatus.class).notNull().defaultValue(OrderStatus.PENDING);
    final TextColumn<Row, @Nullable String> NOTHING = varchar("nothing", 10);

    private Defaults(TableName name) {
        super(name, Row.class, Defaults::new);
    }

    record Row(
            long id,
            int count,
            BigDecimal price,
            String text,
            boolean active,
            OrderStatus status,
            @Nullable String nothing) {}
}
