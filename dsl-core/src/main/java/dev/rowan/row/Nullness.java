package dev.rowan.row;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What a record says about null. */
final class Nullness {
    private Nullness() {}

    /** Whether a component takes null: outside of {@code @NullMarked} everything does but a primitive. */
    static boolean allowsNull(RecordComponent component) {
        if (component.getType().isPrimitive()) {
            return false;
        }
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || !isNullMarked(component.getDeclaringRecord());
    }

    private static boolean isNullMarked(Class<?> type) {
        for (Class<?> scope = type; scope != null; scope = scope.getEnclosingClass()) {
            if (isMarked(scope)) {
                return true;
            }
            if (scope.isAnnotationPresent(NullUnmarked.class)) {
                return false;
            }
        }
        return isMarked(type.getPackage()) || isMarked(type.getModule());
    }

    private static boolean isMarked(@Nullable AnnotatedElement scope) {
        return scope != null && scope.isAnnotationPresent(NullMarked.class);
    }
}
