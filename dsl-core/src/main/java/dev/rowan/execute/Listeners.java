package dev.rowan.execute;

import dev.rowan.render.RenderedSql;

/** Two listeners, told one after the other. */
record Listeners(StatementListener first, StatementListener second) implements StatementListener {
    @Override
    public void started(RenderedSql sql) {
        first.started(sql);
        second.started(sql);
    }

    @Override
    public void executed(StatementEvent event) {
        first.executed(event);
        second.executed(event);
    }
}
