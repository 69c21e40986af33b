package dev.rowan.dialect.postgres;

import dev.rowan.contract.CatalogContract;
import dev.rowan.server.PostgresServer;
import java.util.List;
import java.util.Map;

final class PostgresCatalogTest extends CatalogContract {
    @Override
    protected String newDatabase(String name) {
        return PostgresServer.newDatabase(name);
    }

    @Override
    protected List<String> foreignTables() {
        return List.of(
                "create type mood as enum ('sad', 'it''s ok')",
                "create table p (id serial primary key, b int unique)",
                "create table q (id int generated always as identity, a int, v varchar, c char(3), m money default 5, n numeric,"
                        + " mo mood default 'sad', mos mood[] default '{sad}', tz timestamptz default now(), t1 timestamp(3),"
                        + " i interval, ip inet, x xml, b bit(3), bv bit varying(5), j json, tags text[], g int generated always as (a + 1) stored,"
                        + " d date default current_date, r int4range, ts tsvector, u uuid default gen_random_uuid(),"
                        + " coll text collate \"C\", \"char\" \"char\", foreign key (a) references p on delete restrict on update cascade,"
                        + " check (a::numeric / 2 > 1), check (v ~ '^a.*'), check (extract(year from d) > 2000),"
                        + " check (case when a > 1 then v = 'x' else c is null end), check (mo <> 'sad'),"
                        + " check (d > date '2000-01-01'), check (tags @> array['a']))",
                "create index i1 on q (a desc, lower(v)) where a > 3 and v is not null",
                "create view w as select a, lower(v) as l from q where a > 1;");
    }

    @Override
    protected Map<String, String> foreignTypes() {
        return Map.of(
                "m",
                "money",
                "mo",
                "mood",
                "mos",
                "mood array",
                "tz",
                "timestamp with time zone",
                "v",
                "varchar",
                "ip",
                "inet");
    }
}
