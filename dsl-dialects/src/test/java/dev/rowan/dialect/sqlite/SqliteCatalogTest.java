package dev.rowan.dialect.sqlite;

import dev.rowan.contract.CatalogContract;
import dev.rowan.server.SqliteFile;
import java.util.List;
import java.util.Map;

final class SqliteCatalogTest extends CatalogContract {
    @Override
    protected String newDatabase(String name) {
        return SqliteFile.newDatabase(name);
    }

    @Override
    protected List<String> foreignTables() {
        return List.of(
                "create table p (id integer primary key, b VARCHAR(20) default 'x' unique collate nocase, c datetime default current_timestamp)",
                "create table q (a int references p on delete cascade deferrable initially deferred, \"b c\" numeric(10,2) not null"
                        + " default (1 + 2), d as (a * 2) stored, e text check (e <> ')' /* ) */), -- ,\n"
                        + " check (a > 3 or (e is null)), constraint u unique (a, \"b c\"), primary key (a, e))",
                "create index i1 on q (a desc, lower(e), \"b c\") where a > 3",
                "create view w as select a, lower(e) as l from q where a > 1",
                "create virtual table f using fts5(t)");
    }

    @Override
    protected Map<String, String> foreignTypes() {
        return Map.of("b", "VARCHAR(20) collate nocase", "b c", "NUMERIC(10,2)");
    }
}
