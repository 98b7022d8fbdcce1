package org.nocontact.app;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.DraftReader;
import org.nocontact.reading.LateReader;
import org.nocontact.reading.Reader;
import org.nocontact.reading.TopicDrafts;
import org.nocontact.store.DataFolder;
import org.nocontact.web.Api;

/// No program runs: the ledger is opened for one command. Its gate waits for the reading model where it needs it, as
/// nobody else waits for this verdict.
final class OpenedProgram extends Program {
    private static final Duration MODEL_COMES_WITHIN = Duration.ofSeconds(20);

    private final DataFolder.Holding holding;
    private final Home home;
    private final Api api;

    private OpenedProgram(DataFolder.Holding holding, Home home) {
        this.holding = holding;
        this.home = home;
        this.api = new Api(home.keeper(), home, new LateReader(Reader::ofCuesAlone));
    }

    static OpenedProgram open(DataFolder folder, DataFolder.Holding holding) {
        try {
            LogFile.writeTo(folder.path());
            var time = new MachineTime();
            time.learnWhoVouches();
            return new OpenedProgram(holding, Home.open(folder, time, drafts(folder)));
        } catch (RuntimeException fault) {
            holding.close();
            throw fault;
        }
    }

    private static DraftReader drafts(DataFolder folder) {
        var reader = new LateReader(() -> Reader.withModelIn(folder.reading()));
        var drafts = new TopicDrafts(reader);
        return (text, topics) -> {
            try {
                var unused = reader.await(MODEL_COMES_WITHIN);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return drafts.read(text, topics);
        };
    }

    @Override
    Api.Reply answer(String method, String path, byte @Nullable [] json) {
        return api.answer(method, path, json);
    }

    @Override
    public void close() {
        try (holding;
                home) {
            // Closes the ledger, then lets others hold the folder.
        }
    }
}
