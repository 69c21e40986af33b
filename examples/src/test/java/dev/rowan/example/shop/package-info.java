/** The shop, driven over HTTP. */
@NullMarked
package dev.rowan.example.shop;

import org.jspecify.annotations.NullMarked;
