/** A shop as an HTTP API: users order products. */
@NullMarked
package dev.rowan.example.shop;

import org.jspecify.annotations.NullMarked;
