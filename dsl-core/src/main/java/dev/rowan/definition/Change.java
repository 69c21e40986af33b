package dev.rowan.definition;

import dev.rowan.schema.TableName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step from one state of a schema to another. A dialect spells it, by one statement or several. */
public sealed interface Change {

    /** The same of tables in a schema, unless they name one. */
    default Change in(String schema) {
        if (this instanceof Create create) {
            return new Create(create.object.in(schema));
        } else if (this instanceof Remove remove) {
            return new Remove(remove.object.in(schema));
        } else if (this instanceof Add add) {
            return new Add(add.table.orIn(schema), in(add.part, schema), add.after);
        } else if (this instanceof Drop drop) {
            return new Drop(drop.table.orIn(schema), drop.part);
        } else if (this instanceof Alter alter) {
            return new Alter(alter.table.orIn(schema), alter.before, alter.after);
        } else if (this instanceof RenameTable rename) {
            return new RenameTable(rename.table.orIn(schema), rename.to);
        } else if (this instanceof RenameColumn rename) {
            return new RenameColumn(rename.table.orIn(schema), rename.column, rename.to);
        } else if (this instanceof Comment comment) {
            return new Comment(comment.table.orIn(schema), comment.before, comment.comment);
        } else if (this instanceof AlterEnum alter) {
            return new AlterEnum(alter.before.in(schema), alter.after.in(schema), alter.renamed);
        } else if (this instanceof Rebuild rebuild) {
            return new Rebuild(rebuild.before.in(schema), rebuild.after.in(schema), rebuild.columns);
        } else if (this instanceof Empty empty) {
            return new Empty(empty.table.orIn(schema));
        }
        return this;
    }

    private static TablePart in(TablePart part, String schema) {
        return part instanceof ForeignKeyDefinition key ? key.in(schema) : part;
    }

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
