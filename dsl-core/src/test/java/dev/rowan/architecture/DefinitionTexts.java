package dev.rowan.architecture;

import java.util.List;
import java.util.stream.Stream;

/** The texts of definitions and migrations, as {@link TextsOfTheApiTest} wants them accounted for. */
final class DefinitionTexts {
    /** The words of one database, as its catalog tells them or its dialect makes them; types, conditions and defaults among them are SQL. */
    private static final List<String> WORDS = List.of(
            "definition.Change$Add.new(TableName, TablePart, String)",
            "definition.Change$AlterEnum.new(EnumDefinition, EnumDefinition, Map)",
            "definition.Change$Comment.new(TableName, String, String)",
            "definition.Change$CreateSchema.new(String)",
            "definition.Change$DropSchema.new(String)",
            "definition.Change$Rebuild.new(TableDefinition, TableDefinition, Map)",
            "definition.Change$RenameColumn.new(TableName, String, String)",
            "definition.Change$RenameTable.new(TableName, String)",
            "definition.Change.in(String)",
            "definition.CheckDefinition.new(String, String)",
            "definition.ColumnDefinition.new(String, String, boolean, String, boolean, String, String)",
            "definition.ColumnDefinition.of(String, String)",
            "definition.ColumnDefinition.withComment(String)",
            "definition.ColumnDefinition.withComputed(String)",
            "definition.ColumnDefinition.withDefault(String)",
            "definition.ColumnDefinition.withName(String)",
            "definition.ColumnDefinition.withType(String)",
            "definition.EnumDefinition.in(String)",
            "definition.EnumDefinition.new(TableName, List)",
            "definition.ForeignKeyDefinition.in(String)",
            "definition.ForeignKeyDefinition.new(String, List, TableName, List, ReferentialAction, ReferentialAction, boolean)",
            "definition.IndexDefinition$Key.new(String, boolean, boolean)",
            "definition.IndexDefinition$Key.of(String)",
            "definition.IndexDefinition.new(String, boolean, List, String)",
            "definition.IndexDefinition.withName(String)",
            "definition.PrimaryKeyDefinition.new(String, List)",
            "definition.SchemaObject.in(String)",
            "definition.SequenceDefinition.in(String)",
            "definition.TableDefinition.column(String)",
            "definition.TableDefinition.in(String)",
            "definition.TableDefinition.new(TableName, List, PrimaryKeyDefinition, List, List, List, List, String)",
            "definition.TableDefinition.withComment(String)",
            "definition.UniqueDefinition.new(String, List)",
            "definition.ViewDefinition.in(String)",
            "definition.ViewDefinition.new(TableName, String, List)");

