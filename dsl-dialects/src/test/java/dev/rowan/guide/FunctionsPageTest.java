package dev.rowan.guide;

import static dev.rowan.query.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rowan.dialect.postgres.PostgresDialect;
import dev.rowan.error.UnsupportedFeatureException;
import dev.rowan.expression.AggregateOperators;
import dev.rowan.expression.Aggregates;
import dev.rowan.expression.ArrayExpression;
import dev.rowan.expression.ComparableExpression;
import dev.rowan.expression.Condition;
import dev.rowan.expression.EqualityOperators;
import dev.rowan.expression.Expression;
import dev.rowan.expression.Frame;
import dev.rowan.expression.FullText;
import dev.rowan.expression.Functions;
import dev.rowan.expression.JsonExpression;
import dev.rowan.expression.JsonPath;
import dev.rowan.expression.NumberExpression;
import dev.rowan.expression.OrderOperators;
import dev.rowan.expression.SortKey;
import dev.rowan.expression.TemporalExpression;
import dev.rowan.expression.TextExpression;
import dev.rowan.expression.Window;
import dev.rowan.expression.WindowFunction;
import dev.rowan.guide.FunctionSamples.Wares;
import dev.rowan.query.SqlStatement;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/functions.md} is what {@link FunctionSamples} says, and leaves nothing out; {@code -Drowan.docs=write} writes it. */
final class FunctionsPageTest {
    private static final Path PAGE = Path.of("../docs/functions.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/rowan/guide/FunctionSamples.java");
    private static final Pattern SECTION = Pattern.compile(
            "/\\*\\* ([^\\n]*) \\*/\\s+static List<Object> (\\w+)\\(\\) \\{\\s+return Arrays\\.asList\\((.*?)\\);\\n    }",
            Pattern.DOTALL);

    private static final int LONGEST = 160;

    /** What users call on an expression, beside the functions. */
    private static final List<Class<?>> OPERATORS = List.of(
            Expression.class,
            EqualityOperators.class,
            OrderOperators.class,
            ComparableExpression.class,
            NumberExpression.class,
            TextExpression.class,
            TemporalExpression.class,
            JsonExpression.class,
            JsonPath.class,
            ArrayExpression.class,
            Condition.class,
            SortKey.class,
            AggregateOperators.class,
            WindowFunction.class,
            Window.class,
            Frame.class,
            FullText.class);

    /** What is no SQL, but how expressions are looked into. */
    private static final Set<String> PLUMBING = Set.of(
            "accept",
            "expression",
            "label",
            "isNeutral",
            "isNullable",
            "precedence",
            "type",
            "required",
            "saying",
            "name");

    @Test
    void pageShowsEachSample() throws IOException, ReflectiveOperationException {
        StringBuilder page = new StringBuilder("""
                # Functions

                What can be called on columns and other expressions, a line each, with its SQL on PostgreSQL, without quotes and the names of tables; `?` is a value that is bound, and `…` stands for the rest of a long text. Other databases have
                the same result [in their own words](dialects.md#functions), or refuse it by name. Functions, aggregates and window functions are static methods of `dev.rowan.expression.Functions`
                (`import static dev.rowan.expression.Functions.*`; for Kotlin see [its imports](kotlin.md)); `exists`, `notExists`, `row`, `raw` and `rawCondition` those of `dev.rowan.query.Sql`; the bounds of frames those of
                `dev.rowan.expression.Frame`. `Window`, `TimePart` and `Frame` are in `dev.rowan.expression`, `SqlType` and `Json` in `dev.rowan.type`.

                `ID` and `STOCK` are integer columns, `PRICE` is a decimal one, `NAME` and `NOTE` hold texts, `SOLD` a boolean, `DUE_ON` a date, `MADE_AT` an instant, `DATA` JSON, `TAGS` an array of texts, `PART` is a `Json`; `STOCK`, `NOTE` and `TAGS` may be NULL.
                Wherever a value stands, another expression of its type can: `PRICE.plus(1)`, `PRICE.plus(STOCK)`. A method that is not here there is not: a date of two weeks from now is `DUE_ON.plus(14, TimePart.DAY)`, its year `DUE_ON.get(TimePart.YEAR)`,
                a count of different values `countDistinct(NOTE)`.
                """);
        Matcher section = SECTION.matcher(source());
        while (section.find()) {
            List<?> samples = (List<?>)
                    FunctionSamples.class.getDeclaredMethod(section.group(2)).invoke(null);
            List<String> texts = arguments(section.group(3));
            assertThat(texts).as(section.group(1)).hasSameSizeAs(samples);
            page.append("\n## ").append(section.group(1)).append("\n\n| Java | is a | SQL |\n|---|---|---|\n");
            for (int i = 0; i < texts.size(); i++) {
                page.append("| `").append(cell(texts.get(i))).append("` | ");
                page.append(kind(samples.get(i))).append(" | ");
                page.append(cell(shown(samples.get(i)))).append(" |\n");
            }
        }

        if ("write".equals(System.getProperty("rowan.docs"))) {
            Files.writeString(PAGE, page.toString());
        } else {
            assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
        }
    }

