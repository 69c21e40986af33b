package dev.rowan.thirdparty;

import static dev.rowan.expression.Functions.upper;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Products.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.rowan.definition.ColumnDefinition;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.execute.Database;
import dev.rowan.query.RowQuery;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.Dialect;
import dev.rowan.render.Feature;
import dev.rowan.render.Spellings;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.render.Support;
import dev.rowan.schema.TableName;
import dev.rowan.type.SqlType;
import org.junit.jupiter.api.Test;

/** A dialect as a third party begins one, from the public parts of the core alone: what it says is done, the rest is the standard's. */
final class ThirdPartyDialectTest {
    @Test
    void dialectOfThirtyLinesCreatesInsertsAndSelects() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:duckdb::memory:third_party");
            Database db = Database.of(pool, new Small());

            db.execute(createTable(PRODUCT));
            insert(db, 1, "pen");
            insert(db, 2, "ink");

            assertThat(db.fetch(select(upper(PRODUCT.NAME))
                            .from(PRODUCT)
                            .orderBy(PRODUCT.ID.desc())
                            .limit(1)))
                    .containsExactly("INK!");
            assertThatThrownBy(() -> db.fetch(select(PRODUCT.ID).from(PRODUCT).forUpdate()))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessage("Small 1.0 has no for update; use a transaction that is serializable");
        }
    }

    private static void insert(Database db, long id, String name) {
        db.execute(insertInto(PRODUCT)
                .set(PRODUCT.ID, id)
                .set(PRODUCT.NAME, name)
                .set(PRODUCT.PRICE_IN_CENTS, 120)
                .set(PRODUCT.STOCK, 1));
    }

    private static final class Small extends Dialect {
        Small() {
            super("Small", 1, 0);
        }

        @Override
        public Support support(Feature feature) {
            return feature == Feature.FOR_UPDATE ? Support.REFUSED : super.support(feature);
        }

        @Override
        protected Spellings spellings() {
            return Spellings.standard().with("upper", "(upper({0}) || '!')");
        }

        @Override
        protected SqlRenderer renderer(SqlWriter writer) {
            return new SqlRenderer(this, writer) {
                @Override
                protected void limit(RowQuery<?> query) {
                    sql().append(
                                    query.maxRows() == null
                                            ? ""
                                            : " limit " + query.maxRows().value());
                }
            };
        }

        @Override
        public DdlDialect ddl() {
            return new DdlDialect(this) {
                @Override
                public String typeName(SqlType<?> type) {
                    return type.kind() == SqlType.Kind.TEXT ? "varchar" : super.typeName(type);
                }

                @Override
                protected String identity(TableName table, ColumnDefinition column) {
                    return "";
                }
            };
        }
    }
}