    /** Names, which are quoted, and values of texts, which become literals; {@code AlterationContract} shows it by hostile ones. */
    private static final List<String> NAMES = List.of(
            "migrate.ColumnEditor.after(String)",
            "migrate.ColumnEditor.comment(String)",
            "migrate.EnumEditor.add(String)",
            "migrate.EnumEditor.addBefore(String, String)",
            "migrate.EnumEditor.remove(String)",
            "migrate.EnumEditor.rename(String, String)",
            "migrate.IndexEditor.descending(String)",
            "migrate.Renames.column(String, String, String)",
            "migrate.Renames.table(String, String)",
            "migrate.Schema.alterEnum(String, Consumer)",
            "migrate.Schema.alterTable(String, Consumer)",
            "migrate.Schema.createEnum(String, String, String[])",
            "migrate.Schema.createSchema(String)",
            "migrate.Schema.createSequence(String, long, long)",
            "migrate.Schema.createTable(String, Consumer)",
            "migrate.Schema.createView(String, RowQuery)",
            "migrate.Schema.dropEnum(String)",
            "migrate.Schema.dropSchema(String)",
            "migrate.Schema.dropSequence(String)",
            "migrate.Schema.dropTable(String)",
            "migrate.Schema.dropView(String)",
            "migrate.Schema.renameTable(String, String)",
            "migrate.Schema.truncate(String, Destruction)",
            "migrate.TableEditor.add(String, SqlType)",
            "migrate.TableEditor.addEnum(String, String)",
            "migrate.TableEditor.alter(String)",
            "migrate.TableEditor.alter(String, SqlType)",
            "migrate.TableEditor.check(String, Condition)",
            "migrate.TableEditor.column(String, SqlType)",
            "migrate.TableEditor.comment(String)",
            "migrate.TableEditor.drop(String)",
            "migrate.TableEditor.dropConstraint(String)",
            "migrate.TableEditor.dropIndex(String)",
            "migrate.TableEditor.foreignKey(String, List, String, List, ReferenceRules)",
            "migrate.TableEditor.foreignKey(String, String, String, String, ReferenceRules)",
            "migrate.TableEditor.index(String, String[])",
            "migrate.TableEditor.primaryKey(String, String[])",
            "migrate.TableEditor.rename(String, String)",
            "migrate.TableEditor.unique(String, String, String[])",
            "schema.ArrayColumn.comment(String)",
            "schema.BooleanColumn.comment(String)",
            "schema.Column.comment(String)",
            "schema.EnumColumn.comment(String)",
            "schema.JsonColumn.comment(String)",
            "schema.NumberColumn.comment(String)",
            "schema.PlainColumn.comment(String)",
            "schema.Table.check(String, Condition)",
            "schema.Table.comment(String)",
            "schema.Table.index(String, SortKey, SortKey[])",
            "schema.Table.references(String, ForeignKey, Supplier, ReferenceRules)",
            "schema.TableName.orIn(String)",
            "schema.TemporalColumn.comment(String)",
            "schema.TextColumn.comment(String)");

    /** SQL that a dialect makes or takes apart. */
    private static final List<String> OF_A_DIALECT = List.of(
            "render.Catalog.read(Connection, String)",
            "render.DdlDialect.addColumn(TableName, ColumnDefinition, String)",
            "render.DdlDialect.commentOnTable(TableName, String)",
            "render.DdlDialect.computed(String)",
            "render.DdlDialect.statements(Change, String)",
            "render.DdlWords.characters(String)",
            "render.DdlWords.expression(String)",
            "render.DdlWords.number(SqlType, String)",
            "render.DdlWords.quoted(List)",
            "render.DdlWords.quoted(String)",
            "render.DdlWords.textLiteral(String)",
            "render.DefinitionParser.parse(String, boolean, UnaryOperator)",
            "render.DefinitionTerm.is(Kind, String)",
            "render.DefinitionTerm.new(Kind, String, List)",
            "render.DefinitionTerm.of(Kind, String, DefinitionTerm[])",
            "render.DefinitionTerm.written(UnaryOperator, UnaryOperator)",
            "render.DefinitionTokens$Token.is(String)",
            "render.DefinitionTokens$Token.new(Kind, String, int, int)",
            "render.DefinitionTokens.of(String, boolean)",
            "render.NormalizingCatalog$Types.of(String)",
            "render.NormalizingCatalog.defaultValue(ColumnDefinition, String)",
            "render.NormalizingCatalog.each(Connection, String, List, RowUse)",
            "render.NormalizingCatalog.expression(String, Types)",
            "render.NormalizingCatalog.parsed(String)",
            "render.NormalizingCatalog.textLiteral(String)",
            "render.NormalizingCatalog.type(String)");

    /** Messages, versions, folders. */
    private static final List<String> MESSAGES = List.of(
            "error.MigrationException.new(String)",
            "error.MigrationException.new(String, Throwable)",
            "migrate.Finding.new(Rule, Severity, String, String)",
            "migrate.Findings$Ignored.new(Finding, String)",
            "migrate.Findings.ignoring(Rule, String, String)",
            "migrate.MigrationStatus.new(Version, String, MigrationState, Instant, Duration, int)",
            "migrate.Migrations.onClassPath(String, ClassLoader)",
            "migrate.SchemaPlan$Step.new(Change, List, String)",
            "migrate.Version.of(String)");

    static final List<String> ALL = Stream.of(WORDS, NAMES, OF_A_DIALECT, MESSAGES)
            .flatMap(List::stream)
            .toList();

    private DefinitionTexts() {}
}
