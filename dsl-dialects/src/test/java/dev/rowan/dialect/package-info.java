/** Tests of the dialects that belong to none of them alone. */
@NullMarked
package dev.rowan.dialect;

import org.jspecify.annotations.NullMarked;
