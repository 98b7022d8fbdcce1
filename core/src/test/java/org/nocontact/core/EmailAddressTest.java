package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest(name = "{1} is {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sam@x.example          | SAM@X.Example
            sam@x.example          | sam+news@x.example
            sam@x.example          | sam+a+b@x.example
            sam@x.example          | sam@x.example.
            sam@x.example          | "sam"@x.example
            sam@x.example          | "s\\am"@x.example
            sam@x.example          | s\\am@x.example
            sam@x.example          | sam@X。EXAMPLE
            sam@x.example          | sam@x．example
            sam@x.example          | sam@x｡example
            sam@x.example          | ｓａｍ＠ｘ．ｅｘａｍｐｌｅ
            sam@x.example          | sam﹫x.example
            sam@x.example          | <sam@x.example>
            sam@x.example          | <@a.example,@b.example:sam@x.example>
            sam@x.example          | @a.example:sam@x.example
            sam@x.example          | Sam <sam@x.example>
            sam@x.example          | "Sam, the <one>" <sam@x.example>
            sam@x.example          | Sam :( <sam@x.example>
            sam@x.example          | sam@x.example (Sam at home)
            sam@x.example          | sam(the ex)@(there)x.example
            sam@x.example          | sam @ x.example
            sam@x.example          | sam%x.example@relay.example
            sam@x.example          | sam%x.example%b.example@relay.example
            sam@x.example          | x.example!sam@relay.example
            sam@x.example          | b.example!x.example!sam@relay.example
            sam@x.example          | "sam@x.example"@relay.example
            sam@x.example          | sam@x.example@relay.example
            sam@x.example          | sam+tag%x.example@relay.example
            sam@x.example          | prvs=1234abcdef=sam@x.example
            sam@x.example          | s​am@x.exam­ple
            sam.lee@x.example      | "sam.lee"@x.example
            sam.lee@x.example      | sam."lee"@x.example
            samlee@gmail.com       | Sam.Lee+x@googlemail.com
            samlee@gmail.com       | s.a.m.l.e.e@gmail.com
            sam.lee@icloud.com     | sam.lee@me.com
            sam.lee@icloud.com     | sam.lee@mac.com
            samlee@proton.me       | sam.lee@protonmail.com
            samlee@proton.me       | sam-lee@pm.me
            samlee@proton.me       | Sam_Lee+x@protonmail.ch
            sam-lee@yandex.ru      | sam.lee@ya.ru
            sam-lee@yandex.ru      | sam-lee@yandex.com
            sam-lee@yandex.ru      | sam-lee@yandex.kz
            sam@fastmail.com       | shop@sam.fastmail.com
            sam@fastmail.com       | sam+shop@fastmail.com
            sam_lee@fastmail.fm    | shop@sam-lee.fastmail.fm
            one@sam.anonaddy.com   | two@sam.anonaddy.me
            sam@outlook.com        | sam+x@outlook.com
            sam@bücher.example     | sam@xn--bcher-kva.example
            sam@bücher.example     | sam@XN--BCHER-KVA.example
            sam@bücher.example     | sam@BÜCHER.example
            sam@straße.de          | sam@strasse.de
            sam@straße.de          | sam@xn--strae-oqa.de
            sam@straße.de          | sam@STRASSE.DE
            sam@βόλος.com          | sam@xn--nxasmm1c.com
            sam@βόλος.com          | sam@βόλοσ.com
            jürgen@x.example       | JÜRGEN@x.example
            sam@[127.0.0.1]        | sam@[127.0.0.1]
            sam@[IPv6:2001:db8::1] | sam@[ipv6:2001:DB8:0:0::1]
            """)
    void theSameMailbox(String one, String other) {
        assertThat(email(other)).isEqualTo(email(one));
    }

    @ParameterizedTest(name = "{1} is not {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sam@x.example       | sаm@x.example
            sam@x.example       | sam@х.example
            sam@x.example       | samuel@x.example
            sam@x.example       | sam@y.example
            sam@x.example       | sam@mail.x.example
            sam@x.example       | sam@x.example.org
            sam@x.example       | sam-news@x.example
            sam.lee@x.example   | samlee@x.example
            sam.lee@icloud.com  | samlee@icloud.com
            sam@gmail.com       | sam@gmail.example
            sam@hotmail.com     | sam@outlook.com
            sam@fastmail.com    | sam@lee.fastmail.com
            a_b@yandex.ru       | a-b@yandex.ru
            sam@x.example       | sam%y.example@x.example
            sam@bücher.example  | sam@bucher.example
            sam@[127.0.0.1]     | sam@[127.0.0.2]
            """)
    void differentMailboxes(String one, String other) {
        assertThat(email(other)).isNotEqualTo(email(one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "sam",
                "@",
                "sam@",
                "@x.example",
                "sam@x..example",
                "sam@.example",
                "sam@x.example..",
                "sam@x example",
                "sam lee@x.example",
                "sam@x.example, kim@x.example",
                "<sam@x.example> <kim@x.example>",
                "<sam@x.example",
                "sam@x.example>",
                "\"sam@x.example",
                "sam\\",
                "sam(@x.example",
                "sam@x.example\n",
                "sam@x.example\r\nRCPT TO:<kim@x.example>",
                "s\0am@x.example",
                "sam@x\u0085.example",
                "sam@x\u2028.example",
                "sam@[127.0.0.1",
                "sam@[999.0.0.1]",
                "sam@[IPv6:zz]",
                "sam@[example]",
                "sam@x!y.example",
                "undisclosed-recipients:;",
                "\"\"@x.example",
                "sam@\uD800.example"
            })
    void notAnAddress(String written) {
        assertThat(EmailAddress.parse(written)).isEmpty();
    }

    @Test
    void lengthsAreBounded() {
        assertThat(EmailAddress.parse("a".repeat(256) + "@x.example")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(257) + "@x.example")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b".repeat(64) + ".example")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "bb.".repeat(90) + "example")).isEmpty();
    }

    @Test
    void aPercentSignThatNamesNoHostBelongsToTheLocalPart() {
        assertThat(email("50%off@x.example").shown()).isEqualTo("50%off@x.example");
        assertThat(email("wow!@x.example").shown()).isEqualTo("wow!@x.example");
    }

    @Test
    void aTagAloneIsTheLocalPart() {
        assertThat(email("+sam@x.example").local()).isEqualTo("+sam");
        assertThat(email("...@gmail.com").local()).isEqualTo("...");
    }

    @Test
    void writesItsCanonicalForm() {
        assertThat(email("Sam+x@X.example").canonical()).isEqualTo("mailto:sam@x.example");
        assertThat(email("\"sam lee\"@x.example").canonical()).isEqualTo("mailto:sam%20lee@x.example");
        assertThat(email("\"sam \\\"l\\\"\"@x.example").shown()).isEqualTo("\"sam \\\"l\\\"\"@x.example");
    }

    @Test
    void oneThatExistsIsValid() {
        assertThatThrownBy(() -> new EmailAddress("", "x.example")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailAddress("sam", "x..example")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new EmailAddress("Sam+x", "X.example")).isEqualTo(email("sam@x.example"));
    }

    private static EmailAddress email(String written) {
        return EmailAddress.parse(written).orElseThrow(() -> new AssertionError("not read: " + written));
    }
}
