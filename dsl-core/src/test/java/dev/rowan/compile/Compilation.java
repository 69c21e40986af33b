package dev.rowan.compile;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a statement or two in a method that knows the shop. */
final class Compilation {
    private static final String PROGRAM = """
            import static dev.rowan.expression.Functions.*;
            import static dev.rowan.query.Sql.*;
            import static dev.rowan.shop.LineItems.LINE_ITEM;
            import static dev.rowan.shop.Orders.ORDER;
            import static dev.rowan.shop.Products.PRODUCT;
            import static dev.rowan.shop.Users.USER;
            import dev.rowan.execute.*;
            import dev.rowan.expression.Setting;
            import dev.rowan.expression.TimePart;
            import dev.rowan.expression.Window;
            import dev.rowan.row.*;
            import dev.rowan.query.*;
            import dev.rowan.schema.*;
            import dev.rowan.shop.*;
            import dev.rowan.type.SqlType;
            import java.time.Instant;
            import java.util.*;
            class Program {
                record NameAndId(String name, long id) {}
                record Row(long id) {}
                static class Odd extends Table<Row> {
                    Odd() { super(TableName.of("odd"), Row.class, name -> new Odd()); }
                }
                static final TemporalColumn<Order, Instant> OTHER_TIME = null;
                static final UniqueKey<User> USER_KEY = null;
                static final UniqueKey<Order> ORDER_KEY = null;
                static final User ann = null;
                static void run(Database db) {
                    %s
                }
            }
            """;

    private Compilation() {}

    /** The errors of the compiler, one text a line; empty if it is content. Nothing is written. */
    static String errors(String statements) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
        List<JavaFileObject> program = List.of(source(PROGRAM.formatted(statements)));
        try {
            ((JavacTask) compiler.getTask(new StringWriter(), null, diagnostics, options, null, program)).analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("string:///Program.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
