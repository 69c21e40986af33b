package dev.rowan.tpch;

final class H2TpchTest extends TpchContract {
    @Override
    String newDatabase() {
        return "jdbc:h2:mem:tpch";
    }
}
