package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiStrictnessTest extends ApiTestBase {
    private static final String ATTEMPTS = "/api/v1/attempts";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"act\":\"text\",\"to\":\"Sam\",\"too\":1} | 422 | There is no field “too” here; the fields are: act, to,"
                        + " text, emergency.",
                "{\"to\":\"Sam\"} | 422 | The field “act” is missing.",
                "{\"act\":\"dance\",\"to\":\"Sam\"} | 422 | The field “act” has to be one of: text, call, picture, email,"
                        + " like, comment, through-someone, in-person, look.",
                "{\"act\":\"text\",\"to\":7} | 422 | The field “to” has to be text.",
                "{\"act\":\"text\",\"to\":\"\"} | 422 | The field “to” has to name somebody: an address, a number, a"
                        + " profile or a name of at most 200 characters.",
                "{\"act\":\"text\",\"to\":\"a\\u0000b\"} | 422 | The field “to” has to be one line, without control"
                        + " characters.",
                "{\"act\":\"text\",\"to\":\"Sam\",\"emergency\":\"yes\"} | 422 | The field “emergency” has to be true or"
                        + " false.",
                "{\"act\":\"text\",\"act\":\"call\",\"to\":\"Sam\"} | 400 | The body is not well-formed JSON in the encoding"
                        + " that it came in.",
                "{\"act\":\"text\",\"to\":\"Sam\"} {} | 400 | The body is not well-formed JSON in the encoding that it came"
                        + " in.",
                "[] | 400 | The body has to be one JSON object, in braces.",
                "null | 400 | The body has to be one JSON object, in braces.",
                "{\"act\": | 400 | The body is not well-formed JSON in the encoding that it came in."
            })
    void refusesWithOneSentenceThatNamesWhatIsWrong(String body, int status, String sentence) {
        var reply = phone.post(ATTEMPTS, body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(reply.detail()).isEqualTo(sentence);
    }

    @Test
    void refusesAnEmptyBody() {
        assertThat(phone.post(ATTEMPTS, "").status()).isEqualTo(400);
    }

    @Test
    void refusesDeepNestingLongNumbersAndLongTexts() {
        assertThat(phone.post(ATTEMPTS, "[".repeat(100_000)).status()).isEqualTo(400);
        assertThat(phone.post(ATTEMPTS, "{\"act\":" + "9".repeat(10_000) + "}").status())
                .isEqualTo(400);
        assertThat(phone.post(ATTEMPTS, attempt("a".repeat(1_000_001))).status())
                .isEqualTo(422);
        assertThat(phone.post(ATTEMPTS, attempt("a".repeat(1_000_000))).status())
                .isEqualTo(200);
        assertThat(phone.post(ATTEMPTS, attempt("a".repeat(5_000_000))).status())
                .isEqualTo(413);
    }

    private static String attempt(String text) {
        return "{\"act\":\"text\",\"to\":\"Sam\",\"text\":\"" + text + "\"}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense"})
    void refusesWhatIsNotSentAsJson(String type) {
        assertThat(phone.with("Content-Type", type).post(ATTEMPTS, attempt("")).status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32BE", "ISO-8859-1", "windows-1252", "GB18030"})
    void readsTextInAnyEncodingThatIsNamed(String charset) {
        begin("{\"name\": \"Dañiel\"}");
        var body = "{\"act\":\"text\",\"to\":\"Dañiel\",\"text\":\"ñ\"}".getBytes(Charset.forName(charset));

        var reply = phone.with("Content-Type", "application/json; charset=" + charset)
                .call("POST", ATTEMPTS, body);

        assertThat(reply.json().path("verdict").stringValue("")).isEqualTo("hold");
        assertThat(phone.get("/api/v1/letters").json().at("/letters/0/text").stringValue())
                .isEqualTo("ñ");
    }

    @Test
    void refusesAnEncodingThatNobodyKnowsAndBytesThatAreNotOfTheirEncoding() {
        assertThat(phone.post(ATTEMPTS, "{\"act\":\"\ud800\"}").status()).isIn(400, 422);
        assertThat(phone.call("POST", ATTEMPTS, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
                        .status())
                .isEqualTo(400);
        assertThat(phone.with("Content-Type", "application/json; charset=klingon")
                        .post(ATTEMPTS, attempt(""))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void keepsATextWithHalfAnEmoji() {
        begin("{\"name\": \"Sam\"}");

        var reply = phone.post(ATTEMPTS, attempt("\\ud83d"));

        assertThat(reply.json().get("verdict").stringValue()).isEqualTo("hold");
        assertThat(phone.get("/api/v1/letters").json().at("/letters/0/text").stringValue())
                .isEqualTo("\ufffd");
    }

    @Test
    void namesTheMethodsWhereAnotherIsUsed() {
        var reply = phone.call("DELETE", "/api/v1/rule", null);

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(reply.headers().get("allow")).contains("GET").contains("PUT");
    }

    @Test
    void knowsNoOtherAddress() {
        var reply = phone.get("/api/v1/no-such-thing");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.detail()).isEqualTo("There is no such address; /openapi.json lists what there is.");
    }

    @Test
    void answersNothingOfTheLedgerInABrowsersCache() {
        assertThat(new String(phone.get("/api/v1/events").body(), StandardCharsets.UTF_8))
                .contains("device-added");
        assertThat(phone.get("/api/v1/events").headers()).containsEntry("cache-control", "no-store");
    }
}
