/** The running example: a shop with users, products, orders and line items. */
@NullMarked
package dev.rowan.shop;

import org.jspecify.annotations.NullMarked;
