import java.nio.file.Path;
import java.time.LocalDate;
import org.nocontact.core.Account;
import org.nocontact.store.BusyYears;
import org.nocontact.store.DataFolder;
import org.nocontact.store.SqliteLedger;

/// Writes a ledger of ten years that end yesterday: `BusyLedger FOLDER ENTRIES`.
void main(String[] arguments) {
    var folder = DataFolder.open(Path.of(arguments[0]));
    try (var ledger = SqliteLedger.open(folder)) {
        BusyYears.write(ledger, Account.ME, LocalDate.now().minusDays(3_650), Integer.parseInt(arguments[1]));
        System.out.println(arguments[0] + ": " + ledger.last(Account.ME) + " entries");
    }
}
