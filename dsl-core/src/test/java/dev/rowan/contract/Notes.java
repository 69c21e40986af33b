package dev.rowan.contract;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;

import dev.rowan.execute.SqlExecutor;
import dev.rowan.expression.Condition;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.PrimaryKey;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of a text and a number, both nullable; the names of its columns are words of SQL. */
final class Notes extends Table<Notes.Note> {
    static final Notes NOTE = new Notes(TableName.of("notes"));

    final NumberColumn<Note, Long> ID = bigint("id").primaryKey();
    final TextColumn<Note, @Nullable String> TEXT = varchar("text", 200);
    final NumberColumn<Note, @Nullable Integer> RANK = integer("rank");
    final PrimaryKey<Note, Long> KEY = primaryKey(ID);

    private Notes(TableName name) {
        super(name, Note.class, Notes::new);
    }

    record Note(long id, @Nullable String text, @Nullable Integer rank) {}

    /** Inserts notes with these texts, numbered from 1. */
    static void insertTexts(SqlExecutor db, @Nullable String... texts) {
        for (int i = 0; i < texts.length; i++) {
            db.execute(insertInto(NOTE).row(new Note(i + 1, texts[i], null)));
        }
    }

    /** Inserts notes with these ranks, numbered from 1. */
    static void insertRanks(SqlExecutor db, @Nullable Integer... ranks) {
        for (int i = 0; i < ranks.length; i++) {
            db.execute(insertInto(NOTE).row(new Note(i + 1, null, ranks[i])));
        }
    }

    /** The numbers of the notes for which the condition is true. */
    static List<Long> idsWhere(SqlExecutor db, Condition condition) {
        return db.fetch(select(NOTE.ID).from(NOTE).where(condition).orderBy(NOTE.ID.asc()));
    }
}
