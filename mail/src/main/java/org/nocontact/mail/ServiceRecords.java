package org.nocontact.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Invalid;

/// Finds a provider's servers by the service records of its domain (RFC 6186, RFC 8314, RFC 5804). Nothing vouches for
/// an
/// answer of DNS, so the person is shown the names, and only encrypted servers are taken.
final class ServiceRecords {
    private final Names names;

    ServiceRecords() {
        this(ServiceRecords::ask);
    }

    ServiceRecords(Names names) {
        this.names = names;
    }

    /// What DNS answers.
    @FunctionalInterface
    interface Names {
        /// The records of type SRV, each as `priority weight port target`; none when there are none.
        List<String> records(String name);
    }

    Optional<Found> find(String local, String domain) {
        var smtp = first(server("_submissions", domain, TlsMode.TLS), server("_submission", domain, TlsMode.STARTTLS));
        if (smtp == null) {
            return Optional.empty();
        }
        var imap = first(server("_imaps", domain, TlsMode.TLS), server("_imap", domain, TlsMode.STARTTLS));
        var sieve = server("_sieve", domain, TlsMode.STARTTLS);
        return Optional.of(
                new Found(smtp, imap, sieve, local + "@" + domain, Found.SignIn.PASSWORD, "DNS of " + domain));
    }

    private static @Nullable MailServer first(@Nullable MailServer one, @Nullable MailServer other) {
        return one == null ? other : one;
    }

    /// A target of `.` says that there is no such service.
    private @Nullable MailServer server(String service, String domain, TlsMode tls) {
        return names.records(service + "._tcp." + domain).stream()
                .map(record -> record.strip().split("\\s+"))
                .filter(parts -> parts.length == 4 && parts[0].matches("\\d{1,5}") && !parts[3].equals("."))
                .min(Comparator.comparingInt(parts -> Integer.parseInt(parts[0])))
                .map(parts -> parts[3].replaceAll("\\.$", "") + ":" + parts[2])
                .flatMap(hostAndPort -> parsed(hostAndPort, tls))
                .orElse(null);
    }

    private static Optional<MailServer> parsed(String hostAndPort, TlsMode tls) {
        try {
            return Optional.of(MailServer.parse(hostAndPort, tls));
        } catch (Invalid noServer) {
            return Optional.empty();
        }
    }

    /// The context speaks DNS and nothing else, so that no answer becomes an object.
    @SuppressWarnings("BanJNDI")
    private static List<String> ask(String name) {
        var environment = new Properties();
        environment.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        environment.put("com.sun.jndi.dns.timeout.initial", "2000");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        try {
            var context = new InitialDirContext(environment);
            try {
                var answer = context.getAttributes(name, new String[] {"SRV"}).get("SRV");
                var records = new ArrayList<String>();
                for (var i = 0; answer != null && i < answer.size(); i++) {
                    records.add(String.valueOf(answer.get(i)));
                }
                return records;
            } finally {
                context.close();
            }
        } catch (NamingException none) {
            return List.of();
        }
    }
}
