package org.nocontact.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Attempt;
import org.nocontact.core.HeldMail;
import org.nocontact.core.Keeper;
import org.nocontact.core.LedgerFault;
import org.nocontact.core.NoRoom;
import org.nocontact.core.Verdict;
import org.nocontact.core.Words;

/// A message that goes to the ex, or through a go-between: it is taken in as a whole, read, and then sent on or
/// kept as a letter. Until it may go, the provider hears nothing of it that could be delivered.
final class ReadFirst {
    private static final Reply GO = Reply.of(354, "Go ahead, and end with a dot on its own line");
    private static final Reply TOO_LARGE = Reply.of(552, "5.3.4 Too large; nothing was kept");
    private static final Reply NO_ROOM = Reply.of(452, "4.3.1 The disk is full; nothing was kept");
    private static final Reply HELD_WITH_OTHERS =
            Reply.of(550, "5.7.1 Held by your rule; not sent to anyone. Take them out and send again.");
    private static final Reply CHANGED = Reply.of(451, "4.3.0 Your rule changed a moment ago; send again");

    private final Gatehouse house;
    private final Client client;
    private final Provider provider;
    private final long largest;

    ReadFirst(Gatehouse house, Client client, Provider provider, Extensions extensions) {
        this.house = house;
        this.client = client;
        this.provider = provider;
        this.largest =
                Math.min(house.config().limits().heldBytes(), extensions.size().orElse(Long.MAX_VALUE));
    }

    /// @return the reply at the end of the content
    /// @throws Hangup when the conversation cannot go on after it
    Reply run(Transaction transaction) {
        try (var incoming = house.held().receive()) {
            client.say(GO);
            client.flush();
            var fault = takeIn(incoming);
            return fault == null ? decide(transaction, incoming) : withoutTheProvider(fault);
        } catch (NoRoom full) {
            return withoutTheProvider(NO_ROOM);
        } catch (LedgerFault fault) {
            return withoutTheProvider(Reply.of(451, "4.3.0 " + fault.getMessage()));
        } catch (IOException | UncheckedIOException unreadable) {
            return withoutTheProvider(Reply.of(451, "4.3.0 What came could not be read again; nothing was kept"));
        }
    }

    /// @return what is wrong; null when the message is there
    private @Nullable Reply takeIn(HeldMail.Incoming incoming) {
        var data = new ClientData(client);
        var fault = new AtomicReference<@Nullable Reply>();
        var whole = data.read(false, (bytes, from, to, atLineStart) -> {
            if (fault.get() == null) {
                fault.set(takeIn(bytes, from, to, atLineStart, incoming));
            }
        });
        if (whole) {
            return fault.get();
        }
        incoming.close();
        provider.close();
        data.skip();
        throw new Hangup(ClientData.BAD_LINES);
    }

    private @Nullable Reply takeIn(byte[] bytes, int from, int to, boolean atLineStart, HeldMail.Incoming incoming) {
        try {
            if (incoming.size() + (to - from) > largest) {
                incoming.close();
                return TOO_LARGE;
            }
            Content.takeIn(bytes, from, to, atLineStart, incoming);
            return null;
        } catch (NoRoom full) {
            incoming.close();
            return NO_ROOM;
        } catch (LedgerFault fault) {
            incoming.close();
            return Reply.of(451, "4.3.0 " + fault.getMessage());
        }
    }

    private Reply decide(Transaction transaction, HeldMail.Incoming incoming) throws IOException {
        Words words;
        try (var message = incoming.read()) {
            words = MessageWords.of(message);
        }
        var attempts = house.rule().attempts(transaction.watched(), words);
        return switch (keeper().foresee(attempts)) {
            case Verdict.Pass _, Verdict.Allow _ -> send(transaction, attempts, incoming);
            case Verdict.Hold _ -> withoutTheProvider(hold(transaction, words, incoming));
        };
    }

