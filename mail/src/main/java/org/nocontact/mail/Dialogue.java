package org.nocontact.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Keeps the replies to a mail program in the order of its commands, while commands that came together go on to
/// the provider together where it can take that (PIPELINING).
final class Dialogue {
    private final Client client;
    private final Provider provider;
    private final Deque<Supplier<Reply>> due = new ArrayDeque<>();

    Dialogue(Client client, Provider provider) {
        this.client = client;
        this.provider = provider;
    }

    /// Passes a command on. Its reply is looked at and passed back in its turn.
    void passOn(String command, Consumer<Reply> whenItComes) {
        provider.say(command);
        due.addLast(() -> {
            var reply = provider.read();
            whenItComes.accept(reply);
            return reply;
        });
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

    /// Asks something of the provider that is not passed back, after everything before it was answered.
    Reply ask(String command) {
        settle();
        return provider.ask(command);
    }
}
