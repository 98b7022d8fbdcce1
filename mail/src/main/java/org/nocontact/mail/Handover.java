package org.nocontact.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What became of a message that was handed to the provider.
sealed interface Handover {
    /// The provider has it.
    record Taken(Reply reply) implements Handover {}

    /// The provider does not take it, and it went nowhere.
    record Refused(Reply reply) implements Handover {}

    /// It went nowhere, because the last look said no.
    record Withdrawn() implements Handover {}

    /// The provider broke off before the message was whole: it went nowhere.
    record BrokenOff(ProviderTrouble why) implements Handover {}

    /// The provider broke off when it had the whole message: nobody knows whether it went out.
    record Unknown(ProviderTrouble why) implements Handover {}

    byte[] FINAL_DOT = ".\r\n".getBytes(StandardCharsets.US_ASCII);

    /// Hands a message over, in a transaction that is open at the provider.
    ///
    /// @param recipients whom the provider has not heard of, as in [SmtpPath#written]
    /// @param lastLook is asked when only the final dot is left: on false the connection is cut and nothing
    ///                 goes out
    static Handover of(Provider provider, List<String> recipients, InputStream message, BooleanSupplier lastLook) {
        try {
            var refusal = name(provider, recipients);
            if (refusal != null) {
                return new Refused(refusal);
            }
            var go = provider.ask("DATA");
            if (go.code() != 354) {
                return new Refused(go);
            }
            Content.send(message, provider);
            if (provider.isBreakingOff()) {
                return provider.lastWords()
                        .<Handover>map(Refused::new)
                        .orElseGet(() -> new BrokenOff(provider.brokeOff()));
            }
        } catch (ProviderTrouble trouble) {
            return new BrokenOff(trouble);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!lastLook.getAsBoolean()) {
            provider.close();
            return new Withdrawn();
        }
        return end(provider);
    }

    /// Names the recipients up to the first who is refused, and returns that reply.
    private static @Nullable Reply name(Provider provider, List<String> recipients) {
        for (var recipient : recipients) {
            var reply = provider.ask("RCPT TO:" + recipient);
            if (!reply.isGood()) {
                return reply;
            }
        }
        return null;
    }

    private static Handover end(Provider provider) {
        try {
            provider.send(FINAL_DOT, 0, FINAL_DOT.length);
            var reply = provider.read();
            return reply.isGood() ? new Taken(reply) : new Refused(reply);
        } catch (ProviderTrouble trouble) {
            return new Unknown(trouble);
        }
    }
}
