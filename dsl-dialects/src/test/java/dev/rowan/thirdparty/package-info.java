/** What somebody else can make of the public parts of the core. */
@NullMarked
package dev.rowan.thirdparty;

import org.jspecify.annotations.NullMarked;
