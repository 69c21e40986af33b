package dev.rowan.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} names every method that takes SQL as a text. */
final class SecurityPageTest {
    private static final String CONSTANT = "com.google.errorprone.annotations.CompileTimeConstant";

    @Test
    void everyRawEntryIsNamed() throws IOException {
        String page = Files.readString(Path.of("../docs/security.md"));
        List<String> entries = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.rowan").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(SecurityPageTest::takesSql)
                        .map(method -> method.getOwner().getSimpleName() + "." + method.getName() + "(")
                        .distinct()
                        .toList();

        assertThat(entries).isNotEmpty().allSatisfy(entry -> assertThat(page).contains("`" + entry));
    }

    private static boolean takesSql(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return owner.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)
                && method.getParameters().stream().anyMatch(parameter -> parameter.isAnnotatedWith(CONSTANT));
    }
}
