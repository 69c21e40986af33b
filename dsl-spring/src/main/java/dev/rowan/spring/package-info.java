/**
 * Rowan within Spring: a database that takes part in Spring's transactions, Rowan's errors as Spring's, and an auto-configuration for
 * Spring Boot. It imports the public parts of the core and Spring's JDBC support; of Spring Boot, which is optional, only the
 * auto-configuration knows. No dialect is known here.
 */
@NullMarked
package dev.rowan.spring;

import org.jspecify.annotations.NullMarked;
