package dev.rowan.contract;

import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.UniqueKey;
import org.jspecify.annotations.Nullable;

/** A table of generated keys beside a key of its own, with numbers that are counted up. */
final class Members extends Table<Members.Member> {
    static final Members MEMBER = new Members(TableName.of("members"));

    final NumberColumn<Member, Long> ID = bigint("id").identity().primaryKey();
    final TextColumn<Member, String> EMAIL = varchar("email", 100).notNull();
    final TextColumn<Member, @Nullable String> NAME = varchar("name", 20);
    final NumberColumn<Member, Integer> VISITS = integer("visits").notNull();
    final NumberColumn<Member, Integer> VERSION = integer("version").notNull();
    final TextColumn<Member, @Nullable String> NOTES = text("notes");

    final PrimaryKey<Member, Long> KEY = primaryKey(ID);
    final UniqueKey<Member> BY_EMAIL = uniqueKey(EMAIL);

    private Members(TableName name) {
        super(name, Member.class, Members::new);
    }

    record Member(
            long id,
            String email,
            @Nullable String name,
            int visits,
            int version,
            @Nullable String notes) {}

    static Member member(String email, @Nullable String name, int visits, int version) {
        return new Member(0, email, name, visits, version, null);
    }
}
