/** The JDK's HTTP server with routes, and bodies in JSON: as little as two applications need. */
@NullMarked
package dev.rowan.example.web;

import org.jspecify.annotations.NullMarked;
