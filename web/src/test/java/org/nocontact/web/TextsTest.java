package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final Path TEXTS = Path.of("src/main/resources/org/nocontact/web/texts");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    /// A key that is said as it stands, or the first part of one that is put together.
    private static final Pattern SAID = Pattern.compile(
            "(?:say|sayOr|html|wrong|alsoWrong)\\((?:\"?[\\w-]*\"?, )?\"([a-z][a-z-]*\\.[a-z.0-9-]+)\"( \\+)?");

    static Stream<String> bundles() {
        return files(TEXTS, ".properties")
                .map(file -> file.getFileName().toString().replace(".properties", ""))
                .filter(name -> !name.contains("_"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void saysTheSameInEveryLanguage(String bundle) {
        var english = read(bundle + ".properties");
        var german = read(bundle + "_de.properties");

        assertThat(german.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> assertThat(placeholders(german.get(key)))
                .as("placeholders of %s.%s", bundle, key)
                .isEqualTo(placeholders(text)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void canBeFilledIn(String bundle) {
        for (var file : List.of(bundle + ".properties", bundle + "_de.properties")) {
            read(file).forEach((key, text) -> {
                var plain = text.replaceAll("'[{}]'", "");
                assertThat(plain).as("%s in %s", key, file).doesNotContain("'").isNotBlank();
                if (!bundle.equals("date")) {
                    assertThat(new MessageFormat(plain, Locale.ENGLISH).format(new Object[] {1, 2, 3, 4, 5}))
                            .doesNotContain("{");
                }
            });
        }
    }

    @Test
    void hasEveryKeyThatIsSaid() {
        var keys = bundles()
                .flatMap(
                        bundle -> read(bundle + ".properties").keySet().stream().map(key -> bundle + "." + key))
                .collect(Collectors.toSet());
        var missing = new TreeSet<String>();
        sources().forEach(source -> {
            var said = SAID.matcher(read(source));
            while (said.find()) {
                if (!isThere(said.group(1), said.group(2) != null, keys)) {
                    missing.add(source.getFileName() + ": " + said.group(1));
                }
            }
        });

        assertThat(missing).isEmpty();
    }

    @Test
    void speaksTheLanguageAskedForAndEnglishOtherwise() {
        assertThat(Texts.in(Locale.LanguageRange.parse("fr,de-AT;q=0.8,en;q=0.5"))
                        .locale())
                .isEqualTo(Locale.GERMAN);
        assertThat(Texts.in(Locale.LanguageRange.parse("fr")).locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void namesOpeningHoursForPeople() {
        assertThat(Texts.in(Locale.ENGLISH).hours("Mo-Fr 09:00-18:00; Sa 10:00-12:00"))
                .isEqualTo("Mon–Fri 09:00–18:00, Sat 10:00–12:00");
        assertThat(Texts.in(Locale.GERMAN).hours("Mo-Fr 09:00-18:00")).isEqualTo("Mo–Fr 09:00–18:00");
        assertThat(Texts.in(Locale.ENGLISH).hours("24/7")).isEqualTo("day and night");
    }

    private static boolean isThere(String key, boolean begins, Set<String> keys) {
        return begins ? keys.stream().anyMatch(known -> known.startsWith(key)) : keys.contains(key);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> sources() {
        return Stream.concat(files(Path.of("src/main/jte"), ".jte"), files(Path.of("src/main/java"), ".java"));
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeMap<String, String> read(String bundle) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(TEXTS.resolve(bundle), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
