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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Writes classes that implement an interface of JDBC, so that what extends them writes down only the few methods that it has: {@code
 * UnsupportedConnection} and its like throw from every method, {@code ForwardingConnection} asks another connection. Run by the build
 * with the directory to write to.
 */
public final class GenerateJdbcBases {
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0], "dev/rowan/bench/driver"));
        for (Class<?> type :
                new Class<?>[] {DataSource.class, Connection.class, PreparedStatement.class, ResultSet.class}) {
            String name = "Unsupported" + type.getSimpleName();
            Files.writeString(directory.resolve(name + ".java"), unsupported(name, type));
        }
        Files.writeString(directory.resolve("ForwardingConnection.java"), forwarding());
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
                methods(type, method -> "throw new UnsupportedOperationException(\"" + method.getName() + "\");"));
    }

    private static String forwarding() {
        return """
                package dev.rowan.bench.driver;

                import java.sql.Connection;
                import org.jspecify.annotations.NullUnmarked;

                /** Asks another connection. */
                @NullUnmarked
                @SuppressWarnings("deprecation") // JDBC keeps what it deprecated
                abstract class ForwardingConnection implements Connection {
                    private final Connection connection;

                    ForwardingConnection(Connection connection) {
                        this.connection = connection;
                    }
                %s}
                """.formatted(methods(Connection.class, GenerateJdbcBases::forwarded));
    }

    private static String forwarded(Method method) {
        String arguments = IntStream.range(0, method.getParameterCount())
                .mapToObj(i -> "parameter" + i)
                .collect(Collectors.joining(", "));
        String call = "connection." + method.getName() + "(" + arguments + ");";
        return method.getReturnType() == void.class ? call : "return " + call;
    }

    private static String methods(Class<?> type, Function<Method, String> body) {
        return Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .sorted(Comparator.comparing(Method::toGenericString))
                .map(method -> method(method, body.apply(method)))
                .collect(Collectors.joining());
    }

    private static String method(Method method, String body) {
        String parameters = IntStream.range(0, method.getParameterCount())
                .mapToObj(i -> name(method.getGenericParameterTypes()[i]) + " parameter" + i)
                .collect(Collectors.joining(", "));
        return """

                    @Override
                    public %s%s %s(%s)%s {
                        %s
                    }
                """.formatted(
                        list("<", method.getTypeParameters(), "> "),
                        name(method.getGenericReturnType()),
                        method.getName(),
                        parameters,
                        list(" throws ", method.getExceptionTypes(), ""),
                        body);
    }

    private static String list(String before, Type[] types, String after) {
        return types.length == 0
                ? ""
                : Arrays.stream(types).map(GenerateJdbcBases::name).collect(Collectors.joining(", ", before, after));
    }

    private static String name(Type type) {
        return type.getTypeName().replace('$', '.');
    }
}
