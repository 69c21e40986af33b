/** A schema whose tables say all that a table can say of what is written to it: clubs of several tenants, and their members. */
@NullMarked
package dev.rowan.club;

import org.jspecify.annotations.NullMarked;
