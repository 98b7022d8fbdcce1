package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocontact.core.Handles.Read;
import org.nocontact.core.Handles.Unreadable;

class HandlesTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sam@x.example                       | mailto:sam@x.example
            mailto:Sam%2Bnews@x.example?subject=Hi%0Athere | mailto:sam@x.example
            mailto:?to=sam@x.example            | mailto:sam@x.example
            mailto:sales%2Fdept@x.example       | mailto:sales%2Fdept@x.example
            first.last/dept@x.example           | mailto:first.last%2Fdept@x.example
            facetime:sam@x.example              | mailto:sam@x.example
            sip:sam@x.example                   | mailto:sam@x.example
            +442079460958                       | tel:+442079460958
            0151 23456789                       | tel:+4915123456789
            01512345                            | tel:01512345
            Daniel                              | name:daniel
            daniel   CLIMBS                     | name:daniel climbs
            ＤＡＮＩＥＬ                              | name:daniel
            Jürgen Müller                       | name:jürgen müller
            Daniel: work                        | name:daniel: work
            Dr. No                              | name:dr. no
            007 James                           | name:007 james
            O'Brien/Smith                       | name:o'brien/smith
            ❤️                                  | name:❤
            name:Daniel                         | name:daniel
            profile:instagram/daniel            | profile:instagram/daniel
            tiktok.com/@daniel                  | profile:tiktok/daniel
            ‎ @daniel ‏                           | profile:any/daniel
            @daniel smith                       | -
            sam@x.example, kim@x.example        | -
            mailto:sam@x.example,kim@x.example  | -
            mailto:sam@x.example?cc=kim@x.example | -
            look https://instagram.com/daniel   | -
            *#06#                               | -
            ???                                 | -
            """)
    void readsTheMostSpecificHandle(String written, String canonical) {
        var expected = canonical.equals("-") ? null : canonical;
        var parsed = Handles.parse(written, List.of("DE"));
        assertThat(parsed instanceof Read(Handle handle) ? handle.canonical() : null)
                .as("%s: %s", written, parsed)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Daniel,Danièl", "Daniel,Dan iel", "Daniel,Dаniel", "Daniel,Daniela"})
    void namesThatDiffer(String one, String other) {
        assertThat(new PersonName(one)).isNotEqualTo(new PersonName(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u200b", "\ufeff"})
    void nothingIsEmpty(String written) {
        assertThat(Handles.parse(written, List.of())).isEqualTo(new Unreadable("is empty"));
    }

    @Test
    void controlCharactersAreRefusedButNotAroundTheText() {
        assertThat(Handles.parse("\n sam@x.example\r\n", List.of())).isInstanceOf(Read.class);
        assertThat(Handles.parse("sam@x.example\nkim@x.example", List.of())).isInstanceOf(Unreadable.class);
        assertThat(Handles.parse("mailto:sam@x.example%0d%0a", List.of())).isInstanceOf(Unreadable.class);
    }

    @Test
    void regionsThatDoNotExistAreNoHint() {
        assertThat(Handles.parse("0151 23456789", List.of("XX", "", "de")))
                .isEqualTo(new Read(new PhoneNumber(49, "15123456789")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "daniel",
                "mailto:",
                "mailto:x",
                "tel:",
                "tel:+",
                "tel:+999",
                "tel:x",
                "profile:x",
                "profile:nosite/x",
                "profile:instagram/",
                "name:",
                "name: ",
                "xmpp:a@b"
            })
    void whatIsNotCanonicalIsAFault(String text) {
        assertThatThrownBy(() -> Handle.ofCanonical(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /// Each is the worst kind of text for one step: all are to be read well within a second.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "@",
                "%",
                "!",
                "+",
                "\"",
                "\\",
                "(",
                "<",
                "/",
                "?",
                "&",
                "#",
                ".",
                "0",
                "1,",
                "x",
                "-",
                " ",
                "%25",
                "%2540",
                "é",
                "\u0301\u0323",
                "xn--",
                "a@",
                "@a:",
                "=",
                "a.",
                "http://",
                "\uD83D\uDE00",
                "\uD800",
                "１",
                "ﷺ",
                ";x",
                "ext"
            })
    void readsLongTextInLinearTime(String unit) {
        var texts = List.of(
                "",
                "mailto:",
                "tel:",
                "sms:",
                "https://instagram.com/",
                "https://",
                "https://wa.me/",
                "@",
                "name:",
                "profile:x.example/");
        for (var start : texts) {
            var text = start + unit.repeat((Handles.LONGEST - start.length()) / unit.length());
            long begin = System.nanoTime();
            Handles.parse(text, List.of("DE", "US"));
            EmailAddress.parse(text + "@x.example");
            assertThat(System.nanoTime() - begin).as(start + unit).isLessThan(1_000_000_000L);
        }
    }

    @Test
    void longerTextIsNotRead() {
        assertThat(Handles.parse("a".repeat(Handles.LONGEST + 1), List.of()))
                .isEqualTo(new Unreadable("is longer than 65,536 characters"));
    }

    @Test
    void longWordsOfALetterDoNotHideWhoItIsTo() {
        var body = "?body=" + "x%20".repeat(10_000);
        assertThat(Handles.parse("sms:+442079460958" + body, List.of()))
                .isEqualTo(new Read(new PhoneNumber(44, "2079460958")));
        assertThat(Handles.parse("mailto:sam@x.example" + body, List.of()))
                .isEqualTo(new Read(new EmailAddress("sam", "x.example")));
    }
}
