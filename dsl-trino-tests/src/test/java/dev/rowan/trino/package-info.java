/** The dialect of Trino on three nodes of it. */
@NullMarked
package dev.rowan.trino;

import org.jspecify.annotations.NullMarked;
