package dev.rowan.contract;

import dev.rowan.definition.ColumnDefinition;
import dev.rowan.definition.ForeignKeyDefinition;
import dev.rowan.definition.PrimaryKeyDefinition;
import dev.rowan.definition.SchemaDefinition;
import dev.rowan.definition.TableDefinition;
import dev.rowan.migrate.Renames;
import dev.rowan.render.DdlFeature;
import dev.rowan.render.Support;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.shop.LineItems;
import dev.rowan.shop.Orders;
import dev.rowan.shop.Products;
import dev.rowan.shop.Users;
import dev.rowan.type.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** An empty database, and two tables of which one points at the other. */
abstract class FamilyDatabase extends EmptyDatabase {
    static final Table<?>[] SHOP = {LineItems.LINE_ITEM, Orders.ORDER, Users.USER, Products.PRODUCT};
    static final TableName PARENT = TableName.of("parents");
    static final TableName CHILD = TableName.of("children");

    FamilyDatabase() {}

    final boolean has(DdlFeature feature) {
        return db().dialect().ddl().support(feature) != Support.REFUSED;
    }

    final String type(SqlType<?> type) {
        return db().dialect().ddl().typeName(type);
    }

    final void run(String sql) {
        db().session(session -> {
            try (Statement statement = session.jdbc().createStatement()) {
                return statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        });
    }

    final List<String> rows(String query) {
        return db().session(session -> {
            try (Statement statement = session.jdbc().createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.append(rows.getString(i)).append('|');
                    }
                    values.add(row.toString());
                }
                return values;
            } catch (SQLException e) {
                throw new IllegalStateException(query, e);
            }
        });
    }

    final String quoted(String name) {
        return db().dialect().ddl().quoted(name);
    }

    final ColumnDefinition column(String name, SqlType<?> type) {
        return ColumnDefinition.of(name, type(type));
    }

    final TableDefinition parents() {
        return TableDefinition.of(
                        PARENT,
                        List.of(
                                column("id", SqlType.BIGINT).withNullable(false),
                                column("s", SqlType.varchar(20)),
                                column("n", SqlType.INTEGER).withNullable(false),
                                column("gone", SqlType.INTEGER)))
                .with(new PrimaryKeyDefinition("parents_pkey", List.of("id")));
    }

    final TableDefinition children() {
        return TableDefinition.of(
                        CHILD,
                        List.of(
                                column("id", SqlType.BIGINT).withNullable(false),
                                column("parent", SqlType.BIGINT).withNullable(false),
                                column("t", SqlType.varchar(10))))
                .with(new PrimaryKeyDefinition("children_pkey", List.of("id")))
                .with(new ForeignKeyDefinition(
                        "children_parent_fkey",
                        List.of("parent"),
                        PARENT,
                        List.of("id"),
                        ReferentialAction.CASCADE,
                        ReferentialAction.NO_ACTION,
                        false));
    }

    final void family() {
        live().apply(live().diff(SchemaDefinition.of(List.of(parents(), children())), Renames.NONE));
        for (int i = 1; i <= 3; i++) {
            run("insert into " + quoted("parents") + " values (" + i + ", 's" + i + "', " + 10 * i + ", null)");
            run("insert into " + quoted("children") + " values (" + i + ", " + i + ", 't" + i + "')");
        }
    }

    static ColumnDefinition of(TableDefinition table, String name) {
        return table.column(name).orElseThrow();
    }

    static TableDefinition with(TableDefinition table, String name, UnaryOperator<ColumnDefinition> change) {
        return table.withColumns(table.columns().stream()
                .map(column -> column.name().equals(name) ? change.apply(column) : column)
                .toList());
    }
}
