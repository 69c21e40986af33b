package dev.rowan.dialect.postgres;

import dev.rowan.definition.Change;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.expression.Identifier;
import dev.rowan.render.Catalog;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.DdlRenderer;
import dev.rowan.render.Dialect;
import dev.rowan.render.Support;
import dev.rowan.type.SqlType;
import dev.rowan.type.SqlType.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL defines what it holds. */
final class PostgresDdl extends DdlDialect {
    private final String binaryCollation;

    PostgresDdl(Dialect dialect) {
        super(dialect);
        this.binaryCollation = dialect.majorVersion() >= 17 ? " collate \"pg_c_utf8\"" : " collate \"C\"";
    }

    private static boolean isText(SqlType<?> type) {
        return type.kind() == Kind.VARCHAR || type.kind() == Kind.TEXT;
    }

    @Override
    public Support support(DdlFeature feature) {
        return feature == DdlFeature.COLUMN_POSITION ? Support.REFUSED : Support.NATIVE;
    }

    @Override
    public String typeName(SqlType<?> type) {
        return switch (type.kind()) {
            case VARCHAR -> super.typeName(type) + binaryCollation;
            case TEXT -> "text" + binaryCollation;
            case BINARY -> "bytea";
            case JSON -> "jsonb";
            case ARRAY -> super.typeName(type) + (isText(type.element()) ? binaryCollation : "");
            default -> super.typeName(type);
        };
    }

    /** The collation follows the word array. */
    @Override
    protected String elementName(SqlType<?> element) {
        return isText(element) ? typeName(element).replace(binaryCollation, "") : typeName(element);
    }

    @Override
    protected DdlRenderer renderer(@Nullable Identifier schema) {
        return new Renderer(this, schema);
    }

    @Override
    public Catalog catalog() {
        return new PostgresCatalog(this);
    }

    private static final class Renderer extends DdlRenderer {
        Renderer(DdlDialect dialect, @Nullable Identifier schema) {
            super(dialect, schema);
        }

        /** A key is named where the server would give it another name, which it cuts in a way of its own. */
        @Override
        protected String primaryKey(TableDefinition table, PrimaryKeyDefinition key) {
            return key.name().equals(table.name().name() + "_pkey") ? super.primaryKey(table, key) : constraint(key);
        }

        /** Values are converted where they can be; one that cannot is an error. */
        @Override
        protected String setType(ColumnDefinition after) {
            String bare = after.type().replaceFirst(" collate .*", "");
            return super.setType(after) + " using " + quoted(after.name()) + "::" + bare;
        }

        @Override
        protected List<String> alterEnum(Change.AlterEnum change) {
            String type = quoted(change.after().name());
            List<String> statements = new ArrayList<>();
            List<String> values = new ArrayList<>();
            for (String value : change.before().values()) {
                String renamed = change.renamed().get(value);
                if (renamed != null) {
                    statements.add("alter type " + type + " rename value " + words().textLiteral(value) + " to "
                            + words().textLiteral(renamed));
                }
                values.add(renamed == null ? value : renamed);
            }
            List<String> wanted = change.after().values();
            if (!wanted.stream().filter(values::contains).toList().equals(values)) {
                statements.add(remade(change.after().name().name(), type, wanted));
                return statements;
            }
            for (int i = wanted.size() - 1; i >= 0; i--) {
                if (!values.contains(wanted.get(i))) {
                    String before = i == wanted.size() - 1 ? "" : " before " + words().textLiteral(wanted.get(i + 1));
                    statements.add("alter type " + type + " add value " + words().textLiteral(wanted.get(i)) + before);
                }
            }
            return statements;
        }

        /**
         * A type cannot lose a value: another takes its place, in every column and with every default. A row that holds a lost value
         * is an error, and all stays as it was.
         */
        private String remade(String name, String type, List<String> values) {
            String body = "declare c record; old oid := " + words().textLiteral(type) + "::regtype; begin "
                    + "alter type " + type + " rename to " + quoted(name + " before") + "; "
                    + createEnum(new dev.rowan.definition.EnumDefinition(dev.rowan.schema.TableName.of(name), values))
                    + "; for c in select a.attrelid::regclass as t, a.attname, a.atttypid <> old as is_array,"
                    + " pg_get_expr(d.adbin, d.adrelid) as filled from pg_attribute a join pg_class r on r.oid = a.attrelid"
                    + " and r.relkind in ('r', 'p') left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum"
                    + " where not a.attisdropped and a.atttypid in (old, (select typarray from pg_type where oid = old)) loop"
                    + " if c.filled is not null then execute format('alter table %s alter column %I drop default', c.t, c.attname);"
                    + " end if;"
                    + " execute format('alter table %s alter column %I set data type %s using %I::text%s::%s', c.t, c.attname, "
                    + words().textLiteral(type) + " || case when c.is_array then '[]' else '' end, c.attname,"
                    + " case when c.is_array then '[]' else '' end, "
                    + words().textLiteral(type) + " || case when c.is_array then '[]' else '' end);"
                    + " if c.filled is not null then execute format('alter table %s alter column %I set default %s', c.t, c.attname,"
                    + " replace(c.filled, " + words().textLiteral(quoted(name + " before")) + ", "
                    + words().textLiteral(type) + ")); end if; end loop; drop type " + quoted(name + " before")
                    + "; end";
            return "do " + words().textLiteral(body);
        }
    }
}
