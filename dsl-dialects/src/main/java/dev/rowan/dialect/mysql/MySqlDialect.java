package dev.rowan.dialect.mysql;

import dev.rowan.error.QueryException;
import dev.rowan.expression.Aggregate;
import dev.rowan.expression.BoundValue;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Identifier;
import dev.rowan.expression.Literal;
import dev.rowan.expression.Named;
import dev.rowan.expression.Selectable;
import dev.rowan.query.ListedRows;
import dev.rowan.query.RowWrite;
import dev.rowan.query.SetOperation;
import dev.rowan.render.Catalog;
import dev.rowan.render.DdlDialect;
import dev.rowan.render.Feature;
import dev.rowan.render.SqlRenderer;
import dev.rowan.render.SqlWriter;
import dev.rowan.render.Streaming;
import dev.rowan.render.Support;
import dev.rowan.schema.Table;
import dev.rowan.type.Json;
import dev.rowan.type.SqlType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** MySQL 8.0 and later, through Connector/J. */
public final class MySqlDialect extends MySqlFamilyDialect {
    private static final int CHECK_VIOLATED = 3819;
    private static final int EXECUTION_TIME_EXCEEDED = 3024;

    /** Creates the dialect of a version. */
    public MySqlDialect(int majorVersion, int minorVersion) {
        super("MySQL", majorVersion, minorVersion);
    }

    @Override
    protected boolean indexesExpressions() {
        return true;
    }

    @Override
    protected Catalog catalog(DdlDialect words) {
        return new MySqlCatalog(words);
    }

    @Override
    protected String binaryCollation() {
        return "utf8mb4_0900_bin";
    }

    @Override
    protected SqlRenderer renderer(SqlWriter writer) {
        return new MySqlRenderer(this, writer) {
            private List<Selectable<?>> loosened = List.of(); // columns that shall be able to hold NULL

            /** The columns of an intersection, or of a difference, are those of its left side, which then takes NULL for a value. */
            @Override
            public void visitSetOperation(SetOperation<?> operation) {
                List<Selectable<?>> before = loosened;
                if (operation.kind() != SetOperation.Kind.UNION) {
                    loosened = new ArrayList<>(before);
                    for (int i = 0; i < operation.width(); i++) {
                        if (operation.right().isNullable(i)) {
                            loosened.add(operation.left().column(i));
                        }
                    }
                }
                super.visitSetOperation(operation);
                loosened = before;
            }

            @Override
            protected void selectItem(Selectable<?> item) {
                if (loosened.contains(item)) {
                    sql().append("nullif(");
                    write(Named.unwrap(item.expression()));
                    sql().append(", null)");
                    if (item.label() != null) {
                        sql().append(" as ").append(Identifier.of(item.label()));
                    }
                } else {
                    super.selectItem(item);
                }
            }

            @Override
            protected boolean isBoundAlike(SqlType<?> type) {
                return super.isBoundAlike(type) && type.kind() != SqlType.Kind.JSON;
            }

            /** A fraction or a large number in JSON would become the nearest double without a word. */
            @Override
            public void visitValue(BoundValue<?> value) {
                if (value.type().kind() == SqlType.Kind.JSON && !fitsDoubles(value)) {
                    dialect().require(Feature.EXACT_JSON_NUMBERS);
                }
                super.visitValue(value);
            }

            /** The server's own keeps the digits of decimals, but knows no order. */
            @Override
            protected void aggregate(Aggregate aggregate) {
                super.aggregate(
                        isArrayOfAll(aggregate)
                                ? new Aggregate(
                                        "json_array_agg_of_all",
                                        aggregate.nullable(),
                                        aggregate.distinct(),
                                        aggregate.arguments(),
                                        List.of(),
                                        null)
                                : aggregate);
            }

            @Override
            protected boolean joinsTexts(Aggregate aggregate) {
                return super.joinsTexts(aggregate) && !isArrayOfAll(aggregate);
            }

            private boolean isArrayOfAll(Aggregate aggregate) {
                return aggregate.function().equals("json_array_agg")
                        && aggregate.order().isEmpty()
                        && aggregate.condition() == null;
            }

            /** By itself it would be a text. */
            @Override
            public void visitLiteral(Literal literal) {
                if (literal.value().type().kind() == SqlType.Kind.JSON) {
                    sql().append("cast(");
                    visitValue(literal.value());
                    sql().append(" as json)");
                } else {
                    super.visitLiteral(literal);
                }
            }

            @Override
            protected void values(Table<?> table, ListedRows listed) {
                String before = "(values row(";
                for (List<Expression<?>> row : listed.rows()) {
                    sql().append(before);
                    list(row);
                    before = "), row(";
                }
                sql().append(")) as ").append(table.qualifier());
                columnNames(table);
            }
        };
    }

    private static <T> boolean fitsDoubles(BoundValue<T> value) {
        T plain = value.value();
        return plain == null || ((Json) value.type().toColumn(plain)).fitsDoubles();
    }

    @Override
    public Support support(Feature feature) {
        return switch (feature) {
            case DEFERRED_CONSTRAINTS,
                    DISTINCT_OVER_WINDOW,
                    FULL_JOIN,
                    READ_OF_WRITTEN_TABLE_IN_SET,
                    READ_OF_WRITTEN_TABLE_IN_VALUES, // it would see the rows before
                    SIMULTANEOUS_ASSIGNMENT,
                    CONFLICT_OF_ONE_KEY,
                    RETURNING_OF_UPSERT,
                    COMMON_TABLE_IN_VALUES,
                    WRITE_IN_COMMON_TABLE,
                    DISTINCT_ON,
                    WITH_TIES,
                    CUBE,
                    GROUPING_SETS,
                    MIXED_GROUPING,
                    GROUPS_FRAME,
                    FRAME_EXCLUSION,
                    IGNORE_NULLS,
                    MATERIALIZATION,
                    ARRAY,
                    EXACT_JSON_NUMBERS -> Support.REFUSED;
            case NULLS_ORDER,
                    RETURNING_OF_INSERT,
                    RETURNING_OF_UPDATE,
                    RETURNING_OF_DELETE,
                    CONFLICT_CLAUSE,
                    UPDATE_ON_ANY_CONFLICT,
                    CONDITIONAL_UPSERT,
                    OFFSET_WITHOUT_LIMIT,
                    LIMIT_IN_SUBQUERY,
                    READ_OF_WRITTEN_TABLE,
                    ROLLUP,
                    AGGREGATE_FILTER,
                    NESTED_ROWS,
                    DISTINCT_COMPARISON,
                    ILIKE -> Support.EMULATED;
            case DIVISION_BY_ZERO_ERROR -> Support.APPROXIMATE;
            default -> super.support(feature);
        };
    }

    @Override
    public boolean returnsRows(RowWrite<?> write) {
        return false;
    }

    @Override
    public QueryException.Kind classify(SQLException exception) {
        return switch (exception.getErrorCode()) {
            case CHECK_VIOLATED -> QueryException.Kind.CHECK_VIOLATION;
            case EXECUTION_TIME_EXCEEDED -> QueryException.Kind.TIMEOUT;
            default -> super.classify(exception);
        };
    }

    @Override
    protected String explained(String query) {
        return "explain format = tree " + query;
    }

    /** Connector/J knows no other fetch size than this, unless it is told to use cursors. */
    @Override
    public Streaming streaming() {
        return new Streaming(Integer.MIN_VALUE, false, true);
    }
}
