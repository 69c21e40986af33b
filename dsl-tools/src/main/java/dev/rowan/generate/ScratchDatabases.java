package dev.rowan.generate;

import dev.rowan.error.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Finds scratch databases. */
public final class ScratchDatabases {
    private ScratchDatabases() {}

    /**
     * The scratch database of a name.
     *
     * @param name its own, or that of its class
     * @throws ConfigurationException if there is none; it names those that are there
     */
    public static ScratchDatabase named(String name) {
        List<String> there = new ArrayList<>();
        for (ScratchDatabase database : ServiceLoader.load(ScratchDatabase.class)) {
            if (database.name().equals(name)) {
                return database;
            }
            there.add(database.name());
        }
        try {
            return Class.forName(name)
                    .asSubclass(ScratchDatabase.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new ConfigurationException(
                    "expected the name of a scratch database, or of its class, got '" + name + "'; there are " + there,
                    e);
        }
    }
}
