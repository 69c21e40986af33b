/** How PostgreSQL differs from the standard. Imports {@code render} and the rooms above it. */
@NullMarked
package dev.rowan.dialect.postgres;

import org.jspecify.annotations.NullMarked;
