package dev.rowan.spring;

import static dev.rowan.shop.Users.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rowan.execute.Database;
import dev.rowan.execute.StatementCounter;
import dev.rowan.migrate.LiveSchema;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;

/** An application of Spring Boot that declares nothing of Rowan but what it adds. */
final class AutoConfigurationTest {

    @Configuration
    @EnableAutoConfiguration
    @Import({UserRepository.class, UserQueries.class, Work.class})
    static class Shop {
        @Bean
        StatementCounter statementCounter() {
            return new StatementCounter();
        }
    }

    @Configuration
    @EnableAutoConfiguration
    static class WithADatabaseOfItsOwn {
        @Bean
        Database own(DataSource dataSource) {
            return SpringDatabase.of(dataSource).withSchema("own");
        }
    }

    private static ConfigurableApplicationContext run(Class<?> application, String... properties) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setRegisterShutdownHook(false);
        return spring.run(properties);
    }

    @Test
    void databaseOfTheDataSourceTakesPartInTransactions() {
        try (ConfigurableApplicationContext shop = run(Shop.class, "--spring.datasource.url=jdbc:h2:mem:boot")) {
            UserRepository users = shop.getBean(UserRepository.class);
            UserQueries queries = shop.getBean(UserQueries.class);
            LiveSchema.of(shop.getBean(Database.class)).create(USER);
            StatementCounter counter = shop.getBean(StatementCounter.class);
            counter.reset();

            assertThatThrownBy(() -> shop.getBean(Work.class).required(() -> {
                        users.add("Ann");
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");

            assertThat(queries.names()).isEmpty();
            assertThat(counter.total()).isEqualTo(2);
            users.add("Bob");
            assertThatThrownBy(() -> users.add("Bob")).isInstanceOf(DuplicateKeyException.class);
        }
    }

    @Test
    void databaseOfTheApplicationIsTheOnlyOne() {
        try (ConfigurableApplicationContext shop =
                run(WithADatabaseOfItsOwn.class, "--spring.datasource.url=jdbc:h2:mem:own")) {
            assertThat(shop.getBean(Database.class).schema()).isEqualTo("own");
        }
    }

    @Test
    void withoutADataSourceThereIsNoDatabase() {
        try (ConfigurableApplicationContext shop = run(
                WithoutADataSource.class,
                "--spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration")) {
            assertThat(shop.getBeanNamesForType(Database.class)).isEmpty();
        }
    }

    @Configuration
    @EnableAutoConfiguration
    static class WithoutADataSource {}
}
