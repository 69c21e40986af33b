/** How MySQL differs from the standard, and what MariaDB shares of it. Imports {@code render} and the rooms above it. */
@NullMarked
package dev.rowan.dialect.mysql;

import org.jspecify.annotations.NullMarked;
