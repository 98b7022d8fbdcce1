package org.nocontact.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Who has come in by a one-time link. A session is a signed cookie, so it outlives the program; a link is used once
/// and only
/// while the program that gave it runs.
final class Sessions {
    static final Duration LINK_LASTS = Duration.ofMinutes(15);
    static final Duration SESSION_LASTS = Duration.ofDays(30);

    private static final int MOST_LINKS = 64;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> links = new ConcurrentHashMap<>();

    Sessions(byte[] key, Clock clock) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.clock = clock;
    }

    /// A secret that lets one browser in, once.
    String newLink() {
        var now = clock.instant();
        links.values().removeIf(now::isAfter);
        if (links.size() >= MOST_LINKS) {
            links.clear();
        }
        var secret = random();
        links.put(sha256(secret), now.plus(LINK_LASTS));
        return secret;
    }

    /// Uses a link up.
    ///
    /// @return the session that it opens, empty when the link is unknown, used or too old
    Optional<String> open(String secret) {
        var until = links.remove(sha256(secret));
        return until == null || clock.instant().isAfter(until) ? Optional.empty() : Optional.of(newSession());
    }

    private String newSession() {
        var session = random() + "." + clock.instant().plus(SESSION_LASTS).getEpochSecond();
        return session + "." + sign("session " + session);
    }

    boolean isOpen(String session) {
        var parts = session.split("\\.", -1);
        if (parts.length != 3 || !equal(sign("session " + parts[0] + "." + parts[1]), parts[2])) {
            return false;
        }
        return clock.instant().getEpochSecond() < Long.parseLong(parts[1]);
    }

    /// The token that every form of this session carries.
    String formToken(String session) {
        return sign("form " + session);
    }

    boolean isFormToken(String session, String token) {
        return equal(formToken(session), token);
    }

    /// A secret of 256 bits, in characters that fit into an address.
    String random() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    private String sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return BASE64.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /// In hexadecimal.
    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
