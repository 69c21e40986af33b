package dev.rowan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms of the house: each imports only those above it. */
class ArchitectureTest {
    private static final List<String> ROOMS = List.of(
            "error",
            "type",
            "row",
            "expression",
            "schema",
            "definition",
            "query",
            "render",
            "include",
            "execute",
            "migrate");

    private final JavaClasses core = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rowan");

    @Test
    void roomsImportOnlyRoomsAboveThem() {
        LayeredArchitecture rooms = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : ROOMS) {
            rooms = rooms.layer(room).definedBy("dev.rowan." + room + "..");
        }
        for (int i = 0; i < ROOMS.size(); i++) {
            List<String> below = ROOMS.subList(i + 1, ROOMS.size());
            rooms = below.isEmpty()
                    ? rooms.whereLayer(ROOMS.get(i)).mayNotBeAccessedByAnyLayer()
                    : rooms.whereLayer(ROOMS.get(i)).mayOnlyBeAccessedByLayers(below.toArray(String[]::new));
        }

        rooms.check(core);
    }

    @Test
    void everyClassLivesInARoom() {
        noClasses()
                .should()
                .resideOutsideOfPackages(
                        ROOMS.stream().map(room -> "dev.rowan." + room).toArray(String[]::new))
                .check(core);
    }

    @Test
    void roomsHaveNoCycle() {
        slices().matching("dev.rowan.(*)..").should().beFreeOfCycles().check(core);
    }

    @Test
    void jdbcIsKnownOnlyToTypeRowRenderExecuteAndMigrate() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.rowan.type", "dev.rowan.row", "dev.rowan.render", "dev.rowan.execute", "dev.rowan.migrate")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql", "javax.sql")
                .check(core);
    }

    @Test
    void hikariIsKnownOnlyToThePool() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Pool")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.zaxxer..")
                .check(core);
    }

    /** It is an optional dependency, so nothing else may load it. */
    @Test
    void jakartaIsKnownOnlyToItsBridge() {
        noClasses()
                .that()
                .doNotHaveSimpleName("JakartaValidation")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta..")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("JakartaValidation")
                .check(core);
    }

    @Test
    void noMonitors() {
        ArchRule rule = methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED);

        rule.check(core);
    }

    /** Virtual threads are pinned by a monitor, be it of a method or of a block. */
    @Test
    void noMonitorIsEnteredByAnyBlock() throws IOException {
        ToolProvider disassembler = ToolProvider.findFirst("javap").orElseThrow();
        Path classes = Path.of("target", "classes");
        try (Stream<Path> files = Files.walk(classes)) {
            String[] all = Stream.concat(
                            Stream.of("-c", "-p"), files.map(Path::toString).filter(file -> file.endsWith(".class")))
                    .toArray(String[]::new);
            StringWriter code = new StringWriter();
            int status = disassembler.run(new PrintWriter(code), new PrintWriter(code), all);

            assertThat(status).isZero();
            assertThat(code.toString().contains("invokevirtual")).isTrue();
            assertThat(code.toString().contains("monitorenter")).isFalse();
        }
    }

    @Test
    void noDriverIsImported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mysql..", "org.postgresql..", "org.h2..", "org.mariadb..", "org.sqlite..")
                .check(core);
    }
}
