/** How SQL Server differs from the standard. Imports {@code render} and the rooms above it. */
@NullMarked
package dev.rowan.dialect.sqlserver;

import org.jspecify.annotations.NullMarked;
