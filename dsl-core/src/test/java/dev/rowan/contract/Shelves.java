package dev.rowan.contract;

import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import dev.rowan.schema.UniqueKey;

/** Shelves with boxes: generated keys, told apart by codes that are unique. */
final class Shelves extends Table<Shelves.Shelf> {
    static final Shelves SHELF = new Shelves(TableName.of("shelves"));

    final NumberColumn<Shelf, Long> ID = bigint("id").identity().primaryKey();
    final TextColumn<Shelf, String> CODE = varchar("code", 20).notNull();
    final PrimaryKey<Shelf, Long> KEY = primaryKey(ID);
    final UniqueKey<Shelf> BY_CODE = uniqueKey(CODE);
    final ToMany<Shelf, Box, Boxes> BOXES = hasMany("boxes", () -> Boxes.BOX, b -> b.SHELF);

    private Shelves(TableName name) {
        super(name, Shelf.class, Shelves::new);
    }

    record Shelf(long id, String code, Many<Box> boxes) {}

    /** A box stands on one shelf. */
    record Box(long id, String code, long shelfId, One<Shelf> shelf) {}

    /** The boxes. */
    static final class Boxes extends Table<Box> {
        static final Boxes BOX = new Boxes(TableName.of("boxes"));

        final NumberColumn<Box, Long> ID = bigint("id").identity().primaryKey();
        final TextColumn<Box, String> CODE = varchar("code", 20).notNull();
        final NumberColumn<Box, Long> SHELF_ID = bigint("shelf_id").notNull().references(() -> Shelves.SHELF.ID);
        final UniqueKey<Box> BY_CODE = uniqueKey(CODE);
        final ToOne<Box, Shelf, Shelves> SHELF = belongsTo("shelf", SHELF_ID, () -> Shelves.SHELF);

        private Boxes(TableName name) {
            super(name, Box.class, Boxes::new);
        }
    }
}
