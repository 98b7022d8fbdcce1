package org.nocontact.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The arrows between the modules, as in docs/design.md: a module uses these, and no others.
class ArchitectureTest {
    private static final String ROOT = "org.nocontact.";

    private static final Map<String, List<String>> USES = new TreeMap<>(Map.of(
            "core", List.of(),
            "reading", List.of("core"),
            "recovery", List.of("core"),
            "history", List.of("core"),
            "store", List.of("core"),
            "mail", List.of("core", "reading"),
            "web", List.of("core", "reading", "recovery", "history"),
            "app", List.of("core", "reading", "recovery", "history", "store", "mail", "web")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.nocontact");

    @Test
    void keepsEveryModuleToItsArrows() {
        USES.forEach((module, uses) -> {
            var foreign = USES.keySet().stream()
                    .filter(other -> !other.equals(module) && !uses.contains(other))
                    .map(other -> ROOT + other + "..")
                    .toArray(String[]::new);
            if (foreign.length > 0) {
                classes()
                        .that()
                        .resideInAPackage(ROOT + module + "..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideOutsideOfPackages(foreign)
                        .allowEmptyShould(true)
                        .check(CLASSES);
            }
        });
    }

    @Test
    void knowsEveryModule() {
        var modules = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(ROOT.length()).split("\\.")[0])
                .collect(Collectors.toSet());

        assertThat(USES.keySet()).containsAll(modules).contains("core", "store", "web", "app");
    }

    @Test
    void keepsCoreFromEverythingButTheLanguageAndTwoLibraries() {
        classes()
                .that()
                .resideInAPackage(ROOT + "core..")
                .should()
                .onlyDependOnClassesThat(resideInAPackage(ROOT + "core..")
                        .or(type(ByteArrayOutputStream.class))
                        .or(type(InputStream.class))
                        .or(resideInAPackage("java.lang.."))
                        .or(resideInAPackage("java.math.."))
                        .or(resideInAPackage("java.net.."))
                        .or(resideInAPackage("java.nio.charset.."))
                        .or(resideInAPackage("java.text.."))
                        .or(resideInAPackage("java.time.."))
                        .or(resideInAPackage("java.util.."))
                        .or(resideInAPackage("org.jspecify.annotations.."))
                        .or(resideInAPackage("com.google.i18n.phonenumbers..")))
                .check(CLASSES);
    }

    @Test
    void hasNoCyclesBetweenModules() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void hasOneFlatPackageForEachModule() {
        var packages = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.startsWith(ROOT + "web.part"))
                .distinct();

        assertThat(packages)
                .allMatch(name ->
                        Stream.of(name.substring(ROOT.length()).split("\\.")).count() == 1);
    }
}
