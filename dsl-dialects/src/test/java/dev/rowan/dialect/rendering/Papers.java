package dev.rowan.dialect.rendering;

import dev.rowan.schema.ArrayColumn;
import dev.rowan.schema.JsonColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TemporalColumn;
import dev.rowan.schema.TextColumn;
import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table with short names and a column of each sort, to be rendered only. */
final class Papers extends Table<Papers.Paper> {
    static final Papers PAPER = new Papers(TableName.of("p"));

    final NumberColumn<Paper, Long> ID = bigint("id").primaryKey();
    final NumberColumn<Paper, @Nullable Integer> N = integer("n");
    final TextColumn<Paper, @Nullable String> T = varchar("t", 50);
    final TemporalColumn<Paper, @Nullable LocalDate> DAY = date("d");
    final TemporalColumn<Paper, @Nullable Instant> AT = instant("at");
    final JsonColumn<Paper, @Nullable Json> DATA = json("data");
    final ArrayColumn<Paper, String> TAGS = array("tags", SqlType.TEXT);

    private Papers(TableName name) {
        super(name, Paper.class, Papers::new);
    }

    record Paper(
            long id,
            @Nullable Integer n,
            @Nullable String t,
            @Nullable LocalDate d,
            @Nullable Instant at,
            @Nullable Json data,
            @Nullable List<@Nullable String> tags) {}
}
