package org.nocontact.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.nocontact.core.Ledger;

class SqliteLedgerTest extends LedgerContract {
    @TempDir
    Path folder;

    private SqliteLedger ledger;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(DataFolder.open(folder));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Override
    protected Ledger ledger() {
        return ledger;
    }
}
