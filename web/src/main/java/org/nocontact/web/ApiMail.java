package org.nocontact.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.CalmTime;

/// What commands do with the mail guard.
final class ApiMail {
    private static final int LARGEST_PORT = 65_535;

    private ApiMail() {}

    /// @param setup null before it is set up
    record Shown(Mailroom.@Nullable Setup setup, Mailroom.State state) {}

    record Tested(List<Step> steps) {}

    /// @param result `works`, `fails` or `not-tried`
    record Step(String name, String result, String more) {
        static Step from(Mailroom.Step step) {
            return new Step(step.name(), word(step.result()), step.more());
        }
    }

    static ApiReply show(ApiCall call) {
        var mail = call.housekeeping().mail();
        return ApiReply.ok(new Shown(mail.setup().orElse(null), mail.state()));
    }

    static ApiReply setUp(ApiCall call) {
        var mail = call.housekeeping().mail();
        var fields = call.fields(
                "smtp",
                "smtpTls",
                "listen",
                "listenTls",
                "imap",
                "imapTls",
                "sieve",
                "sieveTls",
                "user",
                "password",
                "trust",
                "quietFolder",
                "emergencyWord",
                "calmFrom",
                "calmUntil");
        mail.setUp(
                new Mailroom.Setup(
                        fields.line("smtp"),
                        line(fields, "smtpTls", "starttls"),
                        port(fields, "listen"),
                        port(fields, "listenTls"),
                        line(fields, "imap", ""),
                        line(fields, "imapTls", "tls"),
                        line(fields, "sieve", ""),
                        line(fields, "sieveTls", "starttls"),
                        line(fields, "user", ""),
                        line(fields, "quietFolder", "Quiet"),
                        line(fields, "emergencyWord", ""),
                        line(fields, "calmFrom", CalmTime.USUAL.from().toString()),
                        line(fields, "calmUntil", CalmTime.USUAL.until().toString())),
                line(fields, "password", ""),
                fields.text("trust"));
        return show(call);
    }

    static ApiReply forget(ApiCall call) {
        call.housekeeping().mail().forget();
        return ApiReply.done();
    }

    static ApiReply find(ApiCall call) {
        var fields = call.fields("address", "ask");
        return call.housekeeping()
                .mail()
                .find(fields.line("address"), fields.flag("ask", false))
                .map(ApiReply::ok)
                .orElseGet(ApiReply::done);
    }

    static ApiReply test(ApiCall call) {
        call.fields();
        return ApiReply.ok(new Tested(
                call.housekeeping().mail().test().stream().map(Step::from).toList()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int port(ApiFields fields, String name) {
        return Optional.ofNullable(fields.number(name, 0, LARGEST_PORT)).orElse(0);
    }

    private static String line(ApiFields fields, String name, String usual) {
        return Optional.ofNullable(fields.lineOrNull(name)).orElse(usual);
    }
}
