package org.nocontact.mail;

import java.io.IOException;
import java.net.Socket;
import org.nocontact.core.LedgerFault;

/// A connection from a mail program, from its first byte to its last.
final class Conversation implements AutoCloseable {
    private final Gatehouse house;
    private final TlsMode mode;
    private final Client client;
    private volatile boolean busy;

    Conversation(Gatehouse house, Socket socket, TlsMode mode) throws IOException {
        this.house = house;
        this.mode = mode;
        this.client = new Client(new Wire(socket, house.config().limits().silence()));
    }

    void run() {
        try {
            if (mode == TlsMode.TLS) {
                client.goOnOver(house.certificate());
            }
            talk();
        } catch (Hangup over) {
            if (over.lastWords() != null) {
                client.sayLast(over.lastWords());
            }
        }
    }

    private void talk() {
        try (var provider = Provider.connect(
                house.config().upstream(), house.trust(), house.config().limits())) {
            new Session(house, client, provider, working -> busy = working).run();
        } catch (ProviderTrouble trouble) {
            house.tally().troubled(trouble);
            throw new Hangup(Reply.of(421, "4.4.1 " + trouble.getMessage()));
        } catch (LedgerFault fault) {
            throw new Hangup(Reply.of(421, "4.3.0 " + fault.getMessage()));
        }
    }

    /// Says why nobody is heard here now.
    void turnAway(Reply why) {
        client.sayLast(why);
    }

    /// Whether a message is on its way.
    boolean isBusy() {
        return busy;
    }

    @Override
    public void close() {
        client.close();
    }
}
