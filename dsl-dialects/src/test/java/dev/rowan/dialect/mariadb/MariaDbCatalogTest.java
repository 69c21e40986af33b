package dev.rowan.dialect.mariadb;

import dev.rowan.contract.CatalogContract;
import dev.rowan.server.MariaDbServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

final class MariaDbCatalogTest extends CatalogContract {
    @Override
    protected String newDatabase(String name) {
        return newUtf8Database(name);
    }

    static String newUtf8Database(String name) {
        String url = MariaDbServer.newDatabase(name);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "alter database character set utf8mb4"); // in which MariaDB keeps texts within expressions
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return url;
    }

    @Override
    protected List<String> foreignTables() {
        return List.of(
                "create table p (id int primary key, b int unique)",
                "create table q (id int, x int default (1 + 2), y int generated always as (u * 2) stored,"
                        + " s varchar(10) default (concat('a''b', 'c')) comment 'it''s', m enum('a','it''s'), u int unsigned,"
                        + " ye year, j json, ts timestamp default current_timestamp on update current_timestamp,"
                        + " d decimal(10,2) default 0, dt date default '2020-01-01', bi binary(3), bt bit(3) default b'101',"
                        + " c1 varchar(5) character set latin1, c2 varchar(5) collate utf8mb4_bin, blo text default ('x'),"
                        + " ti tinyint, me mediumtext,"
                        + " constraint f1 foreign key (id) references p (id) on delete restrict,"
                        + " constraint f2 foreign key (id) references p (b) on delete cascade on update no action,"
                        + " key i1 (s desc, x), unique key u1 (x, u), check (x > 3 or j is not null)) comment 'tab'",
                "create view v as select id, lower(s) as ls from q where x > 1");
    }

    @Override
    protected Map<String, String> foreignTypes() {
        return Map.of("m", "enum('a','it''s')", "u", "int unsigned", "ye", "year", "j", "json", "ti", "tinyint");
    }
}
