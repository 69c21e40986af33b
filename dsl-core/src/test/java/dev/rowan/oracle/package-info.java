/** Random queries of random rows, and what Java says that they find. */
@NullMarked
package dev.rowan.oracle;

import org.jspecify.annotations.NullMarked;
