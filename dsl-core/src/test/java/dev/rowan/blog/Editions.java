package dev.rowan.blog;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;

/** The editions of a post, counted from 1 for each. */
public final class Editions extends Table<Edition> {
    public static final Editions EDITION = new Editions(TableName.of("editions"));

    public final NumberColumn<Edition, Integer> POST_ID = integer("post_id").primaryKey();
    public final NumberColumn<Edition, Integer> NUMBER = integer("number").primaryKey();

    public final ToOne<Edition, Post, Posts> POST = belongsTo("post", POST_ID, () -> Posts.POST);
    public final ToMany<Edition, Erratum, Errata> ERRATA = hasMany("errata", () -> Errata.ERRATUM, e -> e.EDITION);

    private Editions(TableName name) {
        super(name, Edition.class, Editions::new);
    }
}
