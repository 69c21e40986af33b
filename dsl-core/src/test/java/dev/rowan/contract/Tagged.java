package dev.rowan.contract;

import dev.rowan.schema.ArrayColumn;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of arrays, for databases that have them. */
final class Tagged extends Table<Tagged.Item> {
    static final Tagged TAGGED = new Tagged(TableName.of("tagged"));

    final NumberColumn<Item, Long> ID = bigint("id").primaryKey();
    final ArrayColumn<Item, String> TAGS = array("tags", SqlType.TEXT);
    final ArrayColumn<Item, String> OLD_TAGS = array("old_tags", SqlType.TEXT);
    final ArrayColumn<Item, Integer> NUMBERS =
            array("numbers", SqlType.INTEGER).notNull().defaultValue(Arrays.asList(1, null, -3));
    final ArrayColumn<Item, String> WORDS =
            array("words", SqlType.varchar(10)).defaultValue(Arrays.asList("a'b", "", null, "\"\\{},"));

    private Tagged(TableName name) {
        super(name, Item.class, Tagged::new);
    }

    record Item(
            long id,
            @Nullable List<@Nullable String> tags,
            @Nullable List<@Nullable String> oldTags,
            List<@Nullable Integer> numbers,
            @Nullable List<@Nullable String> words) {}
}
