package dev.rowan.spring;

import static dev.rowan.query.Sql.command;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Users.USER;

import dev.rowan.execute.Database;
import dev.rowan.shop.User;
import java.util.List;
import org.springframework.stereotype.Repository;

@Repository
class UserQueries {
    private final Database db;

    UserQueries(Database db) {
        this.db = db;
    }

    List<String> names() {
        return db.fetch(select(USER.NAME).from(USER).orderBy(USER.NAME.asc()));
    }

    User find(String name) {
        return db.fetchOne(select().from(USER).where(USER.NAME.eq(name)));
    }

    void refer(long id, long referrer) {
        db.execute(update(USER).set(USER.REFERRER_ID, referrer).where(USER.ID.eq(id)));
    }

    void numberAll(long id) {
        db.execute(update(USER).set(USER.ID, id).everyRow());
    }

    void callWhatIsNotThere() {
        db.execute(command("delete from nowhere"));
    }
}
