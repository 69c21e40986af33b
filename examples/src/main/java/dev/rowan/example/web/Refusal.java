package dev.rowan.example.web;

import java.io.Serial;

/** A call that cannot be served, for a reason that the caller is told. */
public final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;

    private Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The call is wrong. */
    public static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    /** What is asked for is not there. */
    public static Refusal notFound(String what, long id) {
        return new Refusal(404, what + " " + id + " not found");
    }

    /** The call is right, but not in the present state of things. */
    public static Refusal conflict(String message) {
        return new Refusal(409, message);
    }

    int status() {
        return status;
    }
}
