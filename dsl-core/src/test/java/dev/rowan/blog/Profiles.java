package dev.rowan.blog;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.ToOne;

/** What is told of an author; not of every one. */
public final class Profiles extends Table<Profile> {
    public static final Profiles PROFILE = new Profiles(TableName.of("profiles"));

    public final NumberColumn<Profile, Integer> ID = integer("id").primaryKey();
    public final NumberColumn<Profile, Integer> AUTHOR_ID =
            integer("author_id").notNull().unique();
    public final TextColumn<Profile, String> TEXT = varchar("text", 200).notNull();

    public final ToOne<Profile, Author, Authors> AUTHOR = belongsTo("author", AUTHOR_ID, () -> Authors.AUTHOR);

    private Profiles(TableName name) {
        super(name, Profile.class, Profiles::new);
    }
}
