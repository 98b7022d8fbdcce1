package org.nocontact.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.CharsetUtil;
import org.apache.james.mime4j.util.MimeParameterMapping;

/// What the header of a message or of a part says about it, as far as it is shown or decided by. Nothing in it
/// is believed: types and names come out as plain text of bounded length.
final class MimeHeader {
    private static final int LONGEST_SUBJECT = 2_000;
    private static final int LONGEST_NAME = 200;

    private String subject = "";
    private String type = "text/plain";
    private String charset = "";
    private String name = "";
    private boolean attached;

    /// Of a field that stands there twice, the first counts.
    void take(Field field) {
        switch (field.getName().toLowerCase(Locale.ROOT)) {
            case "subject" -> subject = subject.isEmpty() ? plain(decoded(field.getBody()), LONGEST_SUBJECT) : subject;
            case "content-type" -> takeType(body(field));
            case "content-disposition" -> takeDisposition(body(field));
            default -> {}
        }
    }

    private void takeType(RawBody body) {
        var value = body.getValue() == null ? "" : body.getValue().strip().toLowerCase(Locale.ROOT);
        type = value.matches("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,100}") ? value : "application/octet-stream";
        var parameters = parameters(body);
        charset = parameter(parameters, "charset");
        takeName(parameter(parameters, "name"));
    }

    private void takeDisposition(RawBody body) {
        attached |= "attachment".equalsIgnoreCase(body.getValue());
        takeName(parameter(parameters(body), "filename"));
    }

    private void takeName(String given) {
        if (!given.isBlank()) {
            name = plain(decoded(given).replaceAll(".*[/\\\\]", ""), LONGEST_NAME);
        }
    }

    private static RawBody body(Field field) {
        return RawFieldParser.DEFAULT.parseRawBody(
                field instanceof RawField raw ? raw : new RawField(field.getName(), field.getBody()));
    }

    private static MimeParameterMapping parameters(RawBody body) {
        var mapping = new MimeParameterMapping();
        body.getParams().stream()
                .filter(parameter -> parameter.getName() != null && parameter.getValue() != null)
                .forEach(parameter -> mapping.addParameter(parameter.getName(), parameter.getValue()));
        return mapping;
    }

    private static String parameter(MimeParameterMapping parameters, String name) {
        var value = parameters.get(name);
        return value == null ? "" : value;
    }

    /// RFC 2047, with UTF-8 for what is not said in words of it.
    private static String decoded(String text) {
        var utf8 = text.chars().allMatch(c -> c < 0x100)
                ? new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                : text;
        try {
            return DecoderUtil.decodeEncodedWords(
                    utf8.indexOf('\ufffd') < 0 ? utf8 : text, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notInWords) {
            return text;
        }
    }

    private static String plain(String text, int longest) {
        var line = text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest);
    }

    String subject() {
        return subject;
    }

    String type() {
        return type;
    }

    /// Empty when it has none.
    String name() {
        return name;
    }

    /// Whether the part is something beside the text that is read.
    boolean isAttached() {
        return attached || !name.isEmpty() || !(type.equals("text/plain") || type.equals("text/html"));
    }

    Charset charset() {
        var known = charset.isEmpty() ? null : CharsetUtil.lookup(charset);
        return known == null || !known.canEncode() ? StandardCharsets.UTF_8 : known;
    }
}
