package dev.rowan.contract;

import static dev.rowan.query.Sql.insertInto;
import static dev.rowan.query.Sql.select;
import static dev.rowan.query.Sql.update;

import dev.rowan.execute.SqlExecutor;
import dev.rowan.execute.Transaction;
import dev.rowan.expression.Functions;
import dev.rowan.schema.NumberColumn;
import dev.rowan.schema.Table;
import dev.rowan.schema.TableName;
import dev.rowan.schema.TextColumn;
import dev.rowan.schema.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Accounts of a bank, with every constraint that a table can declare. */
public final class Accounts extends Table<Accounts.Account> {
    /** The table. */
    public static final Accounts ACCOUNT = new Accounts(TableName.of("accounts"));

    final NumberColumn<Account, Long> ID = bigint("id").primaryKey();
    final TextColumn<Account, String> OWNER = varchar("owner", 100).notNull();
    final TextColumn<Account, @Nullable String> EMAIL = varchar("email", 100).unique();
    final TextColumn<Account, @Nullable String> BRANCH = varchar("branch", 100);
    final TextColumn<Account, @Nullable String> NUMBER = varchar("number", 100);
    final NumberColumn<Account, @Nullable Long> PARENT_ID = bigint("parent_id").references(() -> parents().ID);

    /** How much there is. */
    public final NumberColumn<Account, Long> BALANCE =
            bigint("balance").notNull().defaultValue(0L);

    final UniqueKey<Account> BY_NUMBER = uniqueKey("branch's number", BRANCH, NUMBER);

    private Accounts(TableName name) {
        super(name, Account.class, Accounts::new);
    }

    private static Accounts parents() {
        return ACCOUNT;
    }

    /** One of them. */
    public record Account(
            long id,
            String owner,
            @Nullable String email,
            @Nullable String branch,
            @Nullable String number,
            @Nullable Long parentId,
            long balance) {}

    /** Inserts accounts, numbered from 1, that hold so much each. */
    public static void open(SqlExecutor db, int count, long balance) {
        for (long i = 1; i <= count; i++) {
            db.execute(insertInto(ACCOUNT)
                    .set(ACCOUNT.ID, i)
                    .set(ACCOUNT.OWNER, "owner " + i)
                    .set(ACCOUNT.BALANCE, balance));
        }
    }

    /** What an account holds. */
    public static long balance(SqlExecutor db, long id) {
        return db.fetchOne(select(ACCOUNT.BALANCE).from(ACCOUNT).where(ACCOUNT.ID.eq(id)));
    }

    /** What all accounts hold. */
    public static long total(SqlExecutor db) {
        return db.fetch(select(Functions.notNull(ACCOUNT.BALANCE)).from(ACCOUNT)).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Adds to an account, or takes from it. */
    public static void add(SqlExecutor db, long id, long amount) {
        db.execute(update(ACCOUNT)
                .set(ACCOUNT.BALANCE, ACCOUNT.BALANCE.plus(amount))
                .where(ACCOUNT.ID.eq(id)));
    }

    /**
     * Moves an amount from one account to another, and writes that of the lower number first, so that transfers wait for each other in
     * one direction only.
     *
     * @throws IllegalArgumentException if there is less
     */
    public static Void transfer(Transaction tx, long from, long to, long amount) {
        if (from <= to) {
            take(tx, from, amount);
            add(tx, to, amount);
        } else {
            add(tx, to, amount);
            take(tx, from, amount);
        }
        return null;
    }

    private static void take(Transaction tx, long id, long amount) {
        long taken = tx.execute(update(ACCOUNT)
                .set(ACCOUNT.BALANCE, ACCOUNT.BALANCE.minus(amount))
                .where(ACCOUNT.ID.eq(id).and(ACCOUNT.BALANCE.ge(amount))));
        if (taken == 0) {
            throw new IllegalArgumentException("insufficient funds");
        }
    }
}
