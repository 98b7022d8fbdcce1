package org.nocontact.app;

import org.jspecify.annotations.Nullable;
import org.nocontact.store.DataFolder;
import org.nocontact.web.Api;

/// No program runs: the ledger is opened for one command.
final class OpenedProgram extends Program {
    private final DataFolder.Holding holding;
    private final Home home;
    private final Api api;

    private OpenedProgram(DataFolder.Holding holding, Home home) {
        this.holding = holding;
        this.home = home;
        this.api = new Api(home.keeper(), home);
    }

    static OpenedProgram open(DataFolder folder, DataFolder.Holding holding) {
        try {
            LogFile.writeTo(folder.path());
            var time = new MachineTime();
            time.learnWhoVouches();
            return new OpenedProgram(holding, Home.open(folder, time));
        } catch (RuntimeException fault) {
            holding.close();
            throw fault;
        }
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
