package dev.rowan.contract;

/** What a dialect must do whose database is asked rather than written to: the language of queries, and tables made of them. */
public abstract class ReadingContract extends SharedDatabase implements FeatureContract, TableOfQueryContract {
    /** For subclasses. */
    protected ReadingContract() {}
}
