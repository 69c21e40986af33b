/** Rowan in real contexts of Spring, on H2 and PostgreSQL. */
package dev.rowan.spring;
