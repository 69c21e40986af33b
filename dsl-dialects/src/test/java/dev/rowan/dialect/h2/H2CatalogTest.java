package dev.rowan.dialect.h2;

import dev.rowan.contract.CatalogContract;
import java.util.List;
import java.util.Map;

final class H2CatalogTest extends CatalogContract {
    @Override
    protected String newDatabase(String name) {
        return "jdbc:h2:mem:" + name + ";TIME ZONE=Europe/Berlin";
    }

    @Override
    protected List<String> foreignTables() {
        return List.of(
                "create table p (id int primary key, b int unique)",
                "create table q (a int, v varchar, w varchar(3) array, n numeric, n2 decimal(5), c char(3), cl clob,"
                        + " bi binary(3), vb varbinary(4), e enum('a','it''s'), tz time(3) with time zone,"
                        + " i interval day to second, dt date default date '2020-01-01', g int generated always as (a * 2 + 1),"
                        + " ar varchar(9) array default array['a', 'b'], ty tinyint, ts timestamp default localtimestamp,"
                        + " u uuid default random_uuid(), f float, df decfloat, geo geometry, arr integer array[3],"
                        + " foreign key (a) references p on delete restrict, check (a > 3))",
                "create index i1 on q (a desc, n)",
                "create unique index i2 on q (n)",
                "create view w as select a, lower(v) as l from q where a > 1");
    }

    @Override
    protected Map<String, String> foreignTypes() {
        return Map.of("E", "enum('a', 'it''s')", "V", "varchar", "C", "char(3)", "N2", "decimal(5, 0)");
    }
}
