package dev.rowan.spring;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.shop.Users.USER;

import dev.rowan.execute.Database;
import org.springframework.stereotype.Repository;

@Repository
class UserRepository {
    private final Database db;

    UserRepository(Database db) {
        this.db = db;
    }

    long add(String name) {
        return db.fetchOne(insertInto(USER)
                .set(USER.NAME, name)
                .set(USER.EMAIL, name + "@example.org")
                .returning(USER.ID));
    }
}
