package dev.rowan.architecture;

import dev.rowan.query.Sql;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the methods and constructors of the public API that take a text. */
final class TextParameters {
    private static final int VISIBLE = Modifier.PUBLIC | Modifier.PROTECTED;

    private TextParameters() {}

    /** Their signatures, as {@code query.Sql.alias(Table, String)}. */
    static List<String> inThePublicApi() {
        Path classes;
        try {
            classes = Path.of(Sql.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file -> file.substring(0, file.length() - 6).replaceAll("[/\\\\]", "."))
                    .filter(name -> !name.startsWith("dev.rowan.include.")) // the one package that is not exported
                    .map(TextParameters::load)
                    .filter(TextParameters::isVisible)
                    .flatMap(type -> Stream.<Executable>concat(
                            Stream.of(type.getDeclaredMethods()), Stream.of(type.getDeclaredConstructors())))
                    .filter(method -> (method.getModifiers() & VISIBLE) != 0 && !method.isSynthetic())
                    .filter(method -> !(method.getDeclaringClass().isEnum()
                            && method.getName().equals("valueOf")))
                    .filter(method ->
                            Stream.of(method.getGenericParameterTypes()).anyMatch(TextParameters::holdsText))
                    .map(TextParameters::signature)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, TextParameters.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        return (type.getModifiers() & VISIBLE) != 0 && (enclosing == null || isVisible(enclosing));
    }

    /** A text, or texts in an array, a collection, a function or another type of Java's own. */
    private static boolean holdsText(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isArray() ? holdsText(plain.getComponentType()) : isText(plain);
        } else if (type instanceof GenericArrayType array) {
            return holdsText(array.getGenericComponentType());
        } else if (type instanceof WildcardType wildcard) {
            return Arrays.stream(wildcard.getUpperBounds()).anyMatch(TextParameters::holdsText)
                    || Arrays.stream(wildcard.getLowerBounds()).anyMatch(TextParameters::holdsText);
        } else if (type instanceof TypeVariable<?> variable) {
            return Arrays.stream(variable.getBounds()).anyMatch(bound -> bound == String.class);
        }
        return type instanceof ParameterizedType parameterized
                && parameterized.getRawType().getTypeName().startsWith("java.")
                && Arrays.stream(parameterized.getActualTypeArguments()).anyMatch(TextParameters::holdsText);
    }

    private static boolean isText(Class<?> type) {
        return type == String.class || type == CharSequence.class || type == StringBuilder.class;
    }

    private static String signature(Executable method) {
        String name = method instanceof Constructor ? "new" : method.getName();
        return method.getDeclaringClass().getName().replaceFirst("^dev\\.rowan\\.", "") + "." + name + "("
                + Stream.of(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", "))
                + ")";
    }
}
