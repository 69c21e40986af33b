/** A blog, whose tables are connected in every way that there is. */
@NullMarked
package dev.rowan.blog;

import org.jspecify.annotations.NullMarked;
