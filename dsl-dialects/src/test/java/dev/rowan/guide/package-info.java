/** The guides under {@code docs/}: what they show is code of this package, and what they point at is there. */
@NullMarked
package dev.rowan.guide;

import org.jspecify.annotations.NullMarked;
