package dev.rowan.definition;

/**
 * A condition that each row keeps.
 *
 * @param condition the condition, without {@code check} and its parentheses
 */
public record CheckDefinition(String name, String condition) implements TablePart {}
