package dev.rowan.spring;

import dev.rowan.error.BulkException;
import dev.rowan.error.DecodeException;
import dev.rowan.error.InvalidQueryException;
import dev.rowan.error.NotIncludedException;
import dev.rowan.error.QueryException;
import dev.rowan.error.RowCountException;
import dev.rowan.error.RowanException;
import dev.rowan.error.StaleRowException;
import dev.rowan.error.UnsupportedFeatureException;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.jdbc.BadSqlGrammarException;

/**
 * Makes Spring's exceptions of Rowan's. As a bean, beside a {@code PersistenceExceptionTranslationPostProcessor}, it does so for every
 * {@code @Repository}. The cause of each is Rowan's exception, whose message it repeats; as that holds no value that was bound, neither does
 * it. (Between a {@link BadSqlGrammarException} and its cause stands an {@link SQLException} with the same code, for it must hold one.)
 *
 * <p>What is not about data access stays as it is: a {@link dev.rowan.error.ValidationException}, which tells a caller what to mend, a
 * {@link dev.rowan.error.MigrationException}, a {@link dev.rowan.error.ConfigurationException}. Thread-safe.
 */
public final class RowanExceptionTranslator implements PersistenceExceptionTranslator {

    /** A translator. */
    public RowanExceptionTranslator() {}

    /** The exception of Spring, or null if this is none of Rowan's, or none about data access. */
    @Override
    public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException exception) {
        return exception instanceof RowanException failure ? translated(failure) : null;
    }

    private static @Nullable DataAccessException translated(RowanException failure) {
        String message = Objects.requireNonNullElse(failure.getMessage(), "");
        if (failure instanceof QueryException refused) {
            return ofKind(refused, refused, message);
        } else if (failure instanceof BulkException bulk) {
            return bulk.getCause() instanceof QueryException refused
                    ? ofKind(refused, bulk, message)
                    : new InvalidDataAccessApiUsageException(message, bulk);
        } else if (failure instanceof StaleRowException) {
            return new OptimisticLockingFailureException(message, failure);
        } else if (failure instanceof RowCountException count) {
            return ofCount(count, message);
        } else if (failure instanceof DecodeException) {
            return new DataRetrievalFailureException(message, failure);
        } else if (failure instanceof InvalidQueryException
                || failure instanceof UnsupportedFeatureException
                || failure instanceof NotIncludedException) {
            return new InvalidDataAccessApiUsageException(message, failure);
        }
        return null;
    }

    private static DataAccessException ofCount(RowCountException count, String message) {
        return switch (count.kind()) {
            case NONE -> new EmptyResultDataAccessException(message, 1, count);
            case SEVERAL -> new IncorrectResultSizeDataAccessException(message, 1, count);
            case OVER_LIMIT -> new InvalidDataAccessApiUsageException(message, count);
        };
    }

    private static DataAccessException ofKind(QueryException refused, RowanException failure, String message) {
        return switch (refused.kind()) {
            case UNIQUE_VIOLATION -> new DuplicateKeyException(message, failure);
            case FOREIGN_KEY_VIOLATION, NOT_NULL_VIOLATION, CHECK_VIOLATION, INVALID_VALUE ->
                new DataIntegrityViolationException(message, failure);
            case CONFLICT, LOCK_TIMEOUT -> new CannotAcquireLockException(message, failure);
            case TIMEOUT -> new QueryTimeoutException(message, failure);
            case AUTHENTICATION -> new PermissionDeniedDataAccessException(message, failure);
            case POOL_TIMEOUT, UNKNOWN_DATABASE, UNKNOWN_HOST, CONNECTION, CLOSED ->
                new DataAccessResourceFailureException(message, failure);
            case INCOMPLETE -> new DataRetrievalFailureException(message, failure);
            case INVALID_SQL -> badGrammar(refused, failure, message);
            case OTHER -> new Uncategorized(message, failure);
        };
    }

    /** Spring has it hold an exception of JDBC. */
    private static DataAccessException badGrammar(QueryException refused, RowanException failure, String message) {
        return new BadSqlGrammarException(
                "Rowan",
                Objects.requireNonNullElse(refused.sql(), ""),
                new SQLException(message, refused.sqlState(), refused.vendorCode(), failure));
    }

    private static final class Uncategorized extends UncategorizedDataAccessException {
        private static final long serialVersionUID = 1L;

        Uncategorized(String message, RowanException failure) {
            super(message, failure);
        }
    }
}
