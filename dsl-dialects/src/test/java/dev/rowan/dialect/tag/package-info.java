/** Statements that say in a comment where they come from. */
package dev.rowan.dialect.tag;
