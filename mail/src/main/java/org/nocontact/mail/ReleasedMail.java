package org.nocontact.mail;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Event;
import org.nocontact.core.HeldMail;
import org.nocontact.core.Keeper;
import org.nocontact.core.LedgerFault;
import org.nocontact.core.Words;
import org.nocontact.mail.GateConfig.Limits;
import org.nocontact.mail.GateConfig.Upstream;

/// Sends a held mail whose release was confirmed, byte for byte, to those whom it was to go to. At most once, whatever
/// happens: that it goes is written down before the provider has its last byte.
public final class ReleasedMail {
    private final Keeper keeper;
    private final HeldMail held;
    private final Upstream upstream;
    private final Limits limits;

    public ReleasedMail(Keeper keeper, HeldMail held, Upstream upstream, Limits limits) {
        this.keeper = keeper;
        this.held = held;
        this.upstream = upstream;
        this.limits = limits;
    }

    /// What came of it. Each `why` is a sentence that may be shown.
    public sealed interface Outcome {
        /// The provider has it.
        record Sent() implements Outcome {}

        /// It went nowhere and can be sent again.
        record NotSent(String why) implements Outcome {}

        /// The provider broke off when it had the whole mail. It is not sent again by itself.
        record NotKnown(String why) implements Outcome {}

        /// The letter is not open for sending, or was not held with a mail.
        record NotOpen() implements Outcome {}
    }

    private record Letter(Envelope envelope, String message) {}

    public Outcome send(long letter, Credentials credentials) {
        var kept = isOpen(letter) ? kept(letter) : Optional.<Letter>empty();
        if (kept.isEmpty()) {
            return new Outcome.NotOpen();
        }
        try (var provider = Provider.connect(upstream, Trust.with(upstream.trustedPem()), limits)) {
            var refusal = begin(provider, credentials, kept.get().envelope);
            if (refusal != null) {
                return new Outcome.NotSent("The provider did not take it (" + refusal + ").");
            }
            return hand(letter, kept.get(), provider);
        } catch (ProviderTrouble | LedgerFault | Content.Unsendable fault) {
            return new Outcome.NotSent(String.valueOf(fault.getMessage()));
        }
    }

    private boolean isOpen(long letter) {
        return keeper.look(
                (story, now) -> story.openForSending(letter, now.trusted()).isPresent());
    }

    private Optional<Letter> kept(long letter) {
        return keeper.letter(letter)
                .filter(entry -> entry.event() instanceof Event.AttemptHeld)
                .map(entry -> entry.event().words())
                .filter(words -> !words.part(Words.MESSAGE).isEmpty())
                .flatMap(words -> Envelope.read(words.part(Words.ENVELOPE))
                        .map(envelope -> new Letter(envelope, words.part(Words.MESSAGE))));
    }

    /// Signs in and opens the transaction.
    ///
    /// @return what the provider refused; null when nothing
    private static @Nullable Reply begin(Provider provider, Credentials credentials, Envelope envelope) {
        var hello = provider.ask("EHLO localhost");
        var extensions = Extensions.of(hello);
        if (!hello.isGood()) {
            return hello;
        }
        if (extensions.has("AUTH")) {
            var signedIn = signIn(provider, extensions, credentials);
            if (signedIn.code() != 235) {
                return signedIn;
            }
        }
        var from = provider.ask("MAIL FROM:" + envelope.from());
        return from.isGood() ? null : from;
    }

    private static Reply signIn(Provider provider, Extensions extensions, Credentials credentials) {
        if (extensions.signsInBy("PLAIN")) {
            return provider.ask("AUTH PLAIN " + credentials.plain());
        }
        var reply = Reply.of(504, "The provider offers no way to sign in with a password");
        if (extensions.signsInBy("LOGIN")) {
            for (var said : List.of("AUTH LOGIN", credentials.userInBase64(), credentials.passwordInBase64())) {
                reply = provider.ask(said);
                if (reply.code() != 334) {
                    return reply;
                }
            }
        }
        return reply;
    }

    private Outcome hand(long letter, Letter kept, Provider provider) {
        var attempt = new AtomicReference<>(OptionalLong.empty());
        try (var message = held.read(kept.message)) {
            var handover = Handover.of(provider, kept.envelope.to(), message, () -> {
                attempt.set(keeper.sendReleased(letter, MailRule.GUARD));
                return attempt.get().isPresent();
            });
            return outcome(handover, attempt.get());
        } catch (IOException unreadable) {
            return new Outcome.NotSent("The mail could not be read, so it was not sent.");
        }
    }

    private Outcome outcome(Handover handover, OptionalLong attempt) {
        return switch (handover) {
            case Handover.Taken _ -> new Outcome.Sent();
            case Handover.Refused(var reply) -> {
                attempt.ifPresent(keeper::didNotGoOut);
                yield new Outcome.NotSent("The provider did not take it (" + reply + ").");
            }
            case Handover.BrokenOff(var why) -> new Outcome.NotSent(String.valueOf(why.getMessage()));
            case Handover.Withdrawn() -> new Outcome.NotOpen();
            case Handover.Unknown(var why) ->
                new Outcome.NotKnown(
                        why.getMessage() + " Whether the mail went out is not known, so it is not sent again.");
        };
    }
}
