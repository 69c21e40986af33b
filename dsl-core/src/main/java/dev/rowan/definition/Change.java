package dev.rowan.definition;

import dev.rowan.schema.TableName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step from one state of a schema to another. A dialect spells it, by one statement or several. */
public sealed interface Change {

    /** {@code create table}, {@code create view} and the like; a table comes with all its parts. */
    record Create(SchemaObject object) implements Change {}

    /** {@code drop table}, {@code drop view} and the like. */
    record Remove(SchemaObject object) implements Change {}

    /**
     * {@code alter table … add …}, {@code create index}.
     *
     * @param after the column that a new one shall follow; null for the end, and of what is no column
     */
    record Add(TableName table, TablePart part, @Nullable String after) implements Change {
        /** One more part, at the end. */
        public Add(TableName table, TablePart part) {
            this(table, part, null);
        }
    }

    /** {@code alter table … drop …}, {@code drop index}. */
    record Drop(TableName table, TablePart part) implements Change {}

    /** {@code alter table … alter column …}: type, nullability, default, comment. */
    record Alter(TableName table, ColumnDefinition before, ColumnDefinition after) implements Change {}

    /** {@code alter table … rename to …}. */
    record RenameTable(TableName table, String to) implements Change {}

    /** {@code alter table … rename column … to …}. */
    record RenameColumn(TableName table, String column, String to) implements Change {}

    /**
     * {@code comment on table}.
     *
     * @param before what was said, or null
     * @param comment null for nothing
     */
    record Comment(
            TableName table,
            @Nullable String before,
            @Nullable String comment) implements Change {}

    /**
     * Values of an enum that are added, renamed or removed.
     *
     * @param renamed the new name of each value that has another
     */
    record AlterEnum(EnumDefinition before, EnumDefinition after, Map<String, String> renamed) implements Change {
        /** Creates a change. */
        public AlterEnum {
            renamed = Map.copyOf(renamed);
        }
    }

    /**
     * A table made anew under the same name with the rows that it had, where the database cannot alter it.
     *
     * @param columns for each column of the new table that keeps its values, the column of the old one
     */
    record Rebuild(TableDefinition before, TableDefinition after, Map<String, String> columns) implements Change {
        /** Creates a change. */
        public Rebuild {
            columns = Map.copyOf(columns);
        }
    }

    /** {@code truncate table}: all rows go. */
    record Empty(TableName table) implements Change {}

    /** {@code create schema}. */
    record CreateSchema(String name) implements Change {}

    /** {@code drop schema}, which must be empty. */
    record DropSchema(String name) implements Change {}
}
