/** A blog as an HTTP API: users, and their posts with tags. */
@NullMarked
package dev.rowan.example.blog;

import org.jspecify.annotations.NullMarked;
