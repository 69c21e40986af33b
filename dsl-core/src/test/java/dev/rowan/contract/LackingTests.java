package dev.rowan.contract;

import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.render.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** Gives up the tests that ask for what {@link Lacks} lists. */
final class LackingTests implements TestExecutionExceptionHandler {
    private static List<String> lacking(ExtensionContext context) {
        Lacks lacks = AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), Lacks.class) // or one that says it
                .orElseThrow();
        return Stream.of(
                        Arrays.stream(lacks.value()).map(Feature::words),
                        Arrays.stream(lacks.functions()).map(function -> "function " + function),
                        Arrays.stream(lacks.words()))
                .flatMap(words -> words)
                .toList();
    }

    /** An assertion quotes what came in place of what it expects, by its class. */
    private static boolean isRefusal(Throwable cause) {
        return cause instanceof UnsupportedFeatureException
                || (cause instanceof AssertionError
                        && String.valueOf(cause.getMessage()).contains(UnsupportedFeatureException.class.getName()));
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (String words : lacking(context)) {
                if (isRefusal(cause) && String.valueOf(cause.getMessage()).contains(" has no " + words + ";")) {
                    throw new TestAbortedException("refused: " + words, failure);
                }
            }
        }
        throw failure;
    }
}
