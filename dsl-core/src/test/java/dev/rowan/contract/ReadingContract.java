package dev.rowan.contract;

/** What a dialect must do whose database is asked rather than written to: the language of queries, functions and types. */
public abstract class ReadingContract extends SharedDatabase
        implements FeatureContract,
                ConditionContract,
                SubqueryContract,
                TableContract,
                SetOperationContract,
                AggregateContract,
                NumberFunctionContract,
                TextFunctionContract,
                TimePartContract,
                WindowContract,
                ChoiceContract,
                TypeContract,
                TimeContract,
                TableOfQueryContract {
    /** For subclasses. */
    protected ReadingContract() {}
}
