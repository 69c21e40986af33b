import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Writes {@code UnsupportedConnection} and its like: classes that implement an interface of JDBC by throwing from every
 * method, so that the driver of the benchmarks writes down only the few methods that it has. Run by the build with the
 * directory to write to.
 */
public final class GenerateUnsupported {
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0], "dev/rowan/bench/driver"));
        for (Class<?> type :
                new Class<?>[] {DataSource.class, Connection.class, PreparedStatement.class, ResultSet.class}) {
            String name = "Unsupported" + type.getSimpleName();
            Files.writeString(directory.resolve(name + ".java"), unsupported(name, type));
        }
    }

    private static String unsupported(String name, Class<?> type) {
        return """
                package dev.rowan.bench.driver;

                import org.jspecify.annotations.NullUnmarked;

                /** Throws from every method. */
                @NullUnmarked
                @SuppressWarnings("deprecation") // JDBC keeps what it deprecated
                abstract class %s implements %s {
                %s}
                """.formatted(
                        name,
                        type.getName(),
                        Arrays.stream(type.getMethods())
                                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                                .sorted(Comparator.comparing(Method::toGenericString))
                                .map(GenerateUnsupported::method)
                                .collect(Collectors.joining()));
    }

    private static String method(Method method) {
        String parameters = IntStream.range(0, method.getParameterCount())
                .mapToObj(i -> name(method.getGenericParameterTypes()[i]) + " parameter" + i)
                .collect(Collectors.joining(", "));
        return """

                    @Override
                    public %s%s %s(%s)%s {
                        throw new UnsupportedOperationException("%s");
                    }
                """.formatted(
                        list("<", method.getTypeParameters(), "> "),
                        name(method.getGenericReturnType()),
                        method.getName(),
                        parameters,
                        list(" throws ", method.getExceptionTypes(), ""),
                        method.getName());
    }

    private static String list(String before, Type[] types, String after) {
        return types.length == 0
                ? ""
                : Arrays.stream(types).map(GenerateUnsupported::name).collect(Collectors.joining(", ", before, after));
    }

    private static String name(Type type) {
        return type.getTypeName().replace('$', '.');
    }
}
