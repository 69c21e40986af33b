package dev.rowan.dialect.mariadb;

import static dev.rowan.query.Sql.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rowan.contract.Accounts;
import dev.rowan.contract.SafetyContract;
import dev.rowan.error.ConstraintViolationException;
import dev.rowan.server.MariaDbServer;
import org.junit.jupiter.api.Test;

final class MariaDbSafetyTest extends SafetyContract {
    @Override
    protected String newDatabase() {
        return MariaDbServer.newDatabase("safety");
    }

    @Test
    void keyIsNamedBySessionsThatSpeakGerman() {
        Accounts.open(db(), 1, 0);

        ConstraintViolationException violation = db().transaction(tx -> {
            tx.execute(command("set session lc_messages = 'de_DE'"));
            try {
                return catchThrowableOfType(ConstraintViolationException.class, () -> Accounts.open(tx, 1, 0));
            } finally {
                tx.execute(command("set session lc_messages = 'en_US'"));
            }
        });

        assertThat(violation.getCause()).hasMessageContaining("Doppelter Eintrag");
        assertThat(violation.constraint()).isEqualTo("accounts_pkey");
    }
}
