package dev.rowan.render;

import dev.rowan.definition.Change;
import dev.rowan.definition.CheckDefinition;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.EnumDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.IndexDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.SchemaObject;
import dev.rowan.definition.SequenceDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.definition.TablePart;
import dev.rowan.definition.UniqueDefinition;
import dev.rowan.definition.ViewDefinition;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.TableName;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a dialect defines what a database holds, in standard SQL: the statements that make changes, what the database lacks, and who
 * reads what is there. Made for extension: a dialect overrides what differs. Immutable and thread-safe.
 */
public class DdlDialect extends DdlWords {
    /** Creates what belongs to a dialect. */
    public DdlDialect(Dialect dialect) {
        super(dialect);
    }

    /** How a feature is supported; everything is native unless this says otherwise. */
    public Support support(DdlFeature feature) {
        return Support.NATIVE;
    }

    /**
     * Refuses what the database lacks.
     *
     * @throws UnsupportedFeatureException if the feature is refused
     */
    public final void require(DdlFeature feature) {
        if (support(feature) == Support.REFUSED) {
            throw refusal(feature);
        }
    }

    /** The refusal of a feature. */
    public final UnsupportedFeatureException refusal(DdlFeature feature) {
        return new UnsupportedFeatureException(feature.words(), toString(), feature.alternative());
    }

    /**
     * Reads what a live database holds.
     *
     * @throws UnsupportedFeatureException if the dialect has none; this one does
     */
    public Catalog catalog() {
        throw new UnsupportedFeatureException(
                "reading of what a database holds", toString(), "use a dialect that has a catalog");
    }

    /**
     * The statements that make a change, at least one.
     *
     * @param schema the schema of tables that name none; null for the connection's own
     * @throws UnsupportedFeatureException if it needs what the database lacks
     */
    public final List<RenderedSql> statements(Change change, @Nullable String schema) {
        return statements(schema == null ? change : change.in(schema)).stream()
                .map(RenderedSql::of)
                .toList();
    }

    /**
     * Whether the database makes a change of a table as it is; where not, the table is made anew. Of a change that this dialect refuses
     * the answer is of no use.
     */
    public boolean altersInPlace(Change change) {
        return true;
    }

    /**
     * The statements of a script, in the SQL of the database: each ends with a semicolon. This is a door for text to become SQL; scripts are
     * files that a program brings along.
     *
     * @param script is read to its end, and stays open
     */
    public final List<RenderedSql> script(Reader script) throws IOException {
        StringWriter text = new StringWriter();
        script.transferTo(text);
        return SqlScript.statements(text.toString(), escapesByBackslash()).stream()
                .map(RenderedSql::of)
                .toList();
    }

    /**
     * Waits until this connection alone may migrate the schema, for as long as it is open or until {@link #unlock}; the end of the connection
     * ends it too. This one has no such lock, and relies on the first write of each transaction.
     *
     * @param wait in whole seconds
     * @return whether it may
     */
    public boolean lock(Connection connection, Duration wait) throws SQLException {
        return true;
    }

    /** Lets others migrate the schema. */
    public void unlock(Connection connection) throws SQLException {}

    /** Whether others can write to a table while an index of it is created. */
    public boolean createsIndexesOnline() {
        return false;
    }

    /** Whether the database makes an index for each foreign key by itself. */
    public boolean indexesForeignKeys() {
        return false;
    }

    /** Whether the database wants a column that it counts up to be a key at every moment; one that is added then becomes the primary key. */
    public boolean identityNeedsKey() {
        return false;
    }

    /**
     * Prepares a connection for tables that are made anew, outside of a transaction, and sets it back; this one has nothing to do.
     *
     * @param suspended whether foreign keys are not to be followed
     */
    public void suspendForeignKeys(Connection connection, boolean suspended) throws SQLException {}

    /**
     * Checks foreign keys that were not followed, before the transaction is committed; this one has nothing to do.
     *
     * @throws SQLException if a row points nowhere
     */
    public void requireForeignKeys(Connection connection) throws SQLException {}

    /**
     * The statements that make a change, at least one.
     *
     * @throws dev.rowan.error.UnsupportedFeatureException if the database cannot
     */
    protected List<String> statements(Change change) {
        if (change instanceof Change.Create create) {
            return create(create.object());
        } else if (change instanceof Change.Remove remove) {
            return List.of("drop " + kind(remove.object()) + " "
                    + quoted(remove.object().name()));
        } else if (change instanceof Change.Add add) {
            return add(add);
        } else if (change instanceof Change.Drop drop) {
            return List.of(drop(drop.table(), drop.part()));
        } else if (change instanceof Change.Alter alter) {
            return alter(alter.table(), alter.before(), alter.after());
        } else if (change instanceof Change.RenameTable rename) {
            return List.of(alterTable(rename.table()) + "rename to " + quoted(rename.to()));
        } else if (change instanceof Change.RenameColumn rename) {
            return List.of(renameColumn(rename));
        } else if (change instanceof Change.Comment comment) {
            return List.of(commentOnTable(comment.table(), comment.comment()));
        } else if (change instanceof Change.AlterEnum alter) {
            return alterEnum(alter);
        } else if (change instanceof Change.Rebuild rebuild) {
            return rebuild(rebuild);
        } else if (change instanceof Change.Empty empty) {
            return List.of("truncate table " + quoted(empty.table()));
        } else if (change instanceof Change.CreateSchema create) {
            require(DdlFeature.SCHEMA);
            return List.of("create schema " + quoted(create.name()));
        }
        require(DdlFeature.SCHEMA);
        return List.of("drop schema " + quoted(((Change.DropSchema) change).name()));
    }

