package dev.rowan.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.error.BulkException;
import dev.rowan.error.ConfigurationException;
import dev.rowan.error.DecodeException;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.MigrationException;
import dev.rowan.error.QueryException;
import dev.rowan.error.QueryException.Kind;
import dev.rowan.error.RowCountException;
import dev.rowan.error.StaleRowException;
import dev.rowan.error.UnsupportedFeatureException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;

final class RowanExceptionTranslatorTest {
    private static final Map<Kind, Class<? extends DataAccessException>> EXPECTED = Map.ofEntries(
            Map.entry(Kind.UNIQUE_VIOLATION, DuplicateKeyException.class),
            Map.entry(Kind.FOREIGN_KEY_VIOLATION, DataIntegrityViolationException.class),
            Map.entry(Kind.NOT_NULL_VIOLATION, DataIntegrityViolationException.class),
            Map.entry(Kind.CHECK_VIOLATION, DataIntegrityViolationException.class),
            Map.entry(Kind.INVALID_VALUE, DataIntegrityViolationException.class),
            Map.entry(Kind.CONFLICT, CannotAcquireLockException.class),
            Map.entry(Kind.LOCK_TIMEOUT, CannotAcquireLockException.class),
            Map.entry(Kind.TIMEOUT, QueryTimeoutException.class),
            Map.entry(Kind.POOL_TIMEOUT, DataAccessResourceFailureException.class),
            Map.entry(Kind.AUTHENTICATION, PermissionDeniedDataAccessException.class),
            Map.entry(Kind.UNKNOWN_DATABASE, DataAccessResourceFailureException.class),
            Map.entry(Kind.UNKNOWN_HOST, DataAccessResourceFailureException.class),
            Map.entry(Kind.CONNECTION, DataAccessResourceFailureException.class),
            Map.entry(Kind.CLOSED, DataAccessResourceFailureException.class),
            Map.entry(Kind.INCOMPLETE, DataRetrievalFailureException.class),
            Map.entry(Kind.INVALID_SQL, BadSqlGrammarException.class),
            Map.entry(Kind.OTHER, UncategorizedDataAccessException.class));

    private static DataAccessException translated(RuntimeException exception) {
        return new RowanExceptionTranslator().translateExceptionIfPossible(exception);
    }

    private static QueryException failure(Kind kind) {
        return new QueryException(kind, "select 1", "12345", 7, new SQLException("secret"));
    }

    @ParameterizedTest
    @EnumSource
    void eachKindHasItsException(Kind kind) {
        assertThat(translated(failure(kind)))
                .isInstanceOf(EXPECTED.get(kind))
                .hasMessageNotContaining("secret")
                .hasRootCauseMessage("secret")
                .satisfies(e -> assertThat(e.contains(QueryException.class)).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void aRowOfManyFailsAsOneDoes(Kind kind) {
        assertThat(translated(new BulkException(3, "users", failure(kind))))
                .isInstanceOf(EXPECTED.get(kind))
                .satisfies(e -> assertThat(e.contains(BulkException.class)).isTrue());
    }

    @Test
    void otherErrorsAreThoseOfTheirMeaning() {
        assertThat(translated(new StaleRowException("users", false)))
                .isExactlyInstanceOf(OptimisticLockingFailureException.class);
        assertThat(translated(new RowCountException(RowCountException.Kind.NONE, "m")))
                .isInstanceOf(EmptyResultDataAccessException.class);
        assertThat(translated(new RowCountException(RowCountException.Kind.SEVERAL, "m")))
                .isExactlyInstanceOf(IncorrectResultSizeDataAccessException.class);
        assertThat(translated(new RowCountException(RowCountException.Kind.OVER_LIMIT, "m")))
                .isInstanceOf(InvalidDataAccessApiUsageException.class);
        assertThat(translated(new DecodeException("m"))).isInstanceOf(DataRetrievalFailureException.class);
        assertThat(translated(new InvalidQueryException("m"))).isInstanceOf(InvalidDataAccessApiUsageException.class);
        assertThat(translated(new UnsupportedFeatureException("f", "d", "a")))
                .isInstanceOf(InvalidDataAccessApiUsageException.class);
    }

    @Test
    void whatIsNotAboutDataAccessStays() {
        assertThat(translated(new MigrationException("m"))).isNull();
        assertThat(translated(new ConfigurationException("m"))).isNull();
        assertThat(translated(new IllegalStateException("m"))).isNull();
    }
}
