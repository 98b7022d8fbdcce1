package org.nocontact.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/// The person's mailbox at the provider, signed in.
final class ImapAccount implements AutoCloseable {
    private static final int CONNECT_MILLIS = 15_000;
    /// Also how long a dead connection is waited for.
    private static final int ANSWER_MILLIS = 30_000;

    private final IMAPStore store;

    private ImapAccount(IMAPStore store) {
        this.store = store;
    }

    /// @throws MessagingException when the server cannot be reached or refuses the password
    static ImapAccount open(MailSettings settings) throws MessagingException {
        var server = Objects.requireNonNull(settings.imap(), "Incoming mail is not watched.");
        var tls = server.tls() == TlsMode.TLS;
        var protocol = tls ? "imaps" : "imap";
        var properties = new Properties();
        var prefix = "mail." + protocol + ".";
        properties.put(prefix + "connectiontimeout", String.valueOf(CONNECT_MILLIS));
        properties.put(prefix + "timeout", String.valueOf(ANSWER_MILLIS));
        properties.put(prefix + "writetimeout", String.valueOf(ANSWER_MILLIS));
        properties.put(prefix + "starttls.enable", String.valueOf(server.tls() == TlsMode.STARTTLS));
        properties.put(prefix + "starttls.required", String.valueOf(server.tls() == TlsMode.STARTTLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (server.tls() != TlsMode.NONE) {
            properties.put(
                    prefix + "ssl.socketFactory", Trust.with(settings.trust()).sockets());
        }
        var store = (IMAPStore) Session.getInstance(properties).getStore(protocol);
        try {
            store.connect(server.host(), server.port(), settings.user(), settings.password());
            return new ImapAccount(store);
        } catch (MessagingException | RuntimeException fault) {
            store.close();
            throw fault;
        }
    }

    boolean can(String capability) throws MessagingException {
        return store.hasCapability(capability);
    }

    OpenFolder inbox() throws MessagingException {
        return OpenFolder.of((IMAPFolder) store.getFolder("INBOX"), Folder.READ_WRITE, this);
    }

    /// The quiet folder, made when it is not there.
    OpenFolder quiet(String name) throws MessagingException {
        var folder = ensure(name);
        return OpenFolder.of(folder, Folder.READ_ONLY, this);
    }

    /// Makes the folder and shows it to mail programs, unless it is there.
    ///
    /// @return the folder, not opened
    IMAPFolder ensure(String name) throws MessagingException {
        var folder = (IMAPFolder) store.getFolder(prefix() + name);
        if (!folder.exists()) {
            if (!folder.create(Folder.HOLDS_MESSAGES) && !folder.exists()) {
                throw new MessagingException("The folder " + name + " could not be made.");
            }
            folder.setSubscribed(true);
        }
        return folder;
    }

    /// What the person's folders begin with: some servers keep all of them below `INBOX.`.
    private String prefix() throws MessagingException {
        var personal = store.getPersonalNamespaces();
        if (personal.length == 0 || personal[0].getFullName().isEmpty()) {
            return "";
        }
        return personal[0].getFullName() + personal[0].getSeparator();
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}
