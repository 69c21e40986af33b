package dev.rowan.dialect;

import dev.rowan.schema.BooleanColumn;
import dev.rowan.schema.JsonColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PlainColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.type.Json;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A table of values that drivers send in ways of their own. */
final class Things extends Table<Things.Thing> {
    static final Things THING = new Things(TableName.of("things"));

    final NumberColumn<Thing, Long> ID = bigint("id").primaryKey();
    final BooleanColumn<Thing, @Nullable Boolean> FLAG = bool("flag");
    final NumberColumn<Thing, @Nullable Long> WHOLE = bigint("whole");
    final NumberColumn<Thing, @Nullable BigDecimal> EXACT = decimal("exact", 38, 18);
    final TextColumn<Thing, @Nullable String> WORDS = varchar("words", 100);
    final PlainColumn<Thing, @Nullable UUID> KEY = uuid("key");
    final PlainColumn<Thing, byte @Nullable []> BYTES = binary("bytes");
    final JsonColumn<Thing, @Nullable Json> DATA = json("data");

    private Things(TableName name) {
        super(name, Thing.class, Things::new);
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes are an array; no two things are compared
    record Thing(
            long id,
            @Nullable Boolean flag,
            @Nullable Long whole,
            @Nullable BigDecimal exact,
            @Nullable String words,
            @Nullable UUID key,
            byte @Nullable [] bytes,
            @Nullable Json data) {}
}
