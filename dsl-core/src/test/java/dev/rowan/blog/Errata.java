package dev.rowan.blog;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToOne;
import org.jspecify.annotations.Nullable;

/** What was wrong in an edition, which is found by two columns. */
public final class Errata extends Table<Erratum> {
    public static final Errata ERRATUM = new Errata(TableName.of("errata"));

    public final NumberColumn<Erratum, Integer> ID = integer("id").primaryKey();
    public final NumberColumn<Erratum, @Nullable Integer> EDITION_NUMBER = integer("edition_number");
    public final NumberColumn<Erratum, @Nullable Integer> POST_ID = integer("post_id");
    public final TextColumn<Erratum, String> TEXT = varchar("text", 100).notNull();

    public final ToOne<Erratum, Edition, Editions> EDITION =
            belongsTo("edition", foreignKey(POST_ID, EDITION_NUMBER), () -> Editions.EDITION);

    private Errata(TableName name) {
        super(name, Erratum.class, Errata::new);
    }
}
