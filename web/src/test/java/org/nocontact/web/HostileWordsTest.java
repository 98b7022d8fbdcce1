package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.NoteKind;
import org.nocontact.core.PersonName;
import org.nocontact.core.Rule;
import org.nocontact.core.Words;

/// Whatever somebody writes, or sends to be pasted, stays words: no page takes it for markup, script or direction.
class HostileWordsTest {
    private static final String[] PAGES = {
        "/",
        "/weak-hour",
        "/letters",
        "/letters?q=%3Cscript%3E%22%27",
        "/slips?day=%22%3E%3Cscript%3E",
        "/received",
        "/rule"
    };

    static Stream<String> hostile() {
        return Stream.of(
                "<script>alert(1)</script>",
                "</textarea></title></script><img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "' onfocus='alert(1)' autofocus='",
                "{0} {1} '{' ${frame} @raw",
                "javascript:alert(1)//",
                "\u202Enettirw\u2066 \u2069\u2069 \u05e9\u05dc\u05d5\u05dd",
                "&lt;b&gt; &amp; &#60;i>");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void staysWordsOnEveryPage(String words) {
        try (var person = new PersonWithARule(Rule.about(words))) {
            var keeper = person.trial.keeper;
            keeper.addNote(NoteKind.REASON, Words.text(words));
            keeper.addNote(NoteKind.ACTIVITY, Words.text(words));
            keeper.addNote(NoteKind.FRIEND, new Words(Map.of("text", words, "phone", words)));
            keeper.slip(
                    person.clock.truth().minus(Duration.ofHours(1)),
                    Act.TEXT,
                    false,
                    new Words(Map.of("setOff", words, "brought", words, "next", words)));
            var letter = keeper.writeLetter(Words.text(words));
            keeper.attempt(new Attempt(
                    Act.EMAIL,
                    new PersonName(words),
                    new Words(Map.of("text", words, "subject", words)),
                    false,
                    "mail"));
            var via = words.codePoints().anyMatch(Character::isISOControl) ? "text" : words;
            var received = keeper.receive(via, person.clock.truth(), Words.text(words));

            for (var path : Stream.concat(
                            Stream.of(PAGES),
                            Stream.of("/letters/" + letter, "/letters/" + letter + "/burn", "/received/" + received))
                    .toList()) {
                check(person.visitor.open(path).html(), path, words);
                check(person.visitor.speaking("de").open(path).html(), path, words);
            }
            assertThat(person.visitor
                            .open("/letters/" + letter)
                            .one("article .own")
                            .wholeText())
                    .isEqualTo(words);
            var again = person.visitor
                    .open("/slips")
                    .press("Keep going", "day", words, "setOff", words, "brought", words, "next", words);
            assertThat(again.status()).isEqualTo(422);
            assertThat(again.field("day")).isEqualTo(words);
            assertThat(again.field("next")).isEqualTo(words);
            check(again.html(), "/slips again", words);
        }
    }

    private static void check(Document page, String path, String words) {
        var scripts = page.select("script");
        assertThat(scripts.eachAttr("src"))
                .as(path)
                .hasSize(scripts.size())
                .allMatch(src -> src.startsWith("/static/"));
        assertThat(scripts.html()).as(path).isBlank();
        assertThat(page.select("img, iframe, object, [style], b, i:not(.exit i)"))
                .as(path)
                .isEmpty();
        page.getAllElements()
                .forEach(element -> element.attributes().forEach(attribute -> {
                    assertThat(attribute.getKey()).as(path).doesNotStartWith("on");
                    if (attribute.getKey().equals("href")) {
                        assertThat(attribute.getValue()).as(path).matches("(/|#|https://|tel:|sms:)[\\s\\S]*");
                    }
                }));
        page.body().getAllElements().stream()
                .flatMap(element -> element.textNodes().stream())
                .forEach(text -> {
                    // Where the words stand alone, there is nothing beside them that they could turn.
                    var beside = text.getWholeText().strip().replace(words, "").isEmpty() ? "" : text.getWholeText();
                    var isolated = beside.replaceAll("\u2068[^\u2069]*\u2069", "");
                    assertThat(isolated).as("in " + path).doesNotContain("\u202E", "\u2066");
                });
    }
}
