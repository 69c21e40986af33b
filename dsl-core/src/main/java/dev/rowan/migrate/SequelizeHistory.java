package dev.rowan.migrate;

import static dev.rowan.query.Sql.select;

import dev.rowan.error.MigrationException;
import dev.rowan.execute.Session;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Sequelize has noted of a database: the names of the files that it has run. For one session; only reads. */
final class SequelizeHistory {
    private static final Pattern FILE = Pattern.compile("(\\d{1,30})(?!\\d).*", Pattern.DOTALL);

    private final Session session;
    private final Names names;

    SequelizeHistory(Session session, TableName table) {
        this.session = session;
        this.names = new Names(table);
    }

    private record Name(String name) {}

    private static final class Names extends Table<Name> {
        private final TextColumn<Name, String> NAME = varchar("name", 255).primaryKey();

        private Names(TableName name) {
            super(name, Name.class, Names::new);
        }
    }

    /** The versions of those migrations that it names. */
    Set<Version> versions(Migrations migrations) {
        if (LiveSchema.read(session).table(names.tableName()).isEmpty()) {
            throw new MigrationException("expected the table " + names.tableName()
                    + " of Sequelize, got none; name it, or note migrations by baseline(version)");
        }
        Set<Version> known = new HashSet<>();
        migrations.all().forEach(migration -> known.add(migration.version()));
        Set<Version> versions = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String name : session.fetch(select(names.NAME).from(names).orderBy(names.NAME.asc()))) {
            Matcher number = FILE.matcher(name);
            Version version = number.matches() ? new Version(List.of(new BigInteger(number.group(1)))) : null;
            if (version == null || !known.contains(version)) {
                unknown.add(name);
            } else {
                versions.add(version);
            }
        }
        if (!unknown.isEmpty()) {
            throw new MigrationException("expected a migration of this program for each name in " + names.tableName()
                    + ", with the number that it begins with as its version, got none for " + unknown
                    + "; add them, or note migrations by baseline(version)");
        }
        return versions;
    }
}
