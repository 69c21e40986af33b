/** The Rowan SQL DSL: schema, queries, rendering and execution. Dialects live in modules of their own. */
module dev.rowan.dsl.core {
    requires transitive java.sql;
    requires transitive org.jspecify;
    requires static transitive com.google.errorprone.annotations;
    requires static jakarta.validation;
    requires com.fasterxml.jackson.core;
    requires com.zaxxer.hikari;
    requires org.slf4j;

    exports dev.rowan.error;
    exports dev.rowan.type;
    exports dev.rowan.row;
    exports dev.rowan.expression;
    exports dev.rowan.schema;
    exports dev.rowan.definition;
    exports dev.rowan.query;
    exports dev.rowan.render;
    exports dev.rowan.execute;
    exports dev.rowan.migrate;

    uses dev.rowan.render.DialectProvider;
    uses dev.rowan.row.RowClassProvider;
}
