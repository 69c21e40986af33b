package dev.rowan.row;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into classes, and finds those whose constructors are referred to. */
final class Constructors {
    private Constructors() {}

    /** Sees the private members of a class, unless its module keeps it closed. */
    static MethodHandles.Lookup lookup(Class<?> type) {
        try {
            // a private lookup asks that our module reads the record's
            Constructors.class.getModule().addReads(type.getModule());
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        } catch (IllegalAccessException e) {
            return MethodHandles.publicLookup();
        }
    }

    /** The record whose constructor is referred to, or empty for a lambda, a static method or a local record. */
    static Optional<Class<?>> referredRecord(RowConstructor constructor) {
        SerializedLambda lambda = Capture.of(constructor);
        if (lambda == null || lambda.getImplMethodKind() != MethodHandleInfo.REF_newInvokeSpecial) {
            return Optional.empty();
        }
        try {
            ClassLoader loader = constructor.getClass().getClassLoader();
            Class<?> type = Class.forName(lambda.getImplClass().replace('/', '.'), false, loader);
            return isCanonical(type, lambda.getImplMethodSignature()) ? Optional.of(type) : Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The class whose constructor another language has wrapped, or empty if it has wrapped none that is known. */
    static Optional<Class<?>> wrappedRecord(RowConstructor constructor) {
        SerializedLambda lambda = Capture.of(constructor);
        if (lambda == null || lambda.getCapturedArgCount() != 1) {
            return Optional.empty();
        }
        Constructor<?> referred = RowClasses.referred(lambda.getCapturedArg(0));
        if (referred == null) {
            return Optional.empty();
        }
        String signature =
                MethodType.methodType(void.class, referred.getParameterTypes()).toMethodDescriptorString();
        Class<?> type = referred.getDeclaringClass();
        return isCanonical(type, signature) ? Optional.of(type) : Optional.empty();
    }

    /** The class of what a lambda makes, or {@code Object} if it does not tell. */
    static Class<?> madeBy(RowConstructor constructor) {
        SerializedLambda lambda = Capture.of(constructor);
        if (lambda == null) {
            return Object.class;
        }
        ClassLoader loader = constructor.getClass().getClassLoader();
        Class<?> made = MethodType.fromMethodDescriptorString(lambda.getInstantiatedMethodType(), loader)
                .returnType();
        return MethodType.methodType(made).wrap().returnType();
    }

    private static boolean isCanonical(Class<?> type, String signature) {
        RowClass made = RowClasses.find(type);
        if (made == null) {
            return false;
        }
        List<Class<?>> parameters = new ArrayList<>();
        made.components().forEach(component -> parameters.add(component.type()));
        return MethodType.methodType(void.class, parameters)
                .toMethodDescriptorString()
                .equals(signature);
    }

    /** Serialization hands over the description of a lambda, without any package having to be opened. */
    private static final class Capture extends ObjectOutputStream {
        private @Nullable SerializedLambda lambda;

        private Capture() throws IOException {
            super(OutputStream.nullOutputStream());
            enableReplaceObject(true);
        }

        static @Nullable SerializedLambda of(RowConstructor constructor) {
            try (Capture capture = new Capture()) {
                capture.writeObject(constructor);
                return capture.lambda;
            } catch (IOException e) {
                return null; // captures something that is not serializable: a lambda, not a reference to a constructor
            }
        }

        @Override
        protected @Nullable Object replaceObject(Object object) {
            if (object instanceof SerializedLambda found) {
                lambda = found;
                return null;
            }
            return object;
        }
    }
}
