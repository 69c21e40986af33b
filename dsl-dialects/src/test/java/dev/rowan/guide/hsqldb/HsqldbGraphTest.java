package dev.rowan.guide.hsqldb;

import dev.rowan.contract.GraphContract;
import dev.rowan.contract.Lacks;
import dev.rowan.render.Feature;

@Lacks(
        value = {Feature.RETURNING_OF_INSERT, Feature.NESTED_ROWS, Feature.ROW_VALUES},
        words = "window")
final class HsqldbGraphTest extends GraphContract {
    @Override
    protected String newDatabase() {
        return "jdbc:hsqldb:mem:graph";
    }
}
