package dev.rowan.contract;

import static dev.rowan.contract.Notes.NOTE;
import static dev.rowan.expression.Functions.count;
import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.select;

import dev.rowan.contract.Notes.Note;
import dev.rowan.query.SqlCommand;
import dev.rowan.query.SqlQuery;
import dev.rowan.row.Row2;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import org.jspecify.annotations.Nullable;

/** Queries for {@link ExecutionContract} to have checked. */
final class CheckedQueries {
    private CheckedQueries() {}

    /** Those that fit. */
    static final class Right {
        static final SqlQuery<Note> ALL = select().from(NOTE);
        static final SqlQuery<Row2<@Nullable Integer, Long>> RANKS =
                select(NOTE.RANK, count()).from(NOTE).groupBy(NOTE.RANK);
        static final SqlCommand FORGET = deleteFrom(NOTE).where(NOTE.RANK.lt(0));

        private Right() {}
    }

    /** Those that do not. */
    static final class Wrong {
        static final SqlQuery<Strict> NULL_IN_A_PRIMITIVE =
                select(NOTE.ID, NOTE.RANK).as(Strict.class).from(NOTE);
        static final SqlQuery<Long> NO_SUCH_COLUMN = query("select nothing from nowhere", select(NOTE.ID));

        private Wrong() {}
    }

    /** Those whose table the code declares otherwise than the server. */
    static final class Drifted {
        static final SqlQuery<Long> RENAMED = select(Other.OTHER.NUMBER).from(Other.OTHER);
        static final SqlQuery<String> RETYPED = select(Other.OTHER.RANK).from(Other.OTHER);

        private Drifted() {}
    }

    record Strict(long id, int rank) {}

    /** The notes as somebody remembers them. */
    static final class Other extends Table<Strict> {
        static final Other OTHER = new Other(TableName.of("notes"));

        final NumberColumn<Strict, Long> NUMBER = bigint("number").notNull();
        final TextColumn<Strict, String> RANK = varchar("rank", 10).notNull();

        private Other(TableName name) {
            super(name, Strict.class, Other::new);
        }
    }
}
