package dev.rowan.dialect.h2;

import dev.rowan.contract.GraphContract;

final class H2GraphTest extends GraphContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:graph;TIME ZONE=Europe/Berlin";
    }
}
