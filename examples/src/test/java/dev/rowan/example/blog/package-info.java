/** The blog, driven over HTTP. */
@NullMarked
package dev.rowan.example.blog;

import org.jspecify.annotations.NullMarked;
