/** What takes minutes in full: results that do not fit into the heap, many threads, servers that are killed under load. */
@NullMarked
package dev.rowan.soak;

import org.jspecify.annotations.NullMarked;
