package dev.rowan.bench;

import dev.rowan.expression.BoundValue;
import dev.rowan.query.SqlQuery;
import dev.rowan.render.RenderedSql;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Makes sure that the contestants do the same: equal text, equal binds, equal rows. Else nothing is worth measuring. */
final class Agreement {
    private Agreement() {}

    /**
     * Runs every contestant once.
     *
     * @throws IllegalStateException if two of a workload differ
     */
    static void check() throws SQLException {
        checkRendering();
        for (Backend backend : Backend.values()) {
            checkThousandRows(backend);
            checkRowByKey(backend);
        }
        checkNestedRecords();
    }

    private static void checkRendering() {
        R1BuildAndRender r1 = new R1BuildAndRender();
        sameStatement("R1", r1.byHand(), r1.rowanBuiltAnew());
        sameStatement("R1, held", r1.byHand(), r1.rowanHeld());
        sameStatement("R1, compiled", r1.byHand(), r1.rowanCompiled());
        R2Report r2 = new R2Report();
        sameStatement("R2, compiled", r2.byHand(), r2.rowanCompiled());
        sameStatement("R2", r2.byHand(), r2.rowanBuiltAnew());
        R3Search r3 = new R3Search();
        sameStatement("R3", r3.byHand(), r3.rowanBuiltAnew());
        R4Insert r4 = new R4Insert();
        r4.rows = 100;
        r4.setUp();
        sameStatement("R4", r4.byHand(), r4.rowanBuiltAnew());
        RnPredicates rn = new RnPredicates();
        rn.predicates = 10;
        sameStatement("Rn", rn.byHand(), rn.rowanBuiltAnew());
    }

    private static void sameStatement(String workload, TextAndBinds byHand, RenderedSql rowan) {
        same("text of " + workload, byHand.text(), rowan.text());
        same("binds of " + workload, Arrays.asList(byHand.binds()), values(rowan));
    }

    private static void checkThousandRows(Backend backend) throws SQLException {
        M1ThousandRows m1 = new M1ThousandRows();
        m1.backend = backend;
        m1.setUp();
        same("text of M1", ParcelsByHand.ALL, render(M1ThousandRows.ALL).text());
        same("rows by hand of M1 on " + backend, SampleParcels.of(1_000), m1.byHand());
        same("rows of M1 on " + backend, m1.byHand(), m1.rowan());
    }

    private static void checkRowByKey(Backend backend) throws SQLException {
        M2RowByKey m2 = new M2RowByKey();
        m2.backend = backend;
        m2.setUp();
        same("text of M2", ParcelsByHand.BY_KEY, render(M2RowByKey.BY_KEY).text());
        same(
                "presence of the row by hand of M2 on " + backend,
                true,
                m2.byHand().isPresent());
        same("row of the held query of M2 on " + backend, m2.byHand(), m2.rowanHeld());
        same("row of the compiled query of M2 on " + backend, m2.byHand(), m2.rowanCompiled());
        same("row of the new query of M2 on " + backend, m2.byHand(), m2.rowanBuiltAnew());
    }

    private static void checkNestedRecords() throws SQLException {
        M3NestedRecords m3 = new M3NestedRecords();
        m3.setUp();
        same(
                "text of the parents of M3",
                OrdersByHand.PARENTS,
                render(M3NestedRecords.KEYED).text());
        same("records by hand of M3", M3NestedRecords.ORDERS, m3.byHand());
        same("records by keys of M3", m3.byHand(), m3.rowanKeyed());
        same("records of M3, its strategy left to Rowan", m3.byHand(), m3.rowanAuto());
    }

    private static RenderedSql render(SqlQuery<?> query) {
        return Backend.DIALECT.render(query);
    }

    private static List<?> values(RenderedSql sql) {
        return sql.binds().stream().map(BoundValue::value).toList();
    }

    static void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException("the contestants do not do the same: expected as " + what + "\n  "
                    + expected + "\ngot\n  " + actual);
        }
    }
}
