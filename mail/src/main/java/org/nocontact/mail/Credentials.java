package org.nocontact.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.nocontact.core.Invalid;

/// What the person signs in with at their provider.
public record Credentials(String user, String password) {
    public Credentials {
        if (user.isEmpty() || (user + password).indexOf(0) >= 0) {
            throw new Invalid("A user name is needed to sign in.");
        }
    }

    /// The message of SASL PLAIN (RFC 4616), in Base64.
    String plain() {
        return base64("\0" + user + "\0" + password);
    }

    String userInBase64() {
        return base64(user);
    }

    String passwordInBase64() {
        return base64(password);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Without the password.
    @Override
    public String toString() {
        return user;
    }
}
