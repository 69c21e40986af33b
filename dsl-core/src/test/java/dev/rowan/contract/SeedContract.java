package dev.rowan.contract;

import static dev.rowan.query.Sql.deleteFrom;
import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.error.MigrationException;
import dev.rowan.execute.SqlExecutor;
import dev.rowan.migrate.Seeder;
import dev.rowan.schema.Column;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seeds are done once, or always, wholly or not at all, in the order given. */
public abstract class SeedContract extends EmptyDatabase {
    /** For subclasses. */
    protected SeedContract() {}

    record Fruit(String name) {}

    static final class Fruits extends Table<Fruit> {
        static final Fruits FRUIT = new Fruits(TableName.of("fruits"));

        final Column<Fruit, String> NAME = varchar("name", 40).primaryKey();

        private Fruits(TableName name) {
            super(name, Fruit.class, Fruits::new);
        }
    }

    @BeforeEach
    final void createFruits() {
        live().create(Fruits.FRUIT);
    }

    private static void add(SqlExecutor tx, String name) {
        tx.execute(insertInto(Fruits.FRUIT).row(new Fruit(name)));
    }

    private List<String> fruits() {
        return db().fetch(select().from(Fruits.FRUIT).orderBy(f -> f.NAME.asc())).stream()
                .map(Fruit::name)
                .toList();
    }

    @Test
    void onceIsNeverAgainAndAlwaysIs() {
        Seeder seeder = Seeder.of(db()).once("apples", tx -> add(tx, "apple")).always("pears", tx -> {
            tx.execute(deleteFrom(Fruits.FRUIT).where(Fruits.FRUIT.NAME.eq("pear")));
            add(tx, "pear");
        });
        assertThat(seeder.history()).isEmpty();

        assertThat(seeder.run()).containsExactly("apples", "pears");
        assertThat(seeder.run()).containsExactly("pears");

        assertThat(fruits()).containsExactly("apple", "pear");
        assertThat(seeder.history()).extracting(Seeder.Done::name).containsExactly("apples", "pears");
        assertThat(seeder.history()).extracting(Seeder.Done::runs).containsExactly(1, 2);
    }

    @Test
    void ofASeedThatFailsNothingStays() {
        Seeder failing = Seeder.of(db()).once("apples", tx -> add(tx, "apple")).once("bad", tx -> {
            add(tx, "quince");
            add(tx, "apple");
        });

        assertThatThrownBy(failing::run)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("'bad'")
                .hasMessageContaining("nothing of it stays");

        assertThat(fruits()).containsExactly("apple");
        assertThat(failing.history()).extracting(Seeder.Done::name).containsExactly("apples");
        assertThat(Seeder.of(db()).once("bad", tx -> add(tx, "quince")).run()).containsExactly("bad");
    }

    @Test
    void twoAtOnceDoEachSeedOnce() throws InterruptedException, ExecutionException {
        Seeder seeder = Seeder.of(db()).withPatience(Duration.ofSeconds(60));
        for (int i = 0; i < 5; i++) {
            String name = "fruit " + i;
            seeder = seeder.once(name, tx -> add(tx, name));
        }
        Seeder all = seeder;
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<List<String>>> runs = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                runs.add(threads.submit(all::run));
            }
            List<String> done = new ArrayList<>();
            for (Future<List<String>> run : runs) {
                done.addAll(run.get());
            }
            assertThat(done).hasSize(5);
        } finally {
            threads.shutdown();
        }
        assertThat(fruits()).hasSize(5);
    }

    @Test
    void namesAreGivenOnce() {
        assertThatThrownBy(() -> Seeder.of(db()).once("a", tx -> {}).always("a", tx -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a'");
        assertThatThrownBy(() -> Seeder.of(db()).once(" ", tx -> {})).isInstanceOf(IllegalArgumentException.class);
    }
}
