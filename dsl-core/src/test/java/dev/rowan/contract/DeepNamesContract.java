package dev.rowan.contract;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.schema.IncludeStrategy.JSON;
import static dev.rowan.schema.IncludeStrategy.KEYED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.InvalidQueryException;
import dev.rowan.query.Select;
import dev.rowan.render.Feature;
import dev.rowan.render.Support;
import dev.rowan.row.Many;
import dev.rowan.row.One;
import dev.rowan.schema.Include;
import dev.rowan.schema.IncludeStrategy;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.ToMany;
import dev.rowan.schema.ToOne;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Includes over many tables, all of whose names are as long as the server allows. */
interface DeepNamesContract extends OpenDatabase {
    record Level(int id, int parentId, Many<Level> children, One<Level> parent) {
        Level(int id, int parentId) {
            this(id, parentId, Many.unloaded(), One.unloaded());
        }
    }

    final class Levels extends Table<Level> {
        final NumberColumn<Level, Integer> ID;
        final NumberColumn<Level, Integer> PARENT_ID;
        final ToMany<Level, Level, Levels> CHILDREN;
        final ToOne<Level, Level, Levels> PARENT;

        /** @param chain the tables from the top down, of which this is one */
        Levels(TableName name, int index, int length, List<Levels> chain) {
            super(name, Level.class, alias -> new Levels(alias, index, length, chain));
            this.ID = integer(padded("id", length)).primaryKey();
            this.PARENT_ID = integer(padded("parent_id", length)).notNull();
            this.CHILDREN = hasMany(
                    "children", () -> chain.get(Math.min(index + 1, chain.size() - 1)), child -> child.PARENT_ID);
            this.PARENT = belongsTo("parent", PARENT_ID, () -> chain.get(Math.max(index - 1, 0)));
        }

        /** Underscores do not count where columns are matched with components. */
        static String padded(String name, int length) {
            return name + "_".repeat(length - name.length());
        }

        static List<Levels> chain(int tables, int length) {
            List<Levels> chain = new ArrayList<>();
            for (int i = 0; i < tables; i++) {
                chain.add(new Levels(TableName.of(padded("level" + i, length)), i, length, chain));
            }
            return chain;
        }
    }

    private static Include<Level, Level, Levels> down(List<Levels> chain, int level, IncludeStrategy strategy) {
        Include<Level, Level, Levels> include = chain.get(level)
                .CHILDREN
                .orderBy(child -> child.ID.desc())
                .limit(5)
                .strategy(strategy);
        return level + 2 < chain.size() ? include.include(down(chain, level + 1, strategy)) : include;
    }

    private static Include<Level, Level, Levels> up(List<Levels> chain, int level) {
        Include<Level, Level, Levels> include = chain.get(level).PARENT;
        return level > 1 ? include.include(up(chain, level - 1)) : include;
    }

    @Test
    default void sixLevelsOfIncludesWorkWithNamesAtTheLimit() {
        int limit = Math.min(db().dialect().longestIdentifier(), 200);
        List<Levels> chain = Levels.chain(7, limit);
        for (Levels table : chain) {
            create(table);
            db().execute(insertInto(table).rows(List.of(new Level(1, 1), new Level(2, 1))));
        }
        Levels top = chain.get(0);

        Level keyed = db().fetchOne(select().from(top).where(top.ID.eq(1)).include(down(chain, 0, KEYED)));
        Level level = keyed;
        for (int i = 0; i < 6; i++) {
            assertThat(level.children()).extracting(Level::id).containsExactly(2, 1);
            level = level.children().get(1);
        }
        Select<Level, Levels> bottom =
                select().from(chain.get(6)).where(chain.get(6).ID.eq(2));
        Level below = db().fetchOne(bottom.include(up(chain, 6)));
        for (int i = 0; i < 6; i++) {
            below = below.parent().get();
            assertThat(below.id()).isEqualTo(1);
        }
        assertThat(db().fetchOne(select(chain.get(6)
                                .PARENT
                                .path()
                                .PARENT
                                .path()
                                .PARENT
                                .path()
                                .PARENT
                                .path()
                                .PARENT_ID)
                        .from(chain.get(6))
                        .where(chain.get(6).ID.eq(2))))
                .isEqualTo(1);
        if (db().dialect().support(Feature.NESTED_ROWS) != Support.REFUSED) {
            assertThat(db().fetchOne(select().from(top).where(top.ID.eq(1)).include(down(chain, 0, JSON))))
                    .isEqualTo(keyed);
        }
    }

    @Test
    default void oneCharacterMoreIsRefusedWithTheNumber() {
        int limit = db().dialect().longestIdentifier();
        List<Levels> chain = Levels.chain(2, limit + 1);

        assertThatThrownBy(() -> db().fetch(select().from(chain.get(0)).include(chain.get(0).CHILDREN)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("at most " + limit + " bytes");
    }
}
