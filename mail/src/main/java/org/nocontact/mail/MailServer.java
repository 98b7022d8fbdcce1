package org.nocontact.mail;

import java.net.InetAddress;
import java.util.regex.Pattern;
import org.nocontact.core.Invalid;

/// A server of the person's mail provider.
///
/// @param host a name or a numeric address
/// @param tls how what is said to it is kept from others; none only to this machine
public record MailServer(String host, int port, TlsMode tls) {
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?|\\[?[0-9A-Fa-f:.]{2,45}]?");
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /// @throws Invalid with one sentence when there cannot be such a server
    public MailServer {
        host = host.strip().replaceAll("^\\[|]$", "");
        Refusal.unless(NAME.matcher(host).matches(), "A mail server has a name such as mail.example.org, or a number.");
        Refusal.unless(port >= 1 && port <= 65_535, "A port is a number from 1 to 65535.");
        Refusal.unless(
                tls != TlsMode.NONE || isThisMachine(host),
                "Without encryption the password could be read on the way to " + host + ": choose starttls or tls.");
    }

    /// Reads `HOST:PORT`.
    public static MailServer parse(String hostAndPort, TlsMode tls) {
        int colon = hostAndPort.lastIndexOf(':');
        Refusal.unless(
                colon > 0 && hostAndPort.substring(colon + 1).matches("\\d{1,5}"),
                "A mail server is written as its name and its port, such as mail.example.org:993.");
        return new MailServer(hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)), tls);
    }

    @Override
    public String toString() {
        return host + ":" + port + " (" + tls.word() + ")";
    }

    private static boolean isThisMachine(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return NUMERIC.matcher(host).matches()
                    && InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
