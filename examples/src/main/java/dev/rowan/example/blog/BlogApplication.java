package dev.rowan.example.blog;

import dev.rowan.example.web.Application;

/** Starts the blog: {@code mvn -q -Pblog -pl examples -am process-test-classes}. */
public final class BlogApplication {
    private BlogApplication() {}

    /** Starts on the database and the port that the environment names. */
    public static void main(String[] arguments) {
        Application.start("blog", (db, port) -> BlogApi.on(db).start(port));
    }
}