    private Reply hold(Transaction transaction, Words words, HeldMail.Incoming incoming) {
        var name = incoming.keep();
        try {
            var parts = new HashMap<>(words.parts());
            parts.put(Words.MESSAGE, name);
            parts.put(Words.ENVELOPE, transaction.envelope().text());
            var answer = keeper().attempt(house.rule().attempts(transaction.watched(), new Words(parts)));
            if (!(answer.verdict() instanceof Verdict.Hold)) {
                takeBack(answer);
                house.held().remove(name);
                return CHANGED;
            }
            if (!isKeptIn(answer, name)) {
                house.held().remove(name);
            }
            house.tally().held();
            return isHeldForAll(transaction, words)
                    ? Reply.of(250, "2.0.0 Held by your rule as letter " + answer.letter() + "; it was not sent")
                    : HELD_WITH_OTHERS;
        } catch (RuntimeException notWrittenDown) {
            house.held().remove(name);
            throw notWrittenDown;
        }
    }

    /// The same mail, sent again, is the letter that it was.
    private boolean isKeptIn(Keeper.Answer answer, String name) {
        var letter = answer.letter();
        return letter != null
                && keeper().letter(letter)
                        .filter(entry ->
                                entry.event().words().part(Words.MESSAGE).equals(name))
                        .isPresent();
    }

    /// Whether there is nobody among the recipients who would have got it.
    private boolean isHeldForAll(Transaction transaction, Words words) {
        return transaction.watched().size() == transaction.recipients().size()
                && house.rule().attempts(transaction.watched(), words).stream()
                        .allMatch(attempt -> keeper().foresee(List.of(attempt)) instanceof Verdict.Hold);
    }

    private Reply send(Transaction transaction, List<Attempt> attempts, HeldMail.Incoming incoming) throws IOException {
        var written = new AtomicReference<Keeper.@Nullable Answer>();
        try (var message = incoming.read()) {
            var keptBack = transaction.keptBack().stream()
                    .map(Transaction.Recipient::written)
                    .toList();
            return replyTo(Handover.of(provider, keptBack, message, () -> writeDown(attempts, written)), written.get());
        } catch (LedgerFault fault) {
            provider.close();
            throw new Hangup(Reply.of(451, "4.3.0 " + fault.getMessage()));
        }
    }

    /// What uses up an opening is written down before the message is whole at the provider, so that it cannot
    /// go twice.
    private boolean writeDown(List<Attempt> attempts, AtomicReference<Keeper.@Nullable Answer> written) {
        var stillGoes = !(keeper().foresee(attempts) instanceof Verdict.Hold);
        if (stillGoes) {
            var answer = keeper().attempt(attempts);
            written.set(answer);
            return !(answer.verdict() instanceof Verdict.Hold);
        }
        return false;
    }

    private Reply replyTo(Handover handover, Keeper.@Nullable Answer written) {
        return switch (handover) {
            case Handover.Taken(var reply) -> {
                house.tally().providerAnswered();
                if (written == null || written.entry() == null) {
                    house.tally().passed();
                } else {
                    house.tally().allowed();
                }
                yield reply;
            }
            case Handover.Refused(var reply) -> {
                takeBack(written);
                house.tally().refused();
                yield withoutTheProvider(reply);
            }
            case Handover.Withdrawn() -> throw new Hangup(CHANGED);
            case Handover.BrokenOff(var why) -> {
                takeBack(written);
                house.tally().troubled(why);
                throw new Hangup(Reply.of(421, "4.4.2 " + why.getMessage()));
            }
            case Handover.Unknown(var why) -> {
                house.tally().troubled(why);
                throw new Hangup(
                        Reply.of(421, "4.4.2 " + why.getMessage() + " Whether the mail went out is not known."));
            }
        };
    }

    private void takeBack(Keeper.@Nullable Answer written) {
        if (written != null && written.entry() != null) {
            keeper().didNotGoOut(written.entry());
        }
    }

    /// Ends the transaction at the provider, if there is still one.
    private Reply withoutTheProvider(Reply reply) {
        try {
            provider.ask("RSET");
            return reply;
        } catch (ProviderTrouble gone) {
            house.tally().troubled(gone);
            throw new Hangup(reply);
        }
    }

    private Keeper keeper() {
        return house.rule().keeper();
    }
}
