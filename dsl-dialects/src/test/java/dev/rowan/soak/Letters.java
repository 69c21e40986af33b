package dev.rowan.soak;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;

/** Letters with copies. */
final class Letters extends Table<Letter> {
    static final Letters LETTER = new Letters(TableName.of("letters"));

    final NumberColumn<Letter, Long> ID = bigint("id").primaryKey();
    final TextColumn<Letter, String> BODY = text("body").notNull();
    final ToMany<Letter, Copy, Copies> COPIES = hasMany("copies", () -> Copies.COPY, copy -> copy.LETTER_ID);

    private Letters(TableName name) {
        super(name, Letter.class, Letters::new);
    }
}
