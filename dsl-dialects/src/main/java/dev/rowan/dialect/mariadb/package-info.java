/** How MariaDB differs from the standard and from MySQL. Imports {@code render} and the rooms above it, and {@code mysql}. */
@NullMarked
package dev.rowan.dialect.mariadb;

import org.jspecify.annotations.NullMarked;
