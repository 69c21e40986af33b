package dev.rowan.dialect.h2;

import dev.rowan.oracle.IncludeOracle;
import java.util.Comparator;

final class H2OracleTest extends IncludeOracle {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:oracle;TIME ZONE=Europe/Berlin";
    }

    /** By the halves of UTF-16, as Java does. */
    @Override
    protected Comparator<String> textOrder() {
        return Comparator.naturalOrder();
    }
}
