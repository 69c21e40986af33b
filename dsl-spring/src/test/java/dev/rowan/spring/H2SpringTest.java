package dev.rowan.spring;

import static dev.rowan.query.Sql.update;
import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

final class H2SpringTest extends SpringContract {
    @Override
    String newDatabase() {
        return "jdbc:h2:mem:spring;LOCK_TIMEOUT=50";
    }

    @Test
    void rowThatSomebodyElseHoldsIsALockThatCannotBeHad() {
        long ann = users.add("Ann");

        work.required(() -> {
            db.execute(update(USER).set(USER.NAME, "Anna").where(USER.ID.eq(ann)));
            assertThatThrownBy(() -> work.requiresNew(() -> queries.refer(ann, ann)))
                    .isInstanceOf(CannotAcquireLockException.class);
        });
    }
}
