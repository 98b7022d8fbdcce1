package org.nocontact.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/// Finds the servers of a person's provider: in the table that comes with the program, else, when the person asks for
/// it, at the provider itself.
public final class Discovery {
    private final ProviderTable table = ProviderTable.load();
    private final Autoconfig autoconfig;
    private final ServiceRecords records;

    public Discovery() {
        this(new Autoconfig(), new ServiceRecords());
    }

    Discovery(Autoconfig autoconfig, ServiceRecords records) {
        this.autoconfig = autoconfig;
        this.records = records;
    }

    /// Looks in the table only.
    public Optional<Found> known(String address) {
        return split(address).flatMap(mailbox -> table.find(mailbox.local, mailbox.domain));
    }

    /// Looks in the table, then asks the provider's own web server, then the domain's DNS. It may take half a minute.
    public Optional<Found> find(String address) throws InterruptedException {
        var mailbox = split(address).orElse(null);
        if (mailbox == null) {
            return Optional.empty();
        }
        var known = table.find(mailbox.local, mailbox.domain);
        if (known.isPresent()) {
            return known;
        }
        var said = autoconfig.find(mailbox.local, mailbox.domain);
        return said.isPresent() ? said : records.find(mailbox.local, mailbox.domain);
    }

    private record Mailbox(String local, String domain) {}

    /// Empty when the text is no address with a domain that can be asked.
    private static Optional<Mailbox> split(String address) {
        int at = address.lastIndexOf('@');
        try {
            var domain = at < 1 ? "" : IDN.toASCII(address.substring(at + 1).strip(), IDN.USE_STD3_ASCII_RULES);
            return domain.contains(".") && domain.length() <= 253
                    ? Optional.of(new Mailbox(address.substring(0, at).strip(), domain.toLowerCase(Locale.ROOT)))
                    : Optional.empty();
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }
}
