package dev.rowan.spring;

import dev.rowan.execute.Database;
import dev.rowan.execute.StatementListener;
import dev.rowan.schema.RecordCheck;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * Makes a {@link Database} of the only, or primary, {@link DataSource} bean, as {@link SpringDatabase#of} does, and a {@link
 * RowanExceptionTranslator}, unless there are such beans. Beans of {@link StatementListener} listen to it, and those of {@link RecordCheck}
 * check its records, each in their order.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration" // of Spring Boot 4
        })
public class RowanAutoConfiguration {

    /** Made by Spring Boot. */
    public RowanAutoConfiguration() {}

    @Bean
    @ConditionalOnSingleCandidate(DataSource.class)
    @ConditionalOnMissingBean
    Database rowanDatabase(
            DataSource dataSource, ObjectProvider<StatementListener> listeners, ObjectProvider<RecordCheck> checks) {
        Database db = SpringDatabase.of(dataSource);
        for (StatementListener listener : listeners.orderedStream().toList()) {
            db = db.withListener(listener);
        }
        for (RecordCheck check : checks.orderedStream().toList()) {
            db = db.withRecordCheck(check);
        }
        return db;
    }

    @Bean
    @ConditionalOnMissingBean
    static RowanExceptionTranslator rowanExceptionTranslator() {
        return new RowanExceptionTranslator();
    }
}
