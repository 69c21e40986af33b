package dev.rowan.contract;

import static dev.rowan.query.Sql.createTable;

import dev.rowan.execute.Database;
import dev.rowan.render.Dialect;
import dev.rowan.schema.Table;
import javax.sql.DataSource;

/** The contract's random trees, to be run with any dialect: even one that is wrong on purpose, to see whether they tell. */
public enum RandomTrees {
    /** Conditions that are true, false or unknown. */
    CONDITIONS,
    /** Numbers computed from numbers. */
    COMPUTATIONS,
    /** Comparisons of computed numbers. */
    COMPARISONS;

    private record Opened(Database db, DataSource dataSource) implements TruthTableContract, PrecedenceContract {
        @Override
        public void create(Table<?> table) {
            db.execute(createTable(table));
        }
    }

    /**
     * Compares what the trees yield with what they do in Java.
     *
     * @param database one whose tables are empty
     * @throws AssertionError if one differs, or is an error
     */
    public void compareWithJava(SharedDatabase database, Dialect dialect) {
        DataSource dataSource = database.dataSource();
        Opened opened = new Opened(Database.of(dataSource, dialect), dataSource);
        switch (this) {
            case CONDITIONS -> opened.randomConditionsAreTrueFalseOrUnknownAsTheyAreInJava();
            case COMPUTATIONS -> opened.randomComputationsYieldWhatTheyDoInJava();
            case COMPARISONS -> opened.randomComparisonsOfComputationsYieldWhatTheyDoInJava();
        }
    }
}
