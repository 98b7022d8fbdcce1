package org.nocontact.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Invalid;

/// A mail guard that a test tells how it is.
final class TrialMailroom implements Mailroom {
    static final Setup GMX = new Setup(
            "mail.gmx.net:465",
            "tls",
            8425,
            0,
            "imap.gmx.net:993",
            "tls",
            "",
            "starttls",
            "me@gmx.de",
            "Quiet",
            "",
            "07:00",
            "22:00");
    static final State OFF =
            new State(false, 0, 0, "", null, null, 0, 0, 0, 0, "", Watching.OFF, null, "", Watching.OFF, "");

    static final String MESSAGE = "a-held-mail";

    volatile @Nullable Setup setup;
    volatile State state = OFF;
    volatile String password = "";
    volatile List<Step> steps = List.of();

    static State open(@Nullable Instant seen) {
        return new State(
                true,
                8425,
                0,
                "AB:CD:" + "EF:".repeat(29) + "01",
                seen,
                seen,
                12,
                1,
                3,
                0,
                "",
                Watching.ON,
                Instant.now(),
                "",
                Watching.OFF,
                "");
    }

    @Override
    public Optional<Setup> setup() {
        return Optional.ofNullable(setup);
    }

    @Override
    public void setUp(Setup wanted, String password, String trust) {
        if (wanted.smtp().indexOf(':') < 0) {
            throw new Invalid("A mail server is written as its name and its port, such as mail.example.org:993.");
        }
        setup = wanted;
        this.password = password;
        state = open(null);
    }

    @Override
    public void forget() {
        setup = null;
        state = OFF;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public Optional<Proposal> find(String address, boolean ask) {
        return address.endsWith("@gmx.de") ? Optional.of(new Proposal(GMX, "password", "a table")) : Optional.empty();
    }

    @Override
    public List<Attached> attached(String message) {
        return message.equals(MESSAGE)
                ? List.of(new Attached(1, "us <b>.html", "text/html", 18), new Attached(2, "", "image/svg+xml", 11))
                : List.of();
    }

    @Override
    public Optional<InputStream> attachment(String message, int number) {
        return number < 3
                ? Optional.of(new ByteArrayInputStream("<script>x</script>".getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    @Override
    public Optional<String> attachmentAsText(String message, int number) {
        return number == 1 ? Optional.of("<plain>") : Optional.empty();
    }

    @Override
    public List<Step> test() {
        return steps;
    }
}
