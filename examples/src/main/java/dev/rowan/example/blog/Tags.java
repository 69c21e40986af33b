package dev.rowan.example.blog;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Rule;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.UniqueKey;

/** Words that posts are found by. */
public final class Tags extends Table<Tag> {
    public static final Tags TAG = new Tags(TableName.of("tags"));

    public final NumberColumn<Tag, Long> ID = bigint("id").identity().primaryKey();
    public final TextColumn<Tag, String> LABEL =
            varchar("label", 50).notNull().trimmed().lowerCased().check(Rule.length(1, 50));

    public final PrimaryKey<Tag, Long> KEY = primaryKey(ID);
    public final UniqueKey<Tag> BY_LABEL = uniqueKey(LABEL);

    private Tags(TableName name) {
        super(name, Tag.class, Tags::new);
    }
}
