package org.nocontact.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.EmailAddress;
import org.nocontact.core.LedgerFault;

/// One conversation between a mail program and its provider, passed on command by command. For one thread.
///
/// What is not on the lists here is not passed on: the provider hears nothing that the gate did not understand.
final class Session {
    private static final Set<String> NO_MAIL_PROGRAM =
            Set.of("GET", "POST", "PUT", "HEAD", "DELETE", "OPTIONS", "CONNECT", "PATCH", "TRACE");
    private static final int MOST_MISTAKES = 20;
    private static final EmailAddress POSTMASTER = new EmailAddress("postmaster", "localhost");

    private static final Reply UNKNOWN = Reply.of(502, "5.5.1 Not understood here");
    private static final Reply SIGN_IN = Reply.of(530, "5.7.0 Sign in first");
    private static final Reply MAIL_FIRST = Reply.of(503, "5.5.1 MAIL first");
    private static final Reply SENDER_TAKEN = Reply.of(250, "2.1.0 Ok");
    private static final Reply RECIPIENT_TAKEN = Reply.of(250, "2.1.5 Ok");
    private static final Reply GO_ON = Reply.of(354, "Go ahead, and end with a dot on its own line");
    private static final Reply TLS_FIRST = Reply.of(530, "5.7.0 STARTTLS first");

    private final Gatehouse house;
    private final Client client;
    private final Provider provider;
    private final Dialogue dialogue;
    private final Consumer<Boolean> working;
    private Extensions extensions = Extensions.NONE;
    private boolean greeted;
    private boolean signedIn;
    private @Nullable Transaction transaction;
    private int mistakes;

    /// @param working is told when a message begins and when it has been dealt with
    Session(Gatehouse house, Client client, Provider provider, Consumer<Boolean> working) {
        this.working = working;
        this.house = house;
        this.client = client;
        this.provider = provider;
        this.dialogue = new Dialogue(client, provider);
    }

    /// Runs until one of both hangs up.
    ///
    /// @throws Hangup with what is to be said last
    void run() {
        client.say(provider.greeting());
        while (true) {
            if (!client.hasLine()) {
                dialogue.settle();
                client.flush();
            }
            take(client.line());
            if (!extensions.has("PIPELINING")) {
                dialogue.settle();
            }
        }
    }

    private void take(String line) {
        var end = line.indexOf(' ');
        var verb = (end < 0 ? line : line.substring(0, end)).toUpperCase(Locale.ROOT);
        var argument = end < 0 ? "" : line.substring(end + 1);
        if (Provider.hasControls(line)) {
            mistake(Reply.of(501, "5.5.4 No control characters"));
            return;
        }
        switch (verb) {
            case "EHLO", "HELO" -> hello(verb, argument);
            case "STARTTLS" -> startTls();
            case "AUTH" -> signIn(line, argument);
            case "MAIL" -> mail(line, argument);
            case "RCPT" -> recipient(line, argument);
            case "DATA" -> data();
            case "RSET" -> reset();
            case "NOOP" -> dialogue.passOn("NOOP", reply -> reply);
            case "QUIT" -> quit();
            case "BDAT" -> hangUp(UNKNOWN);
            default -> unknown(verb);
        }
    }

    private void unknown(String verb) {
        if (NO_MAIL_PROGRAM.contains(verb) || verb.endsWith(":")) {
            hangUp(UNKNOWN);
        }
        mistake(UNKNOWN);
    }

    private void mistake(Reply reply) {
        if (++mistakes > MOST_MISTAKES) {
            hangUp(Reply.of(421, "4.7.0 Too many mistakes"));
        }
        dialogue.answer(reply);
    }

    /// Answers what came before, and no more.
    private void hangUp(Reply lastWords) {
        dialogue.settle();
        throw new Hangup(lastWords);
    }

    /// The provider is always asked by EHLO, so that the gate knows what it offers.
    private void hello(String verb, String name) {
        var reply = dialogue.ask("EHLO " + name);
        extensions = Extensions.of(reply);
        if (reply.code() >= 500 && verb.equals("HELO")) {
            reply = dialogue.ask("HELO " + name);
        }
        if (!reply.isGood()) {
            client.say(reply);
            return;
        }
        greeted = true;
        transaction = null;
        house.tally().providerAnswered();
        house.tally().sawClient(name);
        client.say(
                verb.equals("HELO") || extensions.equals(Extensions.NONE)
                        ? Reply.of(250, reply.lines().getFirst())
                        : extensions.shown(!client.isPrivate(), maySpeakOpenly()));
    }

    private boolean maySpeakOpenly() {
        return client.isPrivate() || client.isOnThisMachine();
    }

    private void startTls() {
        if (client.isPrivate() || signedIn || transaction != null) {
            mistake(Reply.of(503, "5.5.1 Not now"));
            return;
        }
        dialogue.settle();
        client.say(Reply.of(220, "2.0.0 Go ahead"));
        client.flush();
        client.goOnOver(house.certificate());
        greeted = false;
        extensions = Extensions.NONE;
    }