    /** {@code alter table "orders" }, with the blank. */
    protected final String alterTable(TableName table) {
        return "alter table " + quoted(table) + " ";
    }

    private List<String> create(SchemaObject object) {
        if (object instanceof TableDefinition table) {
            List<String> statements = new ArrayList<>();
            statements.add(createTable(table));
            table.indexes().forEach(index -> statements.add(createIndex(table.name(), index)));
            statements.addAll(comments(table));
            return statements;
        } else if (object instanceof ViewDefinition view) {
            return List.of("create view " + quoted(view.name()) + " as " + view.query());
        } else if (object instanceof SequenceDefinition sequence) {
            require(DdlFeature.SEQUENCE);
            return List.of("create sequence " + quoted(sequence.name()) + " start with " + sequence.start()
                    + " increment by " + sequence.increment());
        }
        return List.of(createEnum((EnumDefinition) object));
    }

    /** The word for a kind of object in {@code drop}. */
    private String kind(SchemaObject object) {
        if (object instanceof TableDefinition) {
            return "table";
        } else if (object instanceof ViewDefinition) {
            return "view";
        }
        return object instanceof SequenceDefinition ? "sequence" : "type";
    }

    /** The creation of a table with its columns and constraints; indexes and comments are statements of their own. */
    public String createTable(TableDefinition table) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(column(table.name(), column)));
        if (table.primaryKey() != null) {
            String key = primaryKey(table, table.primaryKey());
            if (!key.isEmpty()) {
                parts.add(key);
            }
        }
        table.uniqueKeys().forEach(key -> parts.add(constraint(key)));
        table.foreignKeys().forEach(key -> parts.add(constraint(key)));
        table.checks().forEach(check -> parts.add(constraint(check)));
        return "create table " + quoted(table.name()) + " (" + String.join(", ", parts) + ")";
    }

    /** The comments of a table that has just been created, a statement each. */
    protected List<String> comments(TableDefinition table) {
        List<String> statements = new ArrayList<>();
        if (table.comment() != null) {
            statements.add(commentOnTable(table.name(), table.comment()));
        }
        for (ColumnDefinition column : table.columns()) {
            if (column.comment() != null) {
                statements.add(commentOnColumn(table.name(), column));
            }
        }
        return statements;
    }

    /** What is said of a table. */
    protected String commentOnTable(TableName table, @Nullable String comment) {
        require(DdlFeature.COMMENT);
        return "comment on table " + quoted(table) + " is " + (comment == null ? "null" : textLiteral(comment));
    }

    /** What is said of a column. */
    protected String commentOnColumn(TableName table, ColumnDefinition column) {
        require(DdlFeature.COMMENT);
        String comment = column.comment();
        return "comment on column " + quoted(table) + "." + quoted(column.name()) + " is "
                + (comment == null ? "null" : textLiteral(comment));
    }

    /** A column with its type, its default and whether it can be NULL. */
    protected String column(TableName table, ColumnDefinition column) {
        return quoted(column.name()) + " " + typeName(column) + (column.identity() ? identity(table, column) : "")
                + defaultValue(column)
                + (column.computed() == null ? "" : computed(column.computed()))
                + (column.nullable() ? "" : " not null");
    }

    /** The name of a column's type. */
    protected String typeName(ColumnDefinition column) {
        return column.type();
    }

    /** What fills a column in, with a blank before it; empty for nothing. */
    protected String defaultValue(ColumnDefinition column) {
        return column.defaultValue() == null ? "" : " default " + column.defaultValue();
    }

    /** What makes the database generate the values of a column, with a blank before it. */
    protected String identity(TableName table, ColumnDefinition column) {
        return " generated by default as identity";
    }

    /** What makes a column an expression, with a blank before it. */
    protected String computed(String expression) {
        return " generated always as (" + expression + ") stored";
    }

    /** The primary key of a table that is being created; empty if its column says so. */
    protected String primaryKey(TableDefinition table, PrimaryKeyDefinition key) {
        return "primary key (" + quoted(key.columns()) + ")";
    }

    /** A constraint by its name, as it stands in {@code create table} and behind {@code add}. */
    protected String constraint(TablePart part) {
        String name = "constraint " + quoted(part.name()) + " ";
        if (part instanceof PrimaryKeyDefinition key) {
            return name + "primary key (" + quoted(key.columns()) + ")";
        } else if (part instanceof UniqueDefinition key) {
            return name + "unique (" + quoted(key.columns()) + ")";
        } else if (part instanceof CheckDefinition check) {
            return name + "check (" + check.condition() + ")";
        }
        ForeignKeyDefinition key = (ForeignKeyDefinition) part;
        if (key.deferrable()) {
            require(DdlFeature.DEFERRABLE);
        }
        return name + "foreign key (" + quoted(key.columns()) + ") references " + quoted(key.target()) + " ("
                + quoted(key.targetColumns()) + ")" + action(" on delete ", key.onDelete())
                + action(" on update ", key.onUpdate()) + (key.deferrable() ? " deferrable" : "");
    }

    private String action(String when, ReferentialAction action) {
        if (action == ReferentialAction.SET_DEFAULT) {
            require(DdlFeature.SET_DEFAULT);
        }
        return action == ReferentialAction.NO_ACTION
                ? ""
                : when + action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private List<String> add(Change.Add add) {
        if (add.after() != null) {
            require(DdlFeature.COLUMN_POSITION);
        }
        if (add.part() instanceof IndexDefinition index) {
            return List.of(createIndex(add.table(), index));
        } else if (add.part() instanceof ColumnDefinition column) {
            return addColumn(add.table(), column, add.after());
        }
        return List.of(alterTable(add.table()) + "add " + constraint(add.part()));
    }

    /** A new column, and what is said of it. */
    protected List<String> addColumn(TableName table, ColumnDefinition column, @Nullable String after) {
        String added = alterTable(table) + "add column " + column(table, column);
        return column.comment() == null ? List.of(added) : List.of(added, commentOnColumn(table, column));
    }

    /** An index. */
    protected String createIndex(TableName table, IndexDefinition index) {
        if (index.where() != null) {
            require(DdlFeature.PARTIAL_INDEX);
        }
        String keys = index.keys().stream().map(this::indexKey).collect(Collectors.joining(", "));
        return "create " + (index.unique() ? "unique " : "") + "index " + quoted(index.name()) + " on " + quoted(table)
                + " (" + keys + ")" + (index.where() == null ? "" : " where " + index.where());
    }

    private String indexKey(IndexDefinition.Key key) {
        if (!key.isColumn()) {
            require(DdlFeature.EXPRESSION_INDEX);
        }
        return (key.isColumn() ? quoted(key.text()) : "(" + key.text() + ")") + (key.descending() ? " desc" : "");
    }

    /** The end of a part of a table. */
    protected String drop(TableName table, TablePart part) {
        if (part instanceof ColumnDefinition) {
            return alterTable(table) + "drop column " + quoted(part.name());
        } else if (part instanceof IndexDefinition) {
            return "drop index " + quoted(new TableName(table.schema(), part.name(), null));
        }
        return alterTable(table) + "drop constraint " + quoted(part.name());
    }

    /** {@code alter table … rename column …}. */
    protected String renameColumn(Change.RenameColumn rename) {
        return alterTable(rename.table()) + "rename column " + quoted(rename.column()) + " to " + quoted(rename.to());
    }

    /** What makes one column of another, a statement for each property that differs. */
    protected List<String> alter(TableName table, ColumnDefinition before, ColumnDefinition after) {
        String column = alterTable(table) + "alter column " + quoted(after.name()) + " ";
        List<String> statements = new ArrayList<>();
        boolean retyped = !before.type().equals(after.type());
        if (before.defaultValue() != null && (retyped || after.defaultValue() == null)) {
            statements.add(column + "drop default"); // which may not fit the new type
        }
        if (retyped) {
            statements.add(column + setType(after));
        }
        if (after.defaultValue() != null && (retyped || !after.defaultValue().equals(before.defaultValue()))) {
            statements.add(column + "set default " + after.defaultValue());
        }
        if (before.nullable() != after.nullable()) {
            statements.add(column + (after.nullable() ? "drop not null" : "set not null"));
        }
        if (before.identity() != after.identity()) {
            statements.add(column + (after.identity() ? addIdentity() : "drop identity"));
        }
        if (!java.util.Objects.equals(before.comment(), after.comment())) {
            statements.add(commentOnColumn(table, after));
        }
        return statements;
    }

    /** What makes the database generate the values of a column that is there. */
    protected String addIdentity() {
        return "add generated by default as identity";
    }

    /** What gives a column another type. */
    protected String setType(ColumnDefinition after) {
        return "set data type " + after.type();
    }

    /** A new enum. */
    protected String createEnum(EnumDefinition enumeration) {
        require(DdlFeature.ENUM_TYPE);
        return "create type " + quoted(enumeration.name()) + " as enum "
                + enumeration.values().stream().map(this::textLiteral).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Values of an enum that are added, renamed or removed; this one refuses. */
    protected List<String> alterEnum(Change.AlterEnum change) {
        throw refusal(DdlFeature.ENUM_TYPE);
    }

    /** A table made anew; this one refuses, for it can be altered. */
    protected List<String> rebuild(Change.Rebuild rebuild) {
        throw new IllegalArgumentException("expected a change of table "
                + rebuild.after().name() + " part by part, got one that makes it anew; " + this + " can alter it");
    }
}
