/**
 * The goals of the Maven plugin: migrations and generated sources in a build. A goal takes its parameters, has {@code dev.rowan.task} do the work,
 * and logs what that tells.
 */
@NullMarked
package dev.rowan.maven;

import org.jspecify.annotations.NullMarked;
