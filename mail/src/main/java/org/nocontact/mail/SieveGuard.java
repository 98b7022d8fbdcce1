package org.nocontact.mail;

import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Way;

/// Keeps a rule at the provider that files mail of the ex into the quiet folder while no program runs. The person's own
/// rules are included, never changed, and are active again when this is taken out.
final class SieveGuard {
    static final String NAME = "quiet-folder";

    private final MailServer server;
    private final MailSettings settings;

    /// @param settings with a server for rules
    SieveGuard(MailServer server, MailSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /// What came of it.
    enum Outcome {
        ACTIVE,
        /// There is no address to look for.
        NOTHING_TO_FILE,
        /// The person has rules of their own, and the server cannot run two scripts.
        ONE_SCRIPT_ONLY,
        /// Another script has our name.
        NAME_TAKEN
    }

    /// Brings the rule at the provider up to these ways to reach the ex.
    ///
    /// @throws IOException when the server cannot be reached or refuses; what was active there stays active
    Outcome keepUp(Collection<Way> ways) throws IOException {
        if (!SieveScript.hasAddress(ways)) {
            takeOut();
            return Outcome.NOTHING_TO_FILE;
        }
        try (var connection = open()) {
            var there = There.of(connection);
            if (there.isTaken()) {
                return Outcome.NAME_TAKEN;
            }
            var own = there.own();
            if (own != null && !connection.can("include")) {
                return Outcome.ONE_SCRIPT_ONLY;
            }
            var wanted = SieveScript.of(ways, settings.quietFolder(), own, connection.can("mailbox"));
            if (there.ours() == null || !there.ours().text().equals(wanted.text())) {
                connection.check(wanted.text());
                connection.put(NAME, wanted.text());
            }
            if (!there.isActive()) {
                connection.activate(NAME);
            }
            return Outcome.ACTIVE;
        }
    }

    /// Takes the rule out: what the person had is active again.
    void takeOut() throws IOException {
        try (var connection = open()) {
            var there = There.of(connection);
            if (there.ours() == null) {
                return;
            }
            if (there.isActive()) {
                connection.activate(there.own() == null ? "" : there.own());
            }
            connection.delete(NAME);
        }
    }

    private SieveConnection open() throws IOException {
        return SieveConnection.open(server, settings.user(), settings.password(), settings.trust());
    }

    /// What lies at the provider.
    ///
    /// @param ours our script; null when there is none
    /// @param own the name of the person's own script that is active, or would be; null for none
    /// @param isTaken whether somebody else's script has our name
    private record There(
            @Nullable SieveScript ours,
            boolean isActive,
            @Nullable String own,
            boolean isTaken) {
        static There of(SieveConnection connection) throws IOException {
            var scripts = connection.scripts();
            var active = scripts.stream()
                    .filter(SieveConnection.Script::active)
                    .map(SieveConnection.Script::name)
                    .findFirst()
                    .orElse(null);
            if (scripts.stream().noneMatch(script -> script.name().equals(NAME))) {
                return new There(null, false, active, false);
            }
            var ours = SieveScript.read(connection.read(NAME)).orElse(null);
            var isActive = NAME.equals(active);
            var own = isActive && ours != null ? ours.included() : active;
            var isThere = scripts.stream().anyMatch(script -> script.name().equals(own));
            return new There(ours, isActive, isThere ? own : null, ours == null);
        }
    }
}
