package dev.rowan.example.shop;

import dev.rowan.row.One;

/** So many of a product, at the price of the day. */
public record OrderItem(long orderId, long productId, int quantity, int unitPriceInCents, One<Product> product) {

    /** For an order that has no number yet. */
    static OrderItem of(Product product, int quantity) {
        return new OrderItem(0, product.id(), quantity, product.priceInCents(), One.unloaded());
    }

    /** The same, of an order. */
    OrderItem of(long order) {
        return new OrderItem(order, productId, quantity, unitPriceInCents, product);
    }
}
