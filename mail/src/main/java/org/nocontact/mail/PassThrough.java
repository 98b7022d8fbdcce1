package org.nocontact.mail;

/// The content of a message that the rule does not speak of: it goes on as it comes, byte for byte.
final class PassThrough {
    private final Gatehouse house;
    private final Client client;
    private final Provider provider;

    PassThrough(Gatehouse house, Client client, Provider provider) {
        this.house = house;
        this.client = client;
        this.provider = provider;
    }

    /// @return the provider's reply
    /// @throws Hangup when the provider broke off, or the content is none
    Reply run() {
        var data = new ClientData(client);
        try {
            if (!data.read(true, (bytes, from, to, _) -> provider.send(bytes, from, to - from))) {
                provider.close();
                data.skip();
                throw new Hangup(ClientData.BAD_LINES);
            }
            var reply = provider.read();
            count(reply);
            return reply;
        } catch (ProviderTrouble trouble) {
            house.tally().troubled(trouble);
            var said = provider.lastWords();
            data.skip();
            throw new Hangup(said.orElseGet(() -> Reply.of(421, "4.4.2 " + trouble.getMessage())));
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
