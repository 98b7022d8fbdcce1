package org.nocontact.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Keeps the replies to a mail program in the order of its commands, while the provider gets several commands at once
/// where it can take that (PIPELINING): those that came together, and those that can wait for the next one.
final class Dialogue {
    private final Client client;
    private final Provider provider;
    /// What becomes of the replies that the provider owes, in their order.
    private final Deque<UnaryOperator<Reply>> owed = new ArrayDeque<>();
    /// The replies that the mail program waits for, in their order.
    private final Deque<Supplier<Reply>> due = new ArrayDeque<>();

    Dialogue(Client client, Provider provider) {
        this.client = client;
        this.provider = provider;
    }

    /// Passes a command on. Its reply is looked at and passed back, as it was or another, in its turn.
    void passOn(String command, UnaryOperator<Reply> whenItComes) {
        provider.say(command);
        owed.addLast(whenItComes);
        due.addLast(() -> read(whenItComes));
    }

    /// Puts a command in line that is answered already. It goes out with the next one, and its reply is looked at then.
    void passOnLater(String command, UnaryOperator<Reply> whenItComes) {
        provider.say(command);
        owed.addLast(whenItComes);
    }

    /// Reads up to the reply of this command.
    private Reply read(UnaryOperator<Reply> sought) {
        while (true) {
            var next = owed.removeFirst();
            var reply = next.apply(provider.read());
            if (next == sought) {
                return reply;
            }
        }
    }

    /// Answers without the provider, in its turn.
    void answer(Supplier<Reply> reply) {
        due.addLast(reply);
    }

    void answer(Reply reply) {
        answer(() -> reply);
    }

    /// Waits until everything that was asked is answered. The answers go out when the client is flushed.
    void settle() {
        while (!due.isEmpty()) {
            client.say(due.removeFirst().get());
        }
    }

    /// Waits for the reply to a command that is answered already, if the provider still owes it.
    void await(UnaryOperator<Reply> whenItComes) {
        if (owed.contains(whenItComes)) {
            read(whenItComes);
        }
    }

    /// Waits for all that the provider owes, replies to what was answered already among them.
    void settleAll() {
        settle();
        if (!owed.isEmpty()) {
            read(owed.getLast());
        }
    }

    /// Asks something of the provider that is not passed back, after everything before it was answered.
    Reply ask(String command) {
        settleAll();
        return provider.ask(command);
    }
}
