package org.nocontact.app;

import org.jspecify.annotations.Nullable;
import org.nocontact.core.LedgerFault;
import org.nocontact.store.DataFolder;
import org.nocontact.web.Api;
import tools.jackson.databind.JsonNode;

/// What commands ask: the program that serves the folder, or the ledger itself while none does. Both give the same
/// answers.
abstract class Program implements AutoCloseable {
    private static final int TRIES = 100;
    private static final long BETWEEN_TRIES_MILLIS = 100;

    /// The program for this folder.
    ///
    /// @throws LedgerFault if the ledger cannot be used
    static Program on(DataFolder folder) {
        for (var tries = 0; tries < TRIES; tries++) {
            var running = folder.whoServes();
            if (running.isPresent()) {
                return new RunningProgram(running.get());
            }
            var holding = folder.hold();
            if (holding.isPresent()) {
                return OpenedProgram.open(folder, holding.get());
            }
            await();
        }
        throw busy(folder);
    }

    /// The program that serves this folder, or is about to.
    static Program running(DataFolder folder) {
        for (var tries = 0; tries < TRIES; tries++) {
            var running = folder.whoServes();
            if (running.isPresent()) {
                return new RunningProgram(running.get());
            }
            await();
        }
        throw busy(folder);
    }

    private static Trouble busy(DataFolder folder) {
        return new Trouble("Another program holds " + folder.path()
                + " and does not answer: wait until it is done, or stop it, and try once more.");
    }

    /// @param body what becomes the JSON of the call; null for none
    /// @return the JSON of the answer, an empty object for none
    /// @throws Trouble with the sentence of a problem document
    JsonNode ask(String method, String path, @Nullable Object body) {
        var reply = answer(method, path, body == null ? null : Json.write(body));
        var json = Json.read(reply.json());
        if (reply.status() < 400) {
            return json;
        }
        var sentence = json.path("detail").stringValue("The program answered " + reply.status() + ".");
        throw reply.status() == 400 || reply.status() == 422 ? Trouble.badUsage(sentence) : new Trouble(sentence);
    }

    abstract Api.Reply answer(String method, String path, byte @Nullable [] json);

    @Override
    public abstract void close();

    private static void await() {
        try {
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Trouble("The command was stopped.");
        }
    }
}
