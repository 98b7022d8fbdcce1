package org.nocontact.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.EmailAddress;

/// One message on its way: from whom and to whom, so far. What a provider has not answered yet counts as
/// accepted until it answers.
final class Transaction {
    static final int MOST_RECIPIENTS = 1_000;

    private final String from;
    private final List<Recipient> recipients = new ArrayList<>();
    private @Nullable Reply refusal;
    private final UnaryOperator<Reply> whenSenderIsTaken = reply -> {
        refusal = reply.isGood() ? null : reply;
        return reply;
    };

    Transaction(SmtpPath from) {
        this.from = from.written();
    }

    static final class Recipient {
        private final SmtpPath path;
        private final EmailAddress address;
        private final boolean keptBack;
        private Watched watched;
        private boolean refused;

        Recipient(SmtpPath path, EmailAddress address, Watched watched) {
            this.path = path;
            this.address = address;
            this.watched = watched;
            this.keptBack = watched == Watched.EX;
        }

        String written() {
            return path.written();
        }

        EmailAddress address() {
            return address;
        }

        /// The rule may have changed since the recipient was named.
        void watch(Watched now) {
            watched = now;
        }

        boolean isKeptBack() {
            return keptBack;
        }
    }

    void add(Recipient recipient) {
        recipients.add(recipient);
    }

    /// What becomes of the provider’s reply about the sender; always the same.
    UnaryOperator<Reply> whenSenderIsTaken() {
        return whenSenderIsTaken;
    }

    /// Takes the provider’s reply about a recipient.
    ///
    /// @return what to answer: where the sender was refused, that
    Reply takeReply(Recipient recipient, Reply reply) {
        recipient.refused = !reply.isGood();
        return refusal == null ? reply : refusal;
    }

    /// What the provider said if it does not take mail from this sender.
    Optional<Reply> refusal() {
        return Optional.ofNullable(refusal);
    }

    boolean isFull() {
        return recipients.size() >= MOST_RECIPIENTS;
    }

    /// Those who were not refused.
    List<Recipient> recipients() {
        return recipients.stream().filter(recipient -> !recipient.refused).toList();
    }

    /// The recipients of whom the rule speaks.
    List<Recipient> watched() {
        return recipients().stream()
                .filter(recipient -> recipient.watched != Watched.NO)
                .toList();
    }

    /// Those whom the provider has not heard of.
    List<Recipient> keptBack() {
        return recipients().stream().filter(Recipient::isKeptBack).toList();
    }

    Envelope envelope() {
        return new Envelope(from, recipients().stream().map(Recipient::written).toList());
    }
}
