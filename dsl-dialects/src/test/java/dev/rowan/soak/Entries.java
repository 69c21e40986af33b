package dev.rowan.soak;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;

/** What transactions write while their server is killed. */
final class Entries extends Table<Entry> {
    static final Entries ENTRY = new Entries(TableName.of("entries"));

    final NumberColumn<Entry, Long> ID = bigint("id").primaryKey();
    final TextColumn<Entry, String> BODY = text("body").notNull();

    private Entries(TableName name) {
        super(name, Entry.class, Entries::new);
    }
}
