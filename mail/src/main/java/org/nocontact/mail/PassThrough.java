package org.nocontact.mail;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The content of a message that the rule does not speak of: it goes on as it comes, byte for byte.
final class PassThrough {
    private final Gatehouse house;
    private final Client client;
    private final Provider provider;
    private final Supplier<Reply> go;
    private boolean asked;
    private @Nullable Reply refusal;

    /// @param go the provider’s reply to DATA, which the mail program was told is 354
    PassThrough(Gatehouse house, Client client, Provider provider, Supplier<Reply> go) {
        this.go = go;
        this.house = house;
        this.client = client;
        this.provider = provider;
    }

    /// @return the provider's reply
    /// @throws Hangup when the provider broke off, or the content is none
    Reply run() {
        var data = new ClientData(client);
        try {
            if (!data.read(true, (bytes, from, to, _) -> send(bytes, from, to))) {
                provider.close();
                data.skip();
                throw new Hangup(ClientData.BAD_LINES);
            }
            var reply = refusal == null ? provider.read() : refused(refusal);
            count(reply);
            return reply;
        } catch (ProviderTrouble trouble) {
            house.tally().troubled(trouble);
            var said = provider.lastWords();
            data.skip();
            throw new Hangup(said.orElseGet(() -> Reply.of(421, "4.4.2 " + trouble.getMessage())));
        }
    }

    private Reply refused(Reply refusal) {
        provider.ask("RSET");
        return refusal;
    }

    /// Sends a piece on, unless the provider did not take DATA.
    private void send(byte[] bytes, int from, int to) {
        if (!asked) {
            asked = true;
            var reply = go.get();
            refusal = reply.code() == 354 ? null : reply;
        }
        if (refusal == null) {
            provider.send(bytes, from, to - from);
        }
    }

    private void count(Reply reply) {
        house.tally().providerAnswered();
        if (reply.isGood()) {
            house.tally().passed();
        } else {
            house.tally().refused();
        }
    }
}
