package dev.rowan.dialect.h2;

import dev.rowan.contract.AnomalyContract;

final class H2AnomalyTest extends AnomalyContract {
    @Override
    protected String newDatabase() {
        return "jdbc:h2:mem:anomaly;TIME ZONE=Europe/Berlin";
    }
}