    @Test
    void noFunctionIsLeftOut() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Class<?> type : List.of(Functions.class, Aggregates.class)) {
            Stream.of(type.getMethods())
                    .filter(method -> Modifier.isStatic(method.getModifiers()))
                    .forEach(method -> names.add(method.getName()));
        }
        for (Class<?> type : OPERATORS) {
            Stream.of(type.getDeclaredMethods())
                    .filter(FunctionsPageTest::isForUsers)
                    .forEach(method -> names.add(method.getName()));
        }
        Set<String> called = new TreeSet<>();
        Matcher section = SECTION.matcher(source());
        while (section.find()) {
            Pattern.compile("\\b([a-zA-Z0-9]+)\\(|::([a-z]+)")
                    .matcher(section.group(3))
                    .results()
                    .forEach(call -> called.add(call.group(1) == null ? call.group(2) : call.group(1)));
        }

        assertThat(names).hasSizeGreaterThan(100);
        assertThat(called).containsAll(names);
    }

    private static boolean isForUsers(Method method) {
        boolean ofRecord = method.getDeclaringClass().isRecord()
                && Arrays.stream(method.getDeclaringClass().getRecordComponents())
                        .anyMatch(component -> component.getAccessor().equals(method));
        boolean ofObject = Stream.of(Object.class.getMethods())
                .anyMatch(own -> own.getName().equals(method.getName()));
        return Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic()
                && !ofRecord
                && !ofObject
                && !PLUMBING.contains(method.getName());
    }

    private static String source() throws IOException {
        return Files.readString(SOURCE);
    }

    /** What stands between the commas that are in no parentheses and no quotes. */
    private static List<String> arguments(String code) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        StringBuilder argument = new StringBuilder();
        for (char c : code.replaceAll("\\n\\s+", " ").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            if (c == ',' && depth == 0 && !quoted) {
                arguments.add(argument.toString());
                argument.setLength(0);
            } else {
                argument.append(c);
            }
        }
        arguments.add(argument.toString());
        return arguments.stream()
                .map(text -> text.strip().replaceAll(" \\.", "."))
                .toList();
    }

    private static String kind(Object sample) {
        return sample instanceof Expression<?> expression
                ? "`" + expression.type().javaType().getSimpleName() + "`"
                : sample instanceof SortKey ? "sort key" : "condition";
    }

    private static String shown(Object sample) {
        try {
            String text = sql(sample);
            return "`" + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …") + "`";
        } catch (UnsupportedFeatureException e) {
            return "refused by PostgreSQL 18";
        }
    }

    private static String sql(Object sample) {
        Wares wares = Wares.WARE;
        if (sample instanceof Expression<?> expression) {
            return rendered(select(expression).from(wares))
                    .substring("select ".length())
                    .replaceFirst(" from w(?= window|$)", "");
        }
        return sample instanceof SortKey key
                ? after(" order by ", select(wares.ID).from(wares).orderBy(key))
                : after(" where ", select(wares.ID).from(wares).where((Condition) sample));
    }

    private static String after(String clause, SqlStatement statement) {
        String all = rendered(statement);
        return all.substring(all.indexOf(clause) + clause.length());
    }

    private static String rendered(SqlStatement statement) {
        return new PostgresDialect(18, 0)
                .render(statement)
                .text()
                .replace("\"w\".", "")
                .replace("\"", "");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
