/** A dialect as a third party writes one, for {@code docs/writing-a-dialect.md}: HSQLDB, as little of it as works. */
@NullMarked
package dev.rowan.guide.hsqldb;

import org.jspecify.annotations.NullMarked;
