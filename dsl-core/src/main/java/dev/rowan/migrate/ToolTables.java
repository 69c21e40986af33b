package dev.rowan.migrate;

import dev.rowan.definition.TableDefinition;
import java.util.Locale;
import java.util.Set;

/** The tables in which tools note what they have done to a database: Rowan, Flyway, Liquibase and Sequelize. */
final class ToolTables {
    private static final Set<String> NAMES = Set.of(
            "rowan_migrations",
            "rowan_migration_lock",
            "rowan_seeds",
            "flyway_schema_history",
            "databasechangelog",
            "databasechangeloglock",
            "sequelizemeta");

    private ToolTables() {}

    /** Whether it is one, in whatever letters. */
    static boolean isOne(TableDefinition table) {
        return NAMES.contains(table.name().name().toLowerCase(Locale.ROOT));
    }
}
