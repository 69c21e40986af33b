package dev.rowan.generate;

final class H2GenerationTest extends GenerationContract {
    @Override
    String newDatabase() {
        return "jdbc:h2:mem:generated";
    }

    @Override
    String script() {
        return "h2.sql";
    }
}
