package dev.rowan.example.shop;

import dev.rowan.example.web.Application;

/** Starts the shop: {@code mvn -q -Pshop -pl examples -am process-test-classes}. */
public final class ShopApplication {
    private ShopApplication() {}

    /** Starts on the database and the port that the environment names. */
    public static void main(String[] arguments) {
        Application.start("shop", (db, port) -> ShopApi.on(db).start(port));
    }
}
