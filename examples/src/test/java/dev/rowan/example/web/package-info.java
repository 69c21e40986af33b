/** What drives the applications over HTTP. */
@NullMarked
package dev.rowan.example.web;

import org.jspecify.annotations.NullMarked;
