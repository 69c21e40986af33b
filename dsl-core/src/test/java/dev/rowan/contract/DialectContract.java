package dev.rowan.contract;

/**
 * What every dialect must do, on a real database. A dialect's own test is a subclass of five lines:
 *
 * <pre>{@code
 * final class PostgresContractTest extends DialectContract {
 *     @Override
 *     protected String newDatabase() {
 *         return PostgresServer.newDatabase("contract");
 *     }
 * }
 * }</pre>
 *
 * Each theme is an interface of its own.
 */
public abstract class DialectContract extends SharedDatabase
        implements MissionContract,
                IncludeContract,
                RefinedIncludeContract,
                RelationContract,
                HistoryContract,
                NestedRowsContract,
                NestedRefusalsContract,
                NestedTypesContract,
                ConditionContract,
                TruthTableContract,
                PrecedenceContract,
                SubqueryContract,
                QueryContract,
                TableContract,
                SetOperationContract,
                ExecutionContract,
                PagingContract,
                StreamContract,
                FunctionContract,
                FeatureContract,
                TypeContract,
                TypeMatrixContract,
                JsonTypeContract,
                ConverterContract,
                TimeContract,
                WriteContract,
                ReturningContract,
                InsertSelectContract,
                NoTableContract,
                TableOfQueryContract,
                NameContract,
                HostileContract,
                ErrorContract,
                TransactionContract {
    /** For subclasses. */
    protected DialectContract() {}
}
