import java.nio.file.Path;
import java.time.LocalDate;
import org.nocontact.core.Account;
import org.nocontact.store.BusyYears;
import org.nocontact.store.DataFolder;
import org.nocontact.store.SqliteLedger;

/// Writes a ledger that ends yesterday, of four busy days (100 entries) to ten years (100,000): `BusyLedger FOLDER
/// ENTRIES`.
void main(String[] arguments) {
    var folder = DataFolder.open(Path.of(arguments[0]));
    try (var ledger = SqliteLedger.open(folder)) {
        BusyYears.write(ledger, Account.ME, LocalDate.now().minusDays(1), Integer.parseInt(arguments[1]));
        System.out.println(arguments[0] + ": " + ledger.last(Account.ME) + " entries");
    }
}
