package dev.rowan.tpch;

import static dev.rowan.expression.Functions.count;
import static dev.rowan.query.Sql.createTable;
import static dev.rowan.query.Sql.query;
import static dev.rowan.query.Sql.raw;
import static dev.rowan.query.Sql.select;
import static dev.rowan.tpch.LineItems.LINEITEM;
import static dev.rowan.tpch.Nations.NATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.execute.Database;
import dev.rowan.row.Row2;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.trino.TrinoServer;
import dev.rowan.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What Trino is for: statements over several catalogs, run by several nodes. */
@Tag("soak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrinoClusterTest {
    private static final int NODES = 3;

    private final Database db = Database.connect(TrinoServer.newDatabase("cluster"));
    private final Database tpch = Database.connect(TrinoServer.tpch());

    @AfterAll
    void close() {
        db.close();
        tpch.close();
    }

    @Test
    void tableIsMadeOfOneCatalogAndJoinedWithAnother() {
        Places nation = new Places(TableName.of("tiny", "nation").inCatalog("tpch"));
        Visits visit = new Visits(TableName.of("visits"));
        db.execute(createTable(visit)
                .as(select(nation.KEY.as("key"), nation.NAME.as("name"))
                        .from(nation)
                        .where(nation.NAME.like("C%"))));

        List<Row2<Long, String>> joined = db.fetch(select(nation.KEY, visit.NAME)
                .from(visit)
                .join(nation)
                .on(nation.KEY.eq(visit.KEY))
                .orderBy(nation.KEY.asc()));

        assertThat(joined).containsExactly(new Row2<>(3L, "CANADA"), new Row2<>(18L, "CHINA"));
    }

    @Test
    void queryRunsOnAllNodes() {
        tpch.fetch(select(LINEITEM.SHIP_MODE, count()).from(LINEITEM).groupBy(LINEITEM.SHIP_MODE));

        List<Long> nodes = tpch.fetch(query(
                "select count(distinct t.node_id) as nodes from system.runtime.tasks t join system.runtime.queries q"
                        + " on q.query_id = t.query_id where q.query like '%l_shipmode%' and q.query not like '%runtime%'"
                        + " group by q.query_id order by 1 desc limit 1",
                select(raw(SqlType.BIGINT, "nodes"))));

        assertThat(nodes).containsExactly((long) NODES);
        assertThat(tpch.fetchOne(select(count()).from(NATION))).isEqualTo(25);
    }

    private record Place(long nKey, String nName) {}

    /** The nations, by the name that they have from another catalog. */
    private static final class Places extends Table<Place> {
        final NumberColumn<Place, Long> KEY = bigint("n_nationkey").notNull();
        final TextColumn<Place, String> NAME = varchar("n_name", 25).notNull();

        Places(TableName name) {
            super(name, Place.class, Places::new);
        }
    }

    private record Visit(@Nullable Long key, @Nullable String name) {}

    private static final class Visits extends Table<Visit> {
        final NumberColumn<Visit, Long> KEY = bigint("key").notNull();
        final TextColumn<Visit, String> NAME = varchar("name", 25).notNull();

        Visits(TableName name) {
            super(name, Visit.class, Visits::new);
        }
    }
}
