package dev.rowan.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.rowan.render.DialectProvider;
import dev.rowan.row.RowConstructor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the jars tell a builder of native images is there, and all of it is told. No image is built. */
final class NativeImageTest {
    private static final Path CORE = resources("core");
    private static final Path DIALECTS = resources("dialects");
    private static final Pattern CLASS = Pattern.compile("\"([a-z]+(?:\\.\\w+)+)\"");
    private static final Pattern METHOD = Pattern.compile("\"name\": \"(\\w+|<init>)\",\\s*\"parameterTypes\"");

    private static Path resources(String module) {
        return Path.of("..", "dsl-" + module, "src/main/resources/META-INF");
    }

    private static Path metadata(Path resources, String artifact, String file) {
        return resources.resolve(Path.of("native-image", "dev.rowan", "rowan-dsl-" + artifact, file));
    }

    private static String reflection(Path resources, String artifact) {
        return read(metadata(resources, artifact, "reflect-config.json"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> classes(String config) {
        return CLASS.matcher(config).results().map(found -> found.group(1)).toList();
    }

    static Stream<String> namedClasses() {
        return Stream.of(
                        reflection(CORE, "core"),
                        reflection(DIALECTS, "dialects"),
                        read(metadata(CORE, "core", "proxy-config.json")))
                .flatMap(config -> classes(config).stream());
    }

    @ParameterizedTest
    @MethodSource("namedClasses")
    void namedClassIsThere(String name) throws ClassNotFoundException {
        assertThat(Class.forName(name, false, getClass().getClassLoader())).isNotNull();
    }

    @Test
    void namedMethodsAreThere() {
        assertThat(METHOD.matcher(reflection(CORE, "core")).results().map(MatchResult::group))
                .hasSize(2);
        assertThat(List.of(Double.class.getMethods()))
                .extracting(java.lang.reflect.Method::getName)
                .contains("doubleToRawLongBits", "longBitsToDouble");
    }

    /** They are found by {@code MethodHandles}, with names and types that an analysis does not see. Records are the application's. */
    @Test
    void whateverRowsAreComposedOfIsNamed() {
        List<String> composed = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.rowan").stream()
                        .filter(NativeImageTest::isOfRows)
                        .map(type -> type.getName())
                        .filter(name -> !name.equals(RowConstructor.class.getName()) && !name.endsWith("$OfRecord"))
                        .toList();

        assertThat(composed).hasSizeGreaterThan(44);
        assertThat(classes(reflection(CORE, "core"))).containsAll(composed);
    }

    private static boolean isOfRows(JavaClass type) {
        boolean constructor = type.isInterface() && type.isAssignableTo(RowConstructor.class);
        boolean tuple = type.isRecord() && type.getSimpleName().matches("Row\\d+");
        return constructor
                || tuple
                || type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().matches("find(Static|Virtual)")
                                && call.getTargetOwner().getName().contains("MethodHandles"));
    }

    @Test
    void everyProviderIsNamed() {
        List<String> providers = read(DIALECTS.resolve("services").resolve(DialectProvider.class.getName()))
                .lines()
                .toList();

        assertThat(ServiceLoader.load(DialectProvider.class).stream()
                        .map(found -> found.type().getName()))
                .containsAll(providers);
        assertThat(classes(reflection(DIALECTS, "dialects"))).containsExactlyInAnyOrderElementsOf(providers);
        assertThat(METHOD.matcher(reflection(DIALECTS, "dialects")).results()).hasSameSizeAs(providers);
    }

    @Test
    void everyFileOfServicesIsAResource() throws IOException {
        try (Stream<Path> files = Files.list(DIALECTS.resolve("services"))) {
            String config = read(metadata(DIALECTS, "dialects", "resource-config.json"));

            assertThat(files.map(file -> "META-INF/services/" + file.getFileName()))
                    .isNotEmpty()
                    .allSatisfy(service -> assertThat(config).contains(service));
        }
        assertThat(CORE.resolve("services")).doesNotExist();
    }
}
