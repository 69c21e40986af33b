package dev.rowan.dialect.duckdb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.execute.Database;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.query.Sql;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.ReferenceRules;
import dev.rowan.schema.ReferentialAction;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cannot be defined on DuckDB. */
final class DuckDbDefinitionTest {
    private final Database db = Database.connect("jdbc:duckdb::memory:definitions");

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void whatTheDatabaseHoldsIsNotRead() {
        assertThatThrownBy(() -> LiveSchema.of(db).read())
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("reading of what a database holds");
    }

    @Test
    void actionsOfForeignKeysAreRefused() {
        assertThatThrownBy(() -> db.execute(Sql.createTable(Leaves.LEAF)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("action of the foreign key leaves_parent_id_fkey");
    }

    record Leaf(long id, @Nullable Long parentId) {}

    static final class Leaves extends Table<Leaf> {
        static final Leaves LEAF = new Leaves(TableName.of("leaves"));

        public final NumberColumn<Leaf, Long> ID = bigint("id").primaryKey();
        public final NumberColumn<Leaf, @Nullable Long> PARENT_ID = bigint("parent_id")
                .references(() -> LEAF.ID, ReferenceRules.DEFAULT.onDelete(ReferentialAction.CASCADE));

        private Leaves(TableName name) {
            super(name, Leaf.class, Leaves::new);
        }
    }
}
