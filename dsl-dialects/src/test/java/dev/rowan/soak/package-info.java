/** Results that do not fit into the heap, read in a JVM of 64 MB. */
@NullMarked
package dev.rowan.soak;

import org.jspecify.annotations.NullMarked;
