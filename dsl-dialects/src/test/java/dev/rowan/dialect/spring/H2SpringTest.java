package dev.rowan.dialect.spring;

final class H2SpringTest extends SpringTransactions {
    @Override
    String newDatabase() {
        return "jdbc:h2:mem:spring";
    }
}
