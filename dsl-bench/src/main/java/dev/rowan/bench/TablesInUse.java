package dev.rowan.bench;

import static dev.rowan.query.Sql.select;

import dev.rowan.bench.driver.OneConnection;
import dev.rowan.execute.Database;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** A schema of many tables, each of a class of its own: loaders define {@link Parcels} and its record again. */
final class TablesInUse {
    private TablesInUse() {}

    /** Makes tables, and reads each once, so that whatever is kept of a table is. */
    static List<Table<?>> of(int count) {
        Database database = Database.of(OneConnection.ofColumns(new Object[0], 0), Backend.DIALECT);
        List<Table<?>> tables =
                IntStream.range(0, count).<Table<?>>mapToObj(TablesInUse::table).toList();
        tables.forEach(table -> use(table, database));
        return tables;
    }

    private static <R> void use(Table<R> table, Database database) {
        database.fetch(select().from(table));
    }

    private static Table<?> table(int i) {
        try {
            Constructor<?> constructor =
                    new Redefining().loadClass(Parcels.class.getName()).getDeclaredConstructor(TableName.class);
            constructor.setAccessible(true);
            return (Table<?>) constructor.newInstance(TableName.of("parcels_" + i));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Redefining extends ClassLoader {
        private static final Set<String> REDEFINED = Set.of(Parcels.class.getName(), Parcel.class.getName());

        Redefining() {
            super(Parcels.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!REDEFINED.contains(name)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) {
            String file = name.replace('.', '/') + ".class";
            try (InputStream bytes = getParent().getResourceAsStream(file)) {
                byte[] read = Objects.requireNonNull(bytes, file).readAllBytes();
                return defineClass(name, read, 0, read.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
