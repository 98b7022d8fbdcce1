package org.nocontact.mail;

import java.net.InetAddress;
import java.time.Duration;
import org.nocontact.core.Invalid;

/// How the mail gate stands between a mail program and the provider. Throws [Invalid] with what to do instead.
///
/// @param listen the address of this machine that it listens on
/// @param answersOthers whether it answers other machines than this one; they have to sign in, over TLS
/// @param port for STARTTLS, or for a program on this machine that speaks in the clear; 0 for any free one,
///             [#NO_PORT] for none
/// @param tlsPort for TLS from the first byte; as `port`
/// @param emergencyWord a word that makes a mail an emergency when its subject has it; empty for none
public record GateConfig(
        InetAddress listen,
        boolean answersOthers,
        int port,
        int tlsPort,
        Upstream upstream,
        String emergencyWord,
        Limits limits) {
    public static final int NO_PORT = -1;

    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_WORD = 100;

    public GateConfig {
        emergencyWord = emergencyWord.strip();
        check(
                listen.isLoopbackAddress() || answersOthers,
                "Say that it answers others too, or let it listen on this machine only.");
        check(isAPort(port, NO_PORT) && isAPort(tlsPort, NO_PORT), "A port is a number from 1 to 65535.");
        check(port != NO_PORT || tlsPort != NO_PORT, "The mail gate needs a port to listen on.");
        check(
                emergencyWord.length() <= LONGEST_WORD && emergencyWord.chars().noneMatch(Character::isISOControl),
                "The word for an emergency has to be one line of at most 100 characters.");
    }

    /// For a mail program on this machine.
    public static GateConfig onThisMachine(int port, int tlsPort, Upstream upstream) {
        return new GateConfig(InetAddress.getLoopbackAddress(), false, port, tlsPort, upstream, "", Limits.USUAL);
    }

    public GateConfig withEmergencyWord(String word) {
        return new GateConfig(listen, answersOthers, port, tlsPort, upstream, word, limits);
    }

    public GateConfig withLimits(Limits limits) {
        return new GateConfig(listen, answersOthers, port, tlsPort, upstream, emergencyWord, limits);
    }

    /// The provider's server for sending.
    ///
    /// @param trustedPem certificates in PEM to trust beside those that Java trusts; empty for none
    public record Upstream(String host, int port, TlsMode tls, String trustedPem) {
        public Upstream {
            host = host.strip();
            check(
                    !host.isEmpty() && host.length() <= 255 && host.chars().allMatch(Upstream::canBeInAHost),
                    "The provider’s server is named like smtp.example.org.");
            check(port > 0 && isAPort(port, port), "A port is a number from 1 to 65535.");
            check(
                    tls != TlsMode.NONE || isThisMachine(host),
                    "Without TLS the gate speaks to this machine only: use starttls or tls.");
        }

        private static boolean canBeInAHost(int c) {
            return c > ' ' && c != 0x7f && "/@<>\"\\".indexOf(c) < 0;
        }

        private static boolean isThisMachine(String host) {
            if (host.equalsIgnoreCase("localhost")) {
                return true;
            }
            try {
                return InetAddress.ofLiteral(host).isLoopbackAddress();
            } catch (IllegalArgumentException aName) {
                return false;
            }
        }
    }

    /// @param connections how many mail programs are answered at once
    /// @param heldBytes the largest mail that is read before it goes anywhere
    /// @param silence how long a mail program may say nothing
    /// @param connecting how long the provider may take to pick up
    /// @param answering how long the provider may take to answer
    public record Limits(int connections, long heldBytes, Duration silence, Duration connecting, Duration answering) {
        /// The times are those of RFC 5321, section 4.5.3.2, rounded up to one for all commands.
        public static final Limits USUAL =
                new Limits(256, 100L << 20, Duration.ofMinutes(5), Duration.ofSeconds(20), Duration.ofMinutes(10));

        public Limits {
            if (connections < 1 || heldBytes < 1 || !isSpan(silence) || !isSpan(connecting) || !isSpan(answering)) {
                throw new IllegalArgumentException("Limits have to be positive, and times at most a day.");
            }
        }

        private static boolean isSpan(Duration time) {
            return time.isPositive() && time.compareTo(Duration.ofDays(1)) <= 0;
        }
    }

    private static boolean isAPort(int port, int orThis) {
        return port == orThis || (port >= 0 && port <= HIGHEST_PORT);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new Invalid(otherwise);
        }
    }
}
