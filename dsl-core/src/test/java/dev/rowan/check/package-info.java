/** What a project's own tests can have checked: its static queries, against a real server. */
@NullMarked
package dev.rowan.check;

import org.jspecify.annotations.NullMarked;
