package dev.rowan.soak;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;

/** Copies of letters. */
final class Copies extends Table<Copy> {
    static final Copies COPY = new Copies(TableName.of("copies"));

    final NumberColumn<Copy, Long> ID = bigint("id").primaryKey();
    final NumberColumn<Copy, Long> LETTER_ID = bigint("letter_id").notNull().references(() -> Letters.LETTER.ID);
    final TextColumn<Copy, String> BODY = text("body").notNull();

    private Copies(TableName name) {
        super(name, Copy.class, Copies::new);
    }
}
