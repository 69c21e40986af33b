package dev.rowan.example.web;

/** What answers calls, from many threads. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers a call.
     *
     * @throws RuntimeException what {@link Failures} makes an answer of
     */
    Answer answer(Call call);
}
