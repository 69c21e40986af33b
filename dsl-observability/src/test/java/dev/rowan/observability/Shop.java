package dev.rowan.observability;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.shop.Users.USER;

import dev.rowan.execute.Database;
import dev.rowan.migrate.LiveSchema;
import dev.rowan.query.Insert;
import dev.rowan.shop.User;
import dev.rowan.shop.Users;

/** A database with users, of which there is one. */
final class Shop {
    private Shop() {}

    static Database open(String name) {
        Database db = Database.connect("jdbc:h2:mem:" + name);
        LiveSchema.of(db).create(USER);
        db.execute(ann());
        return db;
    }

    static Insert<User, Users> ann() {
        return insertInto(USER).set(USER.NAME, "Ann").set(USER.EMAIL, "ann@example.org");
    }
}