    /// Passes all that is said for signing in, which is between the mail program and the provider.
    private void signIn(String line, String argument) {
        if (!greeted || signedIn || transaction != null) {
            mistake(Reply.of(503, "5.5.1 Not now"));
            return;
        }
        if (!maySpeakOpenly()) {
            dialogue.answer(TLS_FIRST);
            return;
        }
        if (!Extensions.passes(argument.split(" ", 2)[0])) {
            mistake(Reply.of(504, "5.5.4 Not this way"));
            return;
        }
        var reply = dialogue.ask(line);
        while (reply.code() == 334) {
            client.say(reply);
            client.flush();
            reply = dialogue.ask(client.line());
        }
        signedIn = reply.code() == 235;
        client.say(reply);
    }

    private void mail(String line, String argument) {
        var from = SmtpPath.read("FROM:", argument);
        if (!greeted || transaction != null) {
            mistake(Reply.of(503, "5.5.1 Not now"));
        } else if (!client.isOnThisMachine() && !(client.isPrivate() && signedIn)) {
            dialogue.answer(client.isPrivate() ? SIGN_IN : TLS_FIRST);
        } else if (from.isEmpty()) {
            mistake(Reply.of(501, "5.1.7 Not a sender that can be read"));
        } else {
            transaction = begin(new Transaction(from.get()), line);
        }
    }

    /// The provider is asked with the first recipient, where it takes two commands at once; what it refuses is
    /// told then.
    private Transaction begin(Transaction begun, String line) {
        if (extensions.has("PIPELINING")) {
            dialogue.answer(SENDER_TAKEN);
            dialogue.passOnLater(line, begun.whenSenderIsTaken());
        } else {
            dialogue.passOn(line, reply -> {
                transaction = reply.isGood() || transaction != begun ? transaction : null;
                return begun.whenSenderIsTaken().apply(reply);
            });
        }
        return begun;
    }

    private void recipient(String line, String argument) {
        var open = transaction;
        var path = SmtpPath.read("TO:", argument);
        if (open == null) {
            mistake(MAIL_FIRST);
        } else if (open.isFull()) {
            dialogue.answer(Reply.of(452, "4.5.3 Too many recipients"));
        } else {
            path.flatMap(Session::addressed)
                    .ifPresentOrElse(
                            address -> recipient(open, path.get(), address, line),
                            () -> mistake(Reply.of(501, "5.1.3 Not a recipient that can be read")));
        }
    }

    private static Optional<EmailAddress> addressed(SmtpPath path) {
        return path.isThePostmaster() ? Optional.of(POSTMASTER) : path.address();
    }

    /// The provider does not hear of the ex before the message was read and may go.
    private void recipient(Transaction open, SmtpPath path, EmailAddress address, String line) {
        try {
            var recipient =
                    new Transaction.Recipient(path, address, house.rule().watch(address));
            if (!recipient.isKeptBack()) {
                open.add(recipient);
                dialogue.passOn(line, reply -> open.takeReply(recipient, reply));
            } else if (mayBecomeALetter()) {
                open.add(recipient);
                dialogue.answer(() -> {
                    dialogue.await(open.whenSenderIsTaken());
                    return open.refusal().orElse(RECIPIENT_TAKEN);
                });
            } else {
                dialogue.answer(SIGN_IN);
            }
        } catch (LedgerFault fault) {
            dialogue.answer(Reply.of(451, "4.3.0 " + fault.getMessage()));
        }
    }

    /// Else any program on this machine could write letters in the person's name.
    private boolean mayBecomeALetter() {
        return signedIn || !extensions.has("AUTH");
    }

    private void data() {
        var open = transaction;
        if (open == null) {
            mistake(MAIL_FIRST);
            return;
        }
        try {
            house.rule().watch(open.recipients());
        } catch (LedgerFault fault) {
            dialogue.answer(Reply.of(451, "4.3.0 " + fault.getMessage()));
            return;
        }
        working.accept(true);
        if (open.watched().isEmpty()) {
            passThrough(open);
        } else {
            readFirst(open);
        }
        client.flush();
        working.accept(false);
    }

    /// The mail program may go on when somebody was accepted. What the provider says to DATA is looked at when there is
    /// something to send; a refusal is told at the end of the content.
    private void passThrough(Transaction open) {
        var go = new AtomicReference<Reply>();
        dialogue.passOnLater("DATA", reply -> {
            go.set(reply);
            return reply;
        });
        dialogue.settle();
        if (open.recipients().isEmpty()) {
            dialogue.settleAll();
            if (go.get().code() != 354) {
                client.say(open.refusal().orElse(go.get()));
                return;
            }
        }
        transaction = null;
        client.say(GO_ON);
        client.flush();
        client.say(new PassThrough(house, client, provider, () -> {
                    dialogue.settleAll();
                    return go.get();
                })
                .run());
    }

    private void readFirst(Transaction open) {
        dialogue.settleAll();
        if (open.refusal().isPresent()) {
            client.say(open.refusal().get());
        } else if (!mayBecomeALetter()) {
            client.say(SIGN_IN);
        } else {
            transaction = null;
            client.say(new ReadFirst(house, client, provider, extensions).run(open));
        }
    }

    private void reset() {
        transaction = null;
        dialogue.passOn("RSET", reply -> reply);
    }

    private void quit() {
        hangUp(dialogue.ask("QUIT"));
    }
}
