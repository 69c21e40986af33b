package dev.rowan.contract;

import static dev.rowan.contract.Accounts.ACCOUNT;

import dev.rowan.schema.Table;
import java.util.List;

/** What every dialect must do when writes are refused, collide, or must all happen or none. */
public abstract class SafetyContract extends SharedDatabase
        implements ConstraintContract, TransactionEndContract, ConflictContract, MeetingWriterContract {
    /** For subclasses. */
    protected SafetyContract() {}

    @Override
    protected List<Table<?>> tables() {
        return List.of(ACCOUNT);
    }
}
