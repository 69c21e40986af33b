package dev.rowan.schema;

import static dev.rowan.query.Sql.alias;
import static dev.rowan.query.Sql.select;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.shop.Users;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Declarations of tables. */
class TableTest {

    static final class Things extends Table<Thing> {
        final NumberColumn<Thing, Long> ID = bigint("id").primaryKey();
        final NumberColumn<Thing, Long> OTHER = bigint("other").notNull();

        Things(TableName name) {
            super(name, Thing.class, Things::new);
        }
    }

    record Thing(long id, long other) {}

    static final class NoKey extends Table<Thing> {
        NoKey(TableName name) {
            super(name, Thing.class, NoKey::new);
            primaryKey(bigint("id").notNull());
        }
    }

    @Test
    void modifierOnUsedTableThrows() {
        Things things = new Things(TableName.of("things"));
        select().from(things);

        assertThatThrownBy(() -> things.OTHER.unique())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("things.other");
    }

    @Test
    void aliasHasColumnsOfItsOwn() {
        Users boss = alias(USER, "boss");

        assertThat(boss.NAME.toString()).isEqualTo("boss.name");
        assertThat(boss.NAME).isNotSameAs(USER.NAME);
        assertThat(boss.columns()).hasSameSizeAs(USER.columns());
    }

    @Test
    void primaryKeyOfColumnThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new NoKey(TableName.of("things")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("primaryKey()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Users", "Orders", "LineItems"})
    void tablesThatNameEachOtherStartUpInAnyOrder(String first) throws Exception {
        ClassLoader fresh = new FreshShop();

        Object table = Class.forName("dev.rowan.shop." + first, true, fresh)
                .getFields()[0]
                .get(null);

        assertThat(table.getClass().getClassLoader()).isSameAs(fresh);
        for (String next : List.of("Users", "Orders", "LineItems", "Products")) {
            Class<?> other = Class.forName("dev.rowan.shop." + next, true, fresh);
            Table<?> loaded = (Table<?>) other.getFields()[0].get(null);
            assertThat(loaded.associations()).allSatisfy(a -> {
                assertThat(a.ownerKey()).isNotNull();
                assertThat(a.route().key()).isNotNull();
            });
        }
    }

    /** Loads the shop anew, so that its static initializers run again. */
    private static final class FreshShop extends ClassLoader {
        FreshShop() {
            super(FreshShop.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.rowan.shop.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            URL resource = getParent().getResource(name.replace('.', '/') + ".class");
            try (InputStream in = java.util.Objects.requireNonNull(resource).openStream()) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
