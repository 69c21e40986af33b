package dev.rowan.trino;

import dev.rowan.contract.Lacks;
import dev.rowan.render.Feature;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What Trino refuses by name, on tables in memory; the tests that ask for it are given up. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Lacks(
        value = {
            Feature.UPDATE,
            Feature.DELETE,
            Feature.GENERATED_KEY,
            Feature.COLUMN_DEFAULT,
            Feature.EXACT_JSON_NUMBERS,
            Feature.RETURNING_OF_UPDATE,
            Feature.RETURNING_OF_DELETE,
            Feature.SERIALIZABLE,
            Feature.NESTED_ROWS,
            Feature.NESTED_TRANSACTION,
            Feature.WRITE_IN_TRANSACTION,
            Feature.DISTINCT_ON,
            Feature.RETURNING_OF_INSERT,
            Feature.CONFLICT_CLAUSE,
            Feature.RECURSIVE_UNION,
            Feature.DISTINCT_OVER_WINDOW,
            Feature.FRAME_EXCLUSION,
            Feature.COMMON_TABLE_IN_VALUES,
            Feature.FOR_UPDATE,
            Feature.ARRAY
        },
        functions = {"json_array_agg"},
        words = {
            "primary key, unique key, foreign key or check",
            "computed key in rollup, cube or grouping sets",
            "column of a query around the outer one",
            "offset in a subquery that reads columns of the outer query",
            "limit in a subquery that reads columns of the outer query",
            "limit of more than 2147483647 sorted rows",
            "plan of a statement with values",
            "insertOrGet, which must know whether the row was there",
            "subquery in the values of an insert"
        })
@interface LacksOfTrino {}
