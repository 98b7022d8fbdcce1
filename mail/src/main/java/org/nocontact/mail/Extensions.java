package org.nocontact.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a provider offers in its answer to EHLO, as a mail program may see it: a white list, since the gate has
/// to understand all that is said through it.
///
/// @param domain the first line
/// @param offers the others
/// @param keywords the first word of each, in capitals
record Extensions(String domain, List<String> offers, Set<String> keywords) {
    private static final Set<String> PASSED =
            Set.of("SIZE", "8BITMIME", "SMTPUTF8", "PIPELINING", "AUTH", "DSN", "ENHANCEDSTATUSCODES");

    /// Ways to sign in that neither need the provider's certificate nor encrypt what follows, which the gate
    /// could not read.
    private static final Set<String> MECHANISMS = Set.of(
            "PLAIN",
            "LOGIN",
            "CRAM-MD5",
            "NTLM",
            "SCRAM-SHA-1",
            "SCRAM-SHA-256",
            "SCRAM-SHA-512",
            "XOAUTH2",
            "OAUTHBEARER");

    private Extensions(String domain, List<String> offers) {
        this(
                domain,
                List.copyOf(offers),
                offers.stream().map(Extensions::keyword).collect(Collectors.toUnmodifiableSet()));
    }

    /// Nothing is offered, or nobody asked.
    static final Extensions NONE = new Extensions("", List.of());

    static Extensions of(Reply reply) {
        var lines = reply.lines();
        return reply.code() == 250 ? new Extensions(lines.getFirst(), lines.subList(1, lines.size())) : NONE;
    }

    boolean has(String keyword) {
        return keywords.contains(keyword);
    }

    boolean signsInBy(String mechanism) {
        return offers.stream()
                .map(offer -> List.of(offer.toUpperCase(Locale.ROOT).split(" +")))
                .anyMatch(words -> words.getFirst().equals("AUTH") && words.contains(mechanism));
    }

    /// The largest message, where the provider says so.
    Optional<Long> size() {
        return offers.stream()
                .filter(offer -> offer.toUpperCase(Locale.ROOT).matches("SIZE [1-9][0-9]{0,17}"))
                .map(offer -> Long.parseLong(offer.substring("SIZE ".length())))
                .findFirst();
    }

    /// The answer to the mail program.
    ///
    /// @param startTls whether the gate itself offers STARTTLS
    /// @param signIn whether signing in may be offered on this connection
    Reply shown(boolean startTls, boolean signIn) {
        var shown = new ArrayList<String>();
        shown.add(domain);
        offers.stream()
                .filter(offer -> PASSED.contains(keyword(offer)))
                .flatMap(offer -> keyword(offer).equals("AUTH")
                        ? mechanisms(offer, signIn).stream()
                        : Optional.of(offer).stream())
                .forEach(shown::add);
        if (startTls) {
            shown.add("STARTTLS");
        }
        return new Reply(250, shown);
    }

    private static Optional<String> mechanisms(String offer, boolean signIn) {
        var offered = List.of(offer.toUpperCase(Locale.ROOT).split(" +"));
        var passed = offered.stream()
                .skip(1)
                .filter(mechanism -> MECHANISMS.contains(mechanism) && !offered.contains(mechanism + "-PLUS"))
                .toList();
        return passed.isEmpty() || !signIn ? Optional.empty() : Optional.of("AUTH " + String.join(" ", passed));
    }

    static boolean passes(String mechanism) {
        return MECHANISMS.contains(mechanism.toUpperCase(Locale.ROOT));
    }

    private static String keyword(String offer) {
        var end = offer.indexOf(' ');
        return (end < 0 ? offer : offer.substring(0, end)).toUpperCase(Locale.ROOT);
    }
}
