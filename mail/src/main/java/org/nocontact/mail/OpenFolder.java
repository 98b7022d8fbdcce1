package org.nocontact.mail;

import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/// A folder of the mailbox that is open. Messages are named by their UIDs only: sequence numbers move while other
/// programs work on the same folder. Nothing here marks a message as read.
final class OpenFolder implements AutoCloseable {
    private static final int AT_ONCE = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

    private final IMAPFolder folder;
    private final ImapAccount account;

    private OpenFolder(IMAPFolder folder, ImapAccount account) {
        this.folder = folder;
        this.account = account;
    }

    static OpenFolder of(IMAPFolder folder, int mode, ImapAccount account) throws MessagingException {
        folder.open(mode);
        return new OpenFolder(folder, account);
    }

    /// Changes when the UIDs known so far mean nothing any more.
    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    boolean isOpen() {
        return folder.isOpen();
    }

    String name() {
        return folder.getFullName();
    }

    /// The messages that came on this day or later and are not marked as deleted, lowest first.
    List<Long> since(LocalDate day) throws MessagingException {
        var responses = ask("UID SEARCH UNDELETED SINCE " + DAY.format(day), null);
        var found = new ArrayList<Long>();
        for (var response : responses) {
            if (response instanceof IMAPResponse search && search.keyEquals("SEARCH")) {
                for (var uid = search.readLong(); uid != -1; uid = search.readLong()) {
                    found.add(uid);
                }
            }
        }
        found.sort(null);
        return found;
    }

    /// @param senders the fields that name who sent it
    record Header(byte[] senders, Instant came) {}

    /// The headers of these messages; those that are gone meanwhile are missing.
    Map<Long, Header> headers(List<Long> uids) throws MessagingException {
        var found = new HashMap<Long, Header>();
        for (var from = 0; from < uids.size(); from += AT_ONCE) {
            var some = uids.subList(from, Math.min(uids.size(), from + AT_ONCE));
            var set = some.stream().map(String::valueOf).collect(Collectors.joining(","));
            var fields = String.join(" ", Senders.FIELDS);
            fetch(set, "BODY.PEEK[HEADER.FIELDS (" + fields + ")]")
                    .forEach((uid, got) -> found.put(uid, new Header(bytes(got), came(got))));
        }
        return found;
    }

    /// Reads a message without marking it as read; empty when it is gone.
    Optional<Arrived> message(long uid) throws MessagingException {
        var got = fetch(String.valueOf(uid), "BODY.PEEK[]<0." + MailWords.MOST_BYTES + ">")
                .get(uid);
        return Optional.ofNullable(got).map(it -> new Arrived(uid, came(it), MailWords.of(bytes(it))));
    }

    private Map<Long, FetchResponse> fetch(String uids, String what) throws MessagingException {
        var found = new HashMap<Long, FetchResponse>();
        for (var response : ask("UID FETCH " + uids + " (UID INTERNALDATE " + what + ")", null)) {
            if (response instanceof FetchResponse got
                    && got.getItem(UID.class) != null
                    && got.getItem(BODY.class) != null) {
                found.put(got.getItem(UID.class).uid, got);
            }
        }
        return found;
    }

    private static byte[] bytes(FetchResponse got) {
        ByteArrayInputStream in = got.getItem(BODY.class).getByteArrayInputStream();
        return in == null ? new byte[0] : in.readAllBytes();
    }

    private static Instant came(FetchResponse got) {
        var date = got.getItem(INTERNALDATE.class);
        return date == null || date.getDate() == null
                ? Instant.now()
                : date.getDate().toInstant();
    }

    /// Moves a message as it is, read or not, into the folder `to`, which is made if somebody took it away.
    void move(long uid, String to) throws MessagingException {
        var target = account.ensure(to);
        var name = new Argument();
        name.writeString(BASE64MailboxEncoder.encode(target.getFullName()));
        if (account.can("MOVE")) {
            ask("UID MOVE " + uid, name);
            return;
        }
        ask("UID COPY " + uid, name);
        ask("UID STORE " + uid + " +FLAGS.SILENT (\\Deleted)", null);
        if (account.can("UIDPLUS")) {
            ask("UID EXPUNGE " + uid, null);
        }
    }

    /// Puts a message into the folder, unread.
    void append(Message message) throws MessagingException {
        folder.appendMessages(new Message[] {message});
    }

    /// Waits until the server says that something changed, or [#wake] is called.
    void awaitChange() throws MessagingException {
        try {
            folder.idle(true);
        } catch (IllegalStateException closed) {
            throw new FolderClosedException(folder, "The connection ended.", closed);
        }
    }

    /// Ends [#awaitChange] from another thread.
    void wake() {
        try {
            folder.doCommand(_ -> null);
        } catch (MessagingException | RuntimeException closed) {
            // Then nobody waits any more.
            return;
        }
    }

    private Response[] ask(String command, @Nullable Argument argument) throws MessagingException {
        try {
            return (Response[]) folder.doCommand(protocol -> answer(protocol, command, argument));
        } catch (IllegalStateException closed) {
            throw new FolderClosedException(folder, "The connection ended.", closed);
        }
    }

    private static Response[] answer(IMAPProtocol protocol, String command, @Nullable Argument argument)
            throws ProtocolException {
        var responses = protocol.command(command, argument);
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
        return Arrays.copyOf(responses, responses.length - 1);
    }

    @Override
    public void close() throws MessagingException {
        if (folder.isOpen()) {
            folder.close(false);
        }
    }
}
